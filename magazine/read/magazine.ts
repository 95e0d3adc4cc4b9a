import type { Article, Language, Magazine } from "../model.ts";
import { refuseCollisions } from "./collisions.ts";
import { documentsIn, refuseStrays } from "./documents.ts";
import { noMemory } from "./memory.ts";
import type { Memory } from "./memory.ts";
import { ContentMistakes, compare } from "./mistakes.ts";
import type { Mistake } from "./mistakes.ts";
import { refuseTwins } from "./nfc.ts";
import { openContent } from "./opened.ts";
import { unreadAmong } from "./unread.ts";
import type { Unread } from "./unread.ts";

/**
 * Reads the content folder whole: magazine.yaml, articles, authors, columns, pages and the images beside them.
 *
 * @param undrawn images that are whole by their heads, and could not be drawn all the same, with the reason: each is a mistake where it
 *   is named
 * @param memory what earlier readings have kept: left out, every file is read
 * @throws ContentMistakes with every mistake of every file; MissingMagazine when there is no folder or no magazine.yaml.
 */
export function readMagazine(
  folder: string,
  undrawn?: ReadonlyMap<string, string>,
  memory?: Memory,
): Magazine {
  const { magazine, mistakes } = readContent(folder, undrawn, memory);
  if (magazine === null || mistakes.length > 0) throw new ContentMistakes(mistakes);
  return magazine;
}

/** What a content folder holds, as far as it can be read. */
export interface Content {
  readonly language: Language;
  /** Without the files that could not be read; null where magazine.yaml itself has mistakes. */
  readonly magazine: Magazine | null;
  readonly mistakes: readonly Mistake[];
  readonly unread: readonly Unread[];
}

/**
 * The same for a preview, which shows what is right beside what is not.
 *
 * @throws MissingMagazine as `readMagazine`
 */
export function readContent(
  folder: string,
  undrawn: ReadonlyMap<string, string> = new Map(),
  memory = noMemory,
): Content {
  const opened = openContent(folder, undrawn, memory);
  const { files, language, settings, documents, columns, authors, mistakes, report } = opened;
  refuseStrays(files, report);
  refuseTwins(files, report);
  const articles = [...opened.articles(documentsIn(files, "articles"))];
  const articleDocuments = articles.map(({ document }) => document);
  refuseCollisions(articleDocuments, language, report);

  // A text with a mistake is not rendered. Columns and authors stay: others need them.
  const wrong = new Set(mistakes.map(({ file }) => file));
  const isRight = ({ file }: { readonly file: string }) => !wrong.has(file);
  const things = {
    columns,
    authors,
    articles: newestFirst(articles.flatMap(({ article }) => article ?? []).filter(isRight)),
    pages: opened.pages.filter(isRight),
  };
  const unread = unreadAmong(
    { ...documents, articles: articleDocuments },
    Object.values(things).flat(),
  );
  const magazine = settings && { ...settings, preview: false, next: null, ...things };
  return { language, magazine, mistakes, unread };
}

function newestFirst(articles: readonly Article[]): readonly Article[] {
  return articles
    .map((article) => ({ article, at: Date.parse(article.date) }))
    .toSorted((a, b) => b.at - a.at || compare(a.article.id, b.article.id))
    .map(({ article }) => article);
}
