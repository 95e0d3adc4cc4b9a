import type { Article, Text } from "../model.ts";
import { readDocument } from "./documents.ts";
import type { Document } from "./documents.ts";
import type { Path } from "./fields.ts";
import { isImage } from "./images.ts";
import type { Kept, KeptArticle } from "./memory.ts";
import type { Reading, Shelves } from "./reading.ts";

/** What articles are compared by. */
const compared = ["id", "column", "aliases", "topics", "series"];

/** What of magazine.yaml an article is read with. */
export function conditionsOf({ language, timeZone, closeAfter }: Reading): string {
  return `${language} ${timeZone} ${closeAfter}`;
}

/** An article as it is kept. */
export function keptOf(article: Article, document: Document, conditions: string): KeptArticle {
  const data = document.fields?.data ?? {};
  // Each by its name: the HTML is not to be looked at.
  const { parts, words, headings, images, links, key } = article.text;
  return {
    conditions,
    fields: Object.fromEntries(
      compared.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])),
    ),
    imageSrc: typeof data["image"] === "string" ? data["image"] : null,
    article: {
      ...article,
      column: article.column.slug,
      authors: article.authors.map(({ slug }) => slug),
      text: { parts, words, headings, images, links, key },
    },
  };
}

/**
 * An article from what was kept of it, with the things that it names; null when something that it names is another than it was, so that
 * it has to be read.
 */
export function revived(
  kept: Kept | undefined,
  file: string,
  { reading, shelves }: { readonly reading: Reading; readonly shelves: Shelves },
): Article | null {
  if (kept === undefined || !("article" in kept) || kept.conditions !== conditionsOf(reading))
    return null;
  const { article, imageSrc } = kept;
  const column = shelves.columns.things.get(article.column);
  const authors = article.authors.flatMap((slug) => shelves.authors.things.get(slug) ?? []);
  if (column === undefined || authors.length !== article.authors.length) return null;
  const stands = (src: string, { hash, file: from }: { hash: string; file: string }) => {
    const found = reading.findImage(file, src);
    return isImage(found) && found.hash === hash && found.file === from;
  };
  const { image, text } = article;
  if (image !== null && !stands(imageSrc ?? "", image)) return null;
  if (!Object.entries(text.images).every(([src, one]) => stands(src, one))) return null;
  return { ...article, column, authors, text: withRendered(text, file, reading) };
}

/** A text whose HTML is looked up when it is printed. */
export function withRendered(
  text: Omit<Text, "rendered">,
  file: string,
  { renderings }: Reading,
): Text {
  return {
    ...text,
    get rendered() {
      return renderings.of(file, text.key);
    },
  };
}

/** A document of which only what is compared is known; the rest is read when a mistake is to be told. */
export function documentOf(kept: KeptArticle, file: string, folder: string): Document {
  let read: Document | undefined;
  const whole = () => (read ??= readDocument(folder, file, () => {}));
  const nowhere = { line: 1, column: 1 };
  return {
    file,
    slug: kept.article.slug,
    fields: {
      data: kept.fields,
      valueAt: (path: Path) => whole().fields?.valueAt(path) ?? nowhere,
      keyAt: (path: Path) => whole().fields?.keyAt(path) ?? nowhere,
    },
    get body() {
      return whole().body;
    },
    get bodyLine() {
      return whole().bodyLine;
    },
  };
}
