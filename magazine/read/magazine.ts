import { guesser } from "../guess.ts";
import type { Author, Column, Magazine } from "../model.ts";
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

/**
 * Reads the content folder whole: magazine.yaml, articles, authors, columns, pages and the images beside them.
 *
 * @param undrawn images that are whole by their heads, and could not be drawn all the same, with the reason: each is a mistake where it
 *   is named
 * @throws ContentMistakes with every mistake of every file; MissingMagazine when there is no folder or no magazine.yaml.
 */
export function readMagazine(
  folder: string,
  undrawn: ReadonlyMap<string, string> = new Map(),
): Magazine {
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
  const columns = shelfOf(documents("columns"), (document) => readColumn(document, reading));
  const authors = shelfOf(documents("authors"), (document) => readAuthor(document, reading));
  const articleDocuments = documents("articles");
  const articles = articleDocuments
    .map(articleReader(reading, { columns, authors }))
    .filter(isRead);
  refuseCollisions(articleDocuments, language, report);
  const pages = documents("pages")
    .map((document) => readPlainPage(document, reading))
    .filter(isRead);

  if (settings === null || mistakes.length > 0) throw new ContentMistakes(mistakes);
  const collate = new Intl.Collator(language).compare;
  return {
    ...settings,
    preview: false,
    next: null,
    columns: [...columns.things.values()].toSorted(
      (a: Column, b: Column) => collate(a.name, b.name) || compare(a.slug, b.slug),
    ),
    authors: [...authors.things.values()].toSorted(
      (a: Author, b: Author) => collate(a.sortName, b.sortName) || compare(a.slug, b.slug),
    ),
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
