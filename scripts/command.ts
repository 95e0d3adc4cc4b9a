import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { ContentMistakes, MissingMagazine } from "../magazine/read/mistakes.ts";
import { codeCache } from "./build/caches.ts";
import { DeployFailure } from "./deploy/failure.ts";

/** The command was called wrongly; the message is one line that says what to do. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Runs a command and turns its expected errors into a message and an exit code: 1 the content has mistakes, 2 the command was called
 * wrongly, 3 a deployment did not go through. Anything else is a fault of ours and goes on with its stack.
 */
export async function runCommand(main: () => void | Promise<void>): Promise<void> {
  // What is loaded from here on is stripped of its types and compiled once, and not at every start.
  enableCompileCache(join(import.meta.dirname, "..", codeCache));
  try {
    await main();
  } catch (error) {
    if (error instanceof ContentMistakes) process.exitCode = 1;
    else if (error instanceof UsageError || error instanceof MissingMagazine) process.exitCode = 2;
    else if (error instanceof DeployFailure) process.exitCode = 3;
    else throw error;
    console.error(error.message);
  }
}

/** An option's name, and what its value is called; null for one that is only there or not. */
type Known = Readonly<Record<string, string | null>>;
type Options<K extends Known> = {
  readonly [Name in keyof K]?: K[Name] extends null ? true : string;
};

/**
 * The options of the command line: `{ content: "DIR", preview: null }` stands for `--content DIR` and `--preview`.
 *
 * @throws UsageError when there is anything else on the line, or a value is missing.
 */
export function readOptions<const K extends Known>(
  known: K,
  args: readonly string[] = process.argv.slice(2),
): Options<K> {
  return readLine(known, [], args).options;
}

/**
 * The same with words before, between or behind the options, up to as many as `names` has names for.
 *
 * @throws UsageError as `readOptions` does
 */
export function readLine<const K extends Known>(
  known: K,
  names: readonly string[],
  args: readonly string[] = process.argv.slice(2),
): { options: Options<K>; words: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(known).map(([name, value]) => [
      name,
      { type: value === null ? "boolean" : "string" } as const,
    ]),
  );
  try {
    // parseArgs is strict: it gives the names that it was given, each with a value of its type.
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: "boolean" } },
      allowPositionals: names.length > 0,
    });
    const { help, ...given } = values;
    if (help === true) {
      const before = names.length > 0 ? `The words are ${names.join(" ")}. ` : "";
      console.log(`${before}The options are ${usageOf(known)}.`);
      process.exit(0);
    }
    const stray = positionals[names.length];
    if (stray !== undefined) throw new Error(`Unexpected argument '${stray}'`);
    return { options: given, words: positionals };
  } catch (error) {
    // Its first sentence says what is wrong; the others are about options that begin with a hyphen.
    const [problem = ""] = error instanceof Error ? error.message.split(/\.(?:\s|$)/) : [];
    throw new UsageError(`${problem}; the options are ${usageOf(known)}.`, { cause: error });
  }
}

function usageOf(known: Known): string {
  return Object.entries(known)
    .map(([name, value]) => (value === null ? `--${name}` : `--${name} ${value}`))
    .join(", ");
}
