import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Language } from "../../magazine/model.ts";
import { addressesIn } from "../../magazine/pages/addresses.ts";
import { buildCache } from "../build/caches.ts";
import { replaceFolder } from "../build/replace.ts";
import type { Replaced } from "../build/replace.ts";
import { inTurn } from "../build/turn.ts";
import { printedArticles, readPage } from "./articles.ts";
import type { PrintedArticle } from "./articles.ts";
import { programOf, writeIndex } from "./pagefind.ts";
import type { SearchRecord } from "./pagefind.ts";
import { searchRecord } from "./record.ts";
import { shardsOf } from "./shards.ts";

export interface Indexed extends Replaced {
  readonly articles: number;
}

/**
 * Makes the index of the search from what a build has printed into a folder, in the folder of the search page. It keeps a list of its
 * own files there; a build leaves alone what it did not print.
 *
 * @param waits told where a build prints there, and this waits for its end
 * @throws UsageError when no build has printed there
 */
export async function indexSite(out: string, waits?: () => void): Promise<Indexed> {
  const folder = resolve(out);
  return inTurn({ cache: buildCache, out: folder, waits }, () => indexFolder(folder));
}

async function indexFolder(folder: string): Promise<Indexed> {
  const articles = printedArticles(folder);
  const language = languageOf(folder);
  const fresh = join(dirname(folder), `.${basename(folder)}.indexing-${process.pid}`);
  const remove = () => rmSync(fresh, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    mkdirSync(fresh, { recursive: true });
    const shards = shardsOf(articles);
    // One after the other, so that the memory is that of the largest.
    for (const { name, articles: those } of shards)
      await writeIndex(join(fresh, name), recordsOf(folder, those, language), language);
    const names = shards.map(({ name }) => name).toReversed();
    keepOneProgram(fresh, names, language);
    const list = names.map((name) => ({ name, tag: tagOf(join(fresh, name)) }));
    writeFileSync(
      join(fresh, "shards.json"),
      `${JSON.stringify({ version: 1, shards: list }, null, 1)}\n`,
    );
    const place = join(folder, addressesIn(language).searchIndex);
    return { articles: articles.length, ...replaceFolder(place, fresh) };
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** Read one by one, as Pagefind takes them. */
function* recordsOf(
  folder: string,
  articles: readonly PrintedArticle[],
  language: Language,
): Generator<SearchRecord> {
  for (const article of articles) {
    const pages = article.parts.map((address) => readPage(folder, address));
    yield { url: article.parts[0] ?? "", html: searchRecord(article, pages, language) };
  }
}

/** All indexes are searched by the program of the newest, the script of which keeps its address when years pass. */
function keepOneProgram(fresh: string, names: readonly string[], language: Language): void {
  const { script, assembly } = programOf(language);
  const [newest, ...others] = names;
  if (newest === undefined) return;
  renameSync(join(fresh, newest, script), join(fresh, script));
  for (const name of others) for (const file of [script, assembly]) rmSync(join(fresh, name, file));
}

/** Changes with an index, so that a browser asks for the new one. */
function tagOf(index: string): string {
  const entry = readFileSync(join(index, "pagefind-entry.json"));
  return createHash("sha256").update(entry).digest("hex").slice(0, 8);
}

/** The magazine's language, as `threads.json` says it. */
function languageOf(folder: string): Language {
  const { site } = JSON.parse(readFileSync(join(folder, "threads.json"), "utf8")) as {
    readonly site: { readonly language: Language };
  };
  return site.language;
}
