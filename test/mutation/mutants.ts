import { globSync, readFileSync } from "node:fs";
import type { Mutant } from "./plan.ts";
import type { Room } from "./rooms.ts";

/** Code with all its mutants in it, of which one at a time can be switched on. */
export interface Instrumented {
  /** The code by the file's path. */
  readonly code: ReadonlyMap<string, string>;
  readonly mutants: readonly Mutant[];
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** What of Stryker is used. It is no dependency (CONTRIBUTING.md), so its own types are not there. */
interface Stryker {
  Instrumenter: new (log: object) => {
    instrument(
      files: readonly { name: string; mutate: true; content: string }[],
      options: object,
    ): Promise<{
      files: readonly { name: string; content: string }[];
      mutants: readonly {
        id: string;
        fileName: string;
        mutatorName: string;
        replacement: string;
        location: { start: Position; end: Position };
        status?: string;
      }[];
    }>;
  };
}

/** Some changed regular expressions no longer parse. */
const options = {
  plugins: null,
  excludedMutations: ["Regex"],
  ignorers: [],
  mutationDirectives: [],
};

/** The files of a room that are changed, in the order of the alphabet. */
export function filesOf({ code, except }: Room): string[] {
  return globSync([...code], { exclude: [...except] })
    .filter((file) => !file.endsWith(".d.ts"))
    .toSorted();
}

/** Puts all of Stryker's changes into some files. Throws when Stryker is not installed. */
export async function instrument(paths: readonly string[]): Promise<Instrumented> {
  const stryker = "@stryker-mutator/instrumenter";
  const { Instrumenter } = (await import(stryker)) as Stryker;
  const silent = Object.fromEntries(
    ["isDebugEnabled", "debug", "info", "warn"].map((name) => [name, () => false]),
  );
  const files = paths.map((name) => ({
    name,
    mutate: true as const,
    content: readFileSync(name, "utf8"),
  }));
  const made = await new Instrumenter(silent).instrument(files, options);
  const sources = new Map(files.map(({ name, content }) => [name, content.split("\n")]));
  const mutants = made.mutants
    .filter(({ status }) => status !== "Ignored")
    .map(({ id, fileName, mutatorName, replacement, location: { start, end } }) => ({
      id,
      file: fileName,
      line: start.line + 1,
      column: start.column + 1,
      kind: mutatorName,
      before: between(sources.get(fileName) ?? [], start, end),
      after: replacement,
    }));
  return { code: new Map(made.files.map(({ name, content }) => [name, content])), mutants };
}

/** Lines and columns are counted from 0. */
function between(lines: readonly string[], start: Position, end: Position): string {
  const some = lines.slice(start.line, end.line + 1);
  some.push((some.pop() ?? "").slice(0, end.column));
  some.unshift((some.shift() ?? "").slice(start.column));
  return some.join("\n");
}
