import { createRequire, SourceMap } from "node:module";
import type { SourceMapPayload } from "node:module";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { buildCache } from "./build/caches.ts";
import { writeWhole } from "./build/files.ts";
import { codeNow } from "./build/plan/code.ts";
import { readSealedText, writeSealedText } from "./build/plan/sealed.ts";
import type * as commands from "./commands.ts";
import type { CommandName } from "./commands.ts";

/** What `commands.ts` exports, from the sources or from what was bundled of them. */
type Program = typeof commands;

const root = join(import.meta.dirname, "..");
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
    if (readSealedText(file, key, mark) === null) await bundle(key);
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

/** What makes the seal a comment. */
const mark = "//";

async function bundle(key: string): Promise<void> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "commands.ts")],
    absWorkingDir: root,
    outfile: file,
    bundle: true,
    write: false,
    platform: "node",
    target: "node24",
    // Unlike a module it loads what is not bundled only when it is used.
    format: "cjs",
    external: ["@11ty/eleventy", "@clack/prompts", "esbuild", "satori", "sharp"],
    plugins: [inTheirPlaces],
    // Where the seal goes, so that the map counts its line.
    banner: { js: mark },
    footer: { js: `module.exports.key = ${JSON.stringify(key)};` },
    sourcemap: "linked",
    legalComments: "none",
    logLevel: "silent",
  });
  for (const { path, text } of outputFiles) {
    if (path === file) writeSealedText(path, key, text.slice(`${mark}\n`.length), mark);
    else writeWhole(path, text);
  }
}

/** A file of ours still finds what lies beside it. */
const inTheirPlaces: Plugin = {
  name: "in their places",
  setup(bundling) {
    bundling.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path)))
        .replaceAll("import.meta.main", "false"),
    }));
  },
};
