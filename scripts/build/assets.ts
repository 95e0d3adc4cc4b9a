import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build, transform } from "esbuild";
import type { BuildOptions } from "esbuild";
import type { Assets, Style } from "../../layouts/assets.ts";
import { registry } from "../../layouts/registry.ts";
import { textStyles } from "../../layouts/text-styles.ts";
import type { Language } from "../../magazine/model.ts";
import { ownNames } from "./own-names.ts";

const layouts = join(import.meta.dirname, "../../layouts");

/** A file of the site that is no page: its address and its bytes. */
export interface AssetFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The files of the assets, and what pages know of them. */
type Built = { assets: Assets; files: readonly AssetFile[] };

const built = new Map<Language, Promise<Built>>();

/**
 * Bundles the pages' script with the comment widget, and that of the search page, in the magazine's language alone, and cuts a style for each layout. Names carry a
 * hash of the content. A process does so once for a language: what is bundled are files of ours.
 */
export function buildAssets(language: Language): Promise<Built> {
  const assets = built.get(language) ?? buildAnew(language);
  built.set(language, assets);
  return assets;
}

async function buildAnew(language: Language): Promise<Built> {
  const [scripts, search, styles, ofTexts] = await Promise.all([
    bundleScripts("site", language, { mangleProps: new RegExp(`^(?:${ownNames.join("|")})$`) }),
    // It reads what Pagefind says, whose names are not ours.
    bundleScripts("search", language),
    cutStyles(),
    cutTextStyles(),
  ]);
  const icon = readIcon();
  return {
    assets: {
      script: scripts.entry,
      search: search.entry,
      icon: icon.path,
      styles,
      textStyles: ofTexts,
    },
    files: [...scripts.files, ...search.files, icon],
  };
}

function readIcon(): AssetFile {
  const bytes = readFileSync(join(layouts, "icon.svg"));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  return { path: `/assets/icon-${hash}.svg`, bytes };
}

/** @param name of the file in `browser/` */
async function bundleScripts(
  name: string,
  language: Language,
  more: Pick<BuildOptions, "mangleProps"> = {},
): Promise<{ entry: string; files: readonly AssetFile[] }> {
  const result = await build({
    entryPoints: [join(layouts, `browser/${name}.ts`)],
    // The bytes do not depend on where the build is called.
    absWorkingDir: join(layouts, ".."),
    outdir: "/assets",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    // As modules are always read.
    charset: "utf8",
    target: "es2022",
    minify: true,
    // What the page would say anyway: so the words of the other language stay out of the bundle.
    plugins: [{ name: "styles", setup: (bundle) => bundle.onLoad({ filter: /\.css$/ }, styleOf) }],
    define: { "document.documentElement.lang": JSON.stringify(language) },
    legalComments: "none",
    write: false,
    logLevel: "silent",
    ...more,
  });
  const files = withoutDetours(
    result.outputFiles.map(({ path, text }) => ({ name: basename(path), text })),
  ).map(({ name: file, text }) => ({ path: `/assets/${file}`, bytes: Buffer.from(text) }));
  const entry = files.find(({ path }) => path.startsWith(`/assets/${name}-`));
  if (entry === undefined)
    throw new Error(`esbuild returned no bundle for layouts/browser/${name}.ts`);
  return { entry: entry.path, files };
}

/**
 * What two parts share stands in a file of its own, and of the widget's entry nothing is left but the line that loads that file. Whoever loads the entry
 * loads the file instead, which spares the reader a request on the way. (The names' hashes hold: they cover what is imported.)
 */
function withoutDetours(files: readonly { name: string; text: string }[]) {
  const onlyImports = /^import["]\.\/([^"]+)["];\n?$/u;
  const detours = files.flatMap(({ name, text }) => {
    const to = onlyImports.exec(text)?.[1];
    return to === undefined ? [] : [{ name, to }];
  });
  return files
    .filter(({ text }) => !onlyImports.test(text))
    .map(({ name, text }) => ({
      name,
      text: detours.reduce((left, detour) => left.replaceAll(detour.name, detour.to), text),
    }));
}

/** The style of what a script draws, with the sheets that it imports, as a text that holds only inside it: a bare `summary` is not the page's. */
async function styleOf({ path }: { path: string }) {
  const source = readFileSync(path, "utf8").replaceAll(
    /^@import ["](.+)["];$/gmu,
    (_, sheet: string) => readFileSync(join(dirname(path), sheet), "utf8"),
  );
  const contents = await minified(`comment-thread {${source}}`);
  return { contents, loader: "text" as const };
}

async function cutStyles(): Promise<Assets["styles"]> {
  const styles = await Promise.all(
    Object.entries(registry).flatMap(([name, kind]) =>
      "styles" in kind ? [cutStyle(kind.styles).then((style) => [name, style] as const)] : [],
    ),
  );
  return Object.fromEntries(styles) as Assets["styles"];
}

async function cutTextStyles(): Promise<Assets["textStyles"]> {
  const styles = await Promise.all(
    textStyles.map(async (name) => [name, await cutStyle([name])] as const),
  );
  return Object.fromEntries(styles) as Assets["textStyles"];
}

async function cutStyle(sheets: readonly string[]): Promise<Style> {
  const source = sheets.map((sheet) => readFileSync(join(layouts, `styles/${sheet}.css`), "utf8"));
  const css = await minified(source.join("\n"));
  return { css, hash: `sha256-${createHash("sha256").update(css).digest("base64")}` };
}

async function minified(css: string): Promise<string> {
  const target = ["chrome123", "firefox120", "safari17.5"];
  const { code } = await transform(css, { loader: "css", minify: true, target });
  return code.trim();
}
