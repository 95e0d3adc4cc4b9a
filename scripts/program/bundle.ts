import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";
import { writeWhole } from "../build/files.ts";
import { writeSealedText } from "../build/plan/sealed.ts";

/** What makes the seal a comment. */
export const mark = "//";

/** Makes one file of `commands.ts` and all that it loads, sealed with a key, which it exports as well; its source map lies beside it. @param root of the project */
export async function bundle(root: string, file: string, key: string): Promise<void> {
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
