import { guesser } from "../guess.ts";
import type { Article, Author, Column, Language, PlainPage } from "../model.ts";
import { articleReader } from "./article.ts";
import { refuseName } from "./collisions.ts";
import { readColumn } from "./column.ts";
import { documentsIn, readDocument } from "./documents.ts";
import type { Document, Folder, Listed } from "./documents.ts";
import { listFiles } from "./files.ts";
import { imagesIn, isImage } from "./images.ts";
import { conditionsOf, documentOf, keptOf, revived } from "./kept-articles.ts";
import { pieceReader } from "./kept-pieces.ts";
import type { KeptReading, ReadThing } from "./kept-pieces.ts";
import type { Memory } from "./memory.ts";
import { compare } from "./mistakes.ts";
import type { Mistake, Report } from "./mistakes.ts";
import type { Reading, Shelf, Shelves } from "./reading.ts";
import { renderingsIn } from "./renderings.ts";
import { readSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** A content folder of which all was read but its articles. */
export interface Opened {
  readonly folder: string;
  /** Every file in it. */
  readonly files: readonly string[];
  readonly language: Language;
  /** Null where magazine.yaml has mistakes. */
  readonly settings: Settings | null;
  readonly documents: Readonly<Record<Exclude<Folder, "articles">, readonly Listed[]>>;
  readonly columns: readonly Column[];
  readonly authors: readonly Author[];
  readonly pages: readonly PlainPage[];
  /** Reads articles, or takes them from what was kept of them: each when it is asked for. */
  readonly articles: (files: Iterable<string>) => Iterable<ReadArticle>;
  /** All that was found until now. */
  readonly mistakes: readonly Mistake[];
  readonly report: Report;
}

export interface ReadArticle {
  readonly document: Listed;
  /** Null where nothing could be made of it. */
  readonly article: Article | null;
}

/**
 * @param undrawn as `readMagazine` takes it
 * @param files every file in the folder, where somebody has listed them
 * @throws MissingMagazine when there is no folder or no magazine.yaml.
 */
export function openContent(
  folder: string,
  undrawn: ReadonlyMap<string, string>,
  memory: Memory,
  files: readonly string[] = listFiles(folder),
): Opened {
  const mistakes: Mistake[] = [];
  const report = (mistake: Mistake): void => void mistakes.push(mistake);
  const { settings, language, timeZone, closeAfter } = readSettings(folder, report);
  const lacking = new Set<string>();
  const lacks = (file: string) => lacking.has(file);
  const findIn = imagesIn({ folder, files, language, undrawn, memory });
  const reading: Reading = {
    language,
    timeZone,
    closeAfter,
    findImage(file, src) {
      const found = findIn(file, src);
      if (!isImage(found)) lacking.add(file);
      return found;
    },
    renderings: renderingsIn(folder, language, memory),
    report,
  };
  const readFile = (file: string): Document => {
    const document = readDocument(folder, file, report);
    refuseName(document, language, report);
    return document;
  };
  const by = { folder, memory, mistakes, read: readFile, reading, lacks };
  const pieces = pieceReader(by);
  const read = {
    columns: documentsIn(files, "columns").map((file): ReadThing<Column> => {
      const document = readFile(file);
      return { document, thing: readColumn(document, reading) };
    }),
    authors: documentsIn(files, "authors").map((file) => pieces.author(file)),
    pages: documentsIn(files, "pages").map((file) => pieces.page(file)),
  };
  const columns = shelfOf(read.columns);
  const authors = shelfOf(read.authors);
  const articles = { ...by, shelves: { columns, authors } };
  const collate = new Intl.Collator(language).compare;
  return {
    folder,
    files,
    language,
    settings,
    documents: {
      columns: documentsOf(read.columns),
      authors: documentsOf(read.authors),
      pages: documentsOf(read.pages),
    },
    columns: [...columns.things.values()].toSorted(
      (a, b) => collate(a.name, b.name) || compare(a.slug, b.slug),
    ),
    authors: [...authors.things.values()].toSorted(
      (a, b) => collate(a.sortName, b.sortName) || compare(a.slug, b.slug),
    ),
    pages: read.pages
      .flatMap(({ thing }) => thing ?? [])
      .toSorted((a, b) => compare(a.slug, b.slug)),
    articles: (files) => articlesIn(files, articles),
    mistakes,
    report,
  };
}

interface ArticleReading extends KeptReading {
  readonly shelves: Shelves;
}

/** One of which nothing was wrong is kept. */
function* articlesIn(
  files: Iterable<string>,
  { folder, memory, mistakes, read, reading, lacks, shelves }: ArticleReading,
): Iterable<ReadArticle> {
  const readArticle = articleReader(reading, shelves);
  const conditions = conditionsOf(reading);
  for (const file of files) {
    const kept = memory.recall(file);
    const known = revived(kept, file, { reading, shelves });
    if (known !== null && kept !== undefined && "article" in kept) {
      yield { document: documentOf(file, known.slug, kept.fields, folder), article: known };
      continue;
    }
    const before = mistakes.length;
    const document = read(file);
    const article = readArticle(document);
    if (article === null || mistakes.length > before || lacks(file)) {
      yield { document, article };
      continue;
    }
    const now = memory.keep(file, keptOf(article, document, conditions));
    // Without its source and its YAML, of which there are too many to hold: every piece of a text holds all of it.
    yield {
      document: documentOf(file, article.slug, now.fields, folder),
      article: revived(now, file, { reading, shelves }),
    };
  }
}

function documentsOf(read: readonly ReadThing<unknown>[]): readonly Listed[] {
  return read.map(({ document }) => document);
}

function shelfOf<Thing>(read: readonly ReadThing<Thing>[]): Shelf<Thing> {
  const things = new Map<string, Thing>();
  for (const { document, thing } of read) if (thing !== null) things.set(document.slug, thing);
  const slugs = new Set(read.map(({ document }) => document.slug));
  return { slugs, guess: guesser(slugs), things };
}
