import { createRequire, SourceMap } from "node:module";
import type { SourceMapPayload } from "node:module";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildCache } from "../build/caches.ts";
import { codeNow } from "../build/plan/code.ts";
import { readSealedText } from "../build/plan/sealed.ts";
import { bundle, mark } from "./bundle.ts";
import type * as commands from "./commands.ts";
import type { CommandName } from "./commands.ts";

/** What `commands.ts` exports, from the sources or from what was bundled of them. */
type Program = typeof commands;

const root = join(import.meta.dirname, "../..");
const cache = join(root, buildCache);
const file = join(cache, "program.cjs");

/**
 * Runs a command from one file that was bundled of all its sources, since most of a short run is the loading of hundreds. The bundle bears the hash of the code;
 * another code, a broken file or none cost a fresh one. Where none can be made or kept, the sources run.
 */
export async function runProgram(name: CommandName, args: readonly string[]): Promise<void> {
  const code = codeNow(cache, Date.now());
  const { run } = (await bundled(code.hash)) ?? (await import("./commands.ts"));
  await run(name, args, code).catch((error: unknown) => {
    throw inSources(error);
  });
}

async function bundled(code: string): Promise<Program | null> {
  // Places in it are absolute.
  const key = `${root} ${code}`;
  try {
    if (readSealedText(file, key, mark) === null) await bundle(root, file, key);
    const program = createRequire(import.meta.url)(file) as Program & { key: string };
    // Another process may have replaced it just now, with other code.
    return program.key === key ? program : null;
  } catch {
    return null;
  }
}

/** An error that says where it came from in the sources. */
function inSources(error: unknown): unknown {
  if (!(error instanceof Error) || error.stack?.includes(file) !== true) return error;
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")) as SourceMapPayload);
  error.stack = error.stack.replaceAll(
    /([^\s(]+):(\d+):(\d+)/gu,
    (place, path: string, line, column) => {
      if (path !== file) return place;
      const from = map.findOrigin(Number(line), Number(column));
      return "fileName" in from
        ? `${resolve(cache, from.fileName)}:${from.lineNumber}:${from.columnNumber}`
        : place;
    },
  );
  if (error.cause !== undefined) error.cause = inSources(error.cause);
  return error;
}
