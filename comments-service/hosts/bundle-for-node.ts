import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { build } from "esbuild";
import type { BuildOptions, BuildResult, Metafile, Plugin } from "esbuild";
import { fileNames } from "../http/files.ts";

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
    plugins: [withItsThread, withPublicFiles, packedUntilNeeded, builtinsWhenNeeded],
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

/**
 * What a service does not run at its start stands in the bundle as a packed text, since even what is not run would be parsed with all else. It has its own
 * copy of what the rest has, too: nothing but plain data goes to and fro.
 */
const packedUntilNeeded: Plugin = {
  name: "packed until needed",
  setup(bundling) {
    const namespace = "packed";
    const inputs: Metafile["inputs"] = {};
    bundling.onResolve(
      { filter: /^nodemailer$|\/commands\/shell\.ts$/ },
      ({ kind, path, resolveDir }) =>
        kind === "import-statement" ? undefined : { path, namespace, pluginData: resolveDir },
    );
    bundling.onLoad({ filter: /^/, namespace }, async ({ path, pluginData: resolveDir }) => {
      const name = JSON.stringify(path);
      const { outputFiles, metafile } = await build({
        ...shared,
        stdin: { contents: `export * from ${name};`, resolveDir: String(resolveDir) },
        format: "cjs",
        minifyWhitespace: true,
        minifySyntax: true,
        plugins: bundling.initialOptions.plugins ?? [],
      });
      Object.assign(inputs, metafile.inputs);
      const packed = deflateRawSync(outputFiles[0]?.contents ?? "").toString("base64");
      return {
        contents: `const { inflateRawSync } = process.getBuiltinModule("node:zlib");
          const { compileFunction } = process.getBuiltinModule("node:vm");
          const code = inflateRawSync(Buffer.from("${packed}", "base64")).toString();
          compileFunction(code, ["module", "require"], { filename: ${name} })(module, require);`,
      };
    });
    bundling.onEnd(({ metafile }) => void Object.assign(metafile?.inputs ?? {}, inputs));
  },
};

/** What stands in `public/` are texts in the bundle. */
const withPublicFiles: Plugin = {
  name: "with public files",
  setup(bundling) {
    bundling.onLoad({ filter: /\/hosts\/public-file\.ts$/ }, ({ path }) => {
      const read = (name: string) => readFileSync(join(path, "../../public", name), "utf8");
      const files = Object.fromEntries(fileNames.map((name) => [name, read(name)]));
      return {
        contents: `const files = ${JSON.stringify(files)}; export const publicFile = (name) => files[name];`,
      };
    });
  },
};

// The server speaks HTTP/1.1, and the one library that asks whether a request is of HTTP/2 would load all of that for the question.
const WITHOUT_HTTP2 = "exports.Http2ServerRequest = class {}; exports.constants = {};";

/**
 * What is imported from Node itself is loaded where it is first used: a module's imports of the whole file stand at its top, and an `import` of
 * `node:http` even loads Node's fetch, since that is one of its names.
 */
const builtinsWhenNeeded: Plugin = {
  name: "builtins when needed",
  setup(bundling) {
    const namespace = "builtin";
    bundling.onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind }) =>
      isBuiltin(path) && kind === "import-statement" ? { path, namespace } : undefined,
    );
    bundling.onLoad({ filter: /^/, namespace }, ({ path }) => ({
      contents: path.endsWith("http2") ? WITHOUT_HTTP2 : whenNeeded(path),
    }));
  },
};

function whenNeeded(path: string): string {
  const get = `process.getBuiltinModule(${JSON.stringify(path)})`;
  const builtin = process.getBuiltinModule(path);
  if (typeof builtin === "function") return `module.exports = ${get};`;
  return `let builtin;
    for (const name of ${JSON.stringify(Object.keys(builtin ?? {}))})
      Object.defineProperty(exports, name, { enumerable: true, get: () => (builtin ??= ${get})[name] });`;
}
