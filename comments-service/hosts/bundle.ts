import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { BuildOptions, Plugin } from "esbuild";

// `npm run comments:bundle [-- FOLDER]` writes the service for Node, with its commands, as one file that needs nothing but Node, with its source map
// and the licences of what is in it beside it.
const folder = process.argv[2] ?? "comments-service/dist";
const name = "kolumne-comments.mjs";
const service = join(import.meta.dirname, "..");

const options = {
  bundle: true,
  platform: "node",
  target: "node24",
  // It starts no quicker and no smaller without spaces and names, and so the places in the log can be read.
  minify: false,
  legalComments: "none",
  metafile: true,
  write: false,
  logLevel: "warning",
} as const satisfies BuildOptions;

const thread = /new Worker\(new URL\("writer-thread\.ts", import\.meta\.url\), \{/u;
const { outputFiles: writer } = await build({
  ...options,
  entryPoints: [join(service, "store/sqlite/writer-thread.ts")],
  format: "cjs",
});

/** The thread that writes has a file of its own among the sources; here its code is a text in the one that starts it. */
const withItsThread: Plugin = {
  name: "with its thread",
  setup(bundling) {
    bundling.onLoad({ filter: /\/store\/sqlite\/writer\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      if (!thread.test(source)) throw new Error(`${path}: expected ${thread}`);
      const code = JSON.stringify(writer[0]?.text);
      return {
        contents: source.replace(thread, () => `new Worker(${code}, { eval: true,`),
        loader: "ts",
      };
    });
  },
};

const { outputFiles, metafile } = await build({
  ...options,
  entryPoints: [join(service, "hosts/node.ts")],
  outfile: join(folder, name),
  format: "esm",
  sourcemap: "linked",
  sourcesContent: false,
  // What was written for `require` finds it.
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  plugins: [withItsThread],
});

mkdirSync(folder, { recursive: true });
for (const { path, contents } of outputFiles) writeFileSync(path, contents);
writeFileSync(join(folder, `${name}.licences.txt`), licencesOf(Object.keys(metafile.inputs)));
console.log(`${join(folder, name)}: what Node runs; beside it its source map and its licences`);

/** What MIT, ISC and BSD ask of whoever passes on a copy: each package's notice. */
function licencesOf(inputs: readonly string[]): string {
  const packages = new Set(
    inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? []),
  );
  const notices = [...packages].toSorted().map((path) => {
    const [file] = globSync(join(path, "{LICENSE,LICENCE,license,licence}*"));
    const { license } = JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as {
      license?: string;
    };
    const text = file === undefined ? (license ?? "") : readFileSync(file, "utf8").trim();
    if (text === "") throw new Error(`${path}: expected a licence`);
    return `${path.replace(/^.*node_modules\//u, "")}\n\n${text}\n`;
  });
  return notices.join(`\n${"-".repeat(80)}\n\n`);
}
