import { guesser } from "../guess.ts";
import type { Article, Language, Magazine } from "../model.ts";
import { articleReader } from "./article.ts";
import { readAuthor } from "./author.ts";
import { refuseCollisions, refuseName } from "./collisions.ts";
import { readColumn } from "./column.ts";
import { documentsIn, readDocument, refuseStrays } from "./documents.ts";
import type { Document, Folder } from "./documents.ts";
import { listFiles } from "./files.ts";
import { imagesIn, isImage } from "./images.ts";
import { conditionsOf, documentOf, keptOf, revived } from "./kept-articles.ts";
import { noMemory } from "./memory.ts";
import type { Memory } from "./memory.ts";
import { ContentMistakes, compare } from "./mistakes.ts";
import type { Mistake } from "./mistakes.ts";
import { refuseTwins } from "./nfc.ts";
import { readPlainPage } from "./plain-page.ts";
import type { Reading, Shelf, Shelves } from "./reading.ts";
import { renderingsIn } from "./renderings.ts";
import { readSettings } from "./settings.ts";
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
    findImage: imagesIn({ folder, files, language, undrawn, memory }),
    renderings: renderingsIn(folder, language, memory),
    report,
  };
  const read = (file: string): Document => {
    const document = readDocument(folder, file, report);
    refuseName(document, language, report);
    return document;
  };
  const documents = (kind: Folder): Document[] => documentsIn(files, kind).map(read);
  const columnDocuments = documents("columns");
  const authorDocuments = documents("authors");
  const columns = shelfOf(columnDocuments, (document) => readColumn(document, reading));
  const authors = shelfOf(authorDocuments, (document) => readAuthor(document, reading));
  const articles = articlesIn(documentsIn(files, "articles"), {
    folder,
    memory,
    mistakes,
    read,
    reading,
    shelves: { columns, authors },
  });
  const articleDocuments = articles.map(({ document }) => document);
  const written = articles.map(({ article }) => article).filter(isRead);
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

interface ArticleReading {
  readonly folder: string;
  readonly memory: Memory;
  readonly mistakes: readonly Mistake[];
  readonly read: (file: string) => Document;
  readonly reading: Reading;
  readonly shelves: Shelves;
}

/** Reads articles, or takes them from what was kept of them. One of which nothing was wrong is kept. */
function articlesIn(
  files: readonly string[],
  { folder, memory, mistakes, read, reading, shelves }: ArticleReading,
): { readonly document: Document; readonly article: Article | null }[] {
  const lacking = new Set<string>();
  const findImage: Reading["findImage"] = (document, src) => {
    const found = reading.findImage(document, src);
    if (!isImage(found)) lacking.add(document);
    return found;
  };
  const readArticle = articleReader({ ...reading, findImage }, shelves);
  const conditions = conditionsOf(reading);
  return files.map((file) => {
    const kept = memory.recall(file);
    const known = revived(kept, file, { reading, shelves });
    if (known !== null && kept !== undefined && "article" in kept)
      return { document: documentOf(kept, file, folder), article: known };
    const before = mistakes.length;
    const document = read(file);
    const article = readArticle(document);
    if (article === null || mistakes.length > before || lacking.has(file))
      return { document, article };
    const now = keptOf(article, document, conditions);
    memory.keep(file, now);
    // Without its text and its YAML, of which there are too many to hold.
    return { document: documentOf(now, file, folder), article };
  });
}

type Things = Pick<Magazine, "columns" | "authors" | "articles" | "pages">;

function inOrder({ columns, authors, articles, pages }: Things, language: Language): Things {
  const collate = new Intl.Collator(language).compare;
  return {
    columns: columns.toSorted((a, b) => collate(a.name, b.name) || compare(a.slug, b.slug)),
    authors: authors.toSorted((a, b) => collate(a.sortName, b.sortName) || compare(a.slug, b.slug)),
    articles: articles
      .map((article) => ({ article, at: Date.parse(article.date) }))
      .toSorted((a, b) => b.at - a.at || compare(a.article.id, b.article.id))
      .map(({ article }) => article),
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
