import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { BuildOptions, BuildResult, Plugin } from "esbuild";

const shared = {
  bundle: true,
  platform: "node",
  target: "node24",
  legalComments: "none",
  metafile: true,
  write: false,
  logLevel: "warning",
} as const satisfies BuildOptions;

/**
 * Makes one module of an entry that runs the service on Node, with all that it imports.
 * @param options the entry, where its file would stand, and what else is wished of esbuild; nothing is written.
 * @returns the files, and what is in them.
 */
export function bundleForNode(options: BuildOptions): Promise<BuildResult<typeof shared>> {
  return build({
    ...options,
    ...shared,
    format: "esm",
    // What was written for `require` finds it.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    plugins: [withItsThread],
  });
}

const thread = /new Worker\(new URL\("writer-thread\.ts", import\.meta\.url\), \{/u;

/** The thread that writes has a file of its own among the sources; here its code is a text in the one that starts it. */
const withItsThread: Plugin = {
  name: "with its thread",
  setup(bundling) {
    bundling.onLoad({ filter: /\/store\/sqlite\/writer\.ts$/ }, async ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (!thread.test(source)) throw new Error(`${path}: expected ${thread}`);
      const { outputFiles } = await build({
        ...shared,
        entryPoints: [join(path, "../writer-thread.ts")],
        format: "cjs",
      });
      const code = JSON.stringify(outputFiles[0]?.text);
      return {
        contents: source.replace(thread, () => `new Worker(${code}, { eval: true,`),
        loader: "ts",
      };
    });
  },
};
