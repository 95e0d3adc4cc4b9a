import { guesser } from "../guess.ts";
import type { Language, Magazine } from "../model.ts";
import { articleReader } from "./article.ts";
import { readAuthor } from "./author.ts";
import { refuseCollisions, refuseName } from "./collisions.ts";
import { readColumn } from "./column.ts";
import { documentsIn, listFiles, readDocument, refuseStrays } from "./documents.ts";
import type { Document, Folder } from "./documents.ts";
import { imagesIn } from "./images.ts";
import { ContentMistakes, compare } from "./mistakes.ts";
import type { Mistake } from "./mistakes.ts";
import { refuseTwins } from "./nfc.ts";
import { readPlainPage } from "./plain-page.ts";
import type { Reading, Shelf } from "./reading.ts";
import { readSettings } from "./settings.ts";
import { unreadAmong } from "./unread.ts";
import type { Unread } from "./unread.ts";

/**
 * Reads the content folder whole: magazine.yaml, articles, authors, columns, pages and the images beside them.
 *
 * @param undrawn images that are whole by their heads, and could not be drawn all the same, with the reason: each is a mistake where it
 *   is named
 * @throws ContentMistakes with every mistake of every file; MissingMagazine when there is no folder or no magazine.yaml.
 */
export function readMagazine(folder: string, undrawn?: ReadonlyMap<string, string>): Magazine {
  const { magazine, mistakes } = readContent(folder, undrawn);
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
): Content {
  const mistakes: Mistake[] = [];
  const report = (mistake: Mistake): void => void mistakes.push(mistake);
  const files = listFiles(folder);
  refuseStrays(files, report);
  refuseTwins(files, report);

  const { settings, language, timeZone, closeAfter } = readSettings(folder, report);
  const reading: Reading = {
    language,
    timeZone,
    closeAfter,
    findImage: imagesIn(folder, files, language, undrawn),
    report,
  };
  const documents = (kind: Folder): Document[] =>
    documentsIn(files, kind).map((file) => {
      const document = readDocument(folder, file, report);
      refuseName(document, language, report);
      return document;
    });
  const columnDocuments = documents("columns");
  const authorDocuments = documents("authors");
  const columns = shelfOf(columnDocuments, (document) => readColumn(document, reading));
  const authors = shelfOf(authorDocuments, (document) => readAuthor(document, reading));
  const articleDocuments = documents("articles");
  const written = articleDocuments.map(articleReader(reading, { columns, authors })).filter(isRead);
  refuseCollisions(articleDocuments, language, report);
  const pageDocuments = documents("pages");
  const plain = pageDocuments.map((document) => readPlainPage(document, reading)).filter(isRead);

  // A text with a mistake is not rendered. Columns and authors stay: others need them.
  const wrong = new Set(mistakes.map(({ file }) => file));
  const things: Things = {
    columns: [...columns.things.values()],
    authors: [...authors.things.values()],
    articles: written.filter(({ file }) => !wrong.has(file)),
    pages: plain.filter(({ file }) => !wrong.has(file)),
  };
  const unread = unreadAmong(
    {
      articles: articleDocuments,
      authors: authorDocuments,
      columns: columnDocuments,
      pages: pageDocuments,
    },
    Object.values(things).flat(),
  );
  const magazine = settings && {
    ...settings,
    preview: false,
    next: null,
    ...inOrder(things, language),
  };
  return { language, magazine, mistakes, unread };
}

type Things = Pick<Magazine, "columns" | "authors" | "articles" | "pages">;

function inOrder({ columns, authors, articles, pages }: Things, language: Language): Things {
  const collate = new Intl.Collator(language).compare;
  return {
    columns: columns.toSorted((a, b) => collate(a.name, b.name) || compare(a.slug, b.slug)),
    authors: authors.toSorted((a, b) => collate(a.sortName, b.sortName) || compare(a.slug, b.slug)),
    articles: articles.toSorted(
      (a, b) => Date.parse(b.date) - Date.parse(a.date) || compare(a.id, b.id),
    ),
    pages: pages.toSorted((a, b) => compare(a.slug, b.slug)),
  };
}

function shelfOf<Thing>(
  documents: readonly Document[],
  read: (document: Document) => Thing | null,
): Shelf<Thing> {
  const things = new Map<string, Thing>();
  for (const document of documents) {
    const thing = read(document);
    if (thing !== null) things.set(document.slug, thing);
  }
  const slugs = new Set(documents.map((document) => document.slug));
  return { slugs, guess: guesser(slugs), things };
}

function isRead<Thing>(thing: Thing | null): thing is Thing {
  return thing !== null;
}
