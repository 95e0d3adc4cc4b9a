import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleForNode } from "./bundle-for-node.ts";

// `npm run comments:bundle [-- FOLDER]` writes the service for Node, with its commands, as one file that needs nothing but Node, with its source map
// and the licences of what is in it beside it.
const folder = process.argv[2] ?? "comments-service/dist";
const name = "kolumne-comments.mjs";

const { outputFiles, metafile } = await bundleForNode({
  entryPoints: [join(import.meta.dirname, "node.ts")],
  outfile: join(folder, name),
  // Without spaces it starts quicker and smaller; functions keep their names, so that the places in the log can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
  sourcemap: "linked",
  sourcesContent: false,
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
