import type { Article, Image, Rendered, Text } from "../model.ts";
import { readDocument } from "./documents.ts";
import type { Document, Listed } from "./documents.ts";
import type { Fields } from "./fields.ts";
import { isImage } from "./images.ts";
import type { Kept, KeptArticle } from "./memory.ts";
import type { Reading, Shelves } from "./reading.ts";
import type { Renderings } from "./renderings.ts";

/** What articles are compared by. */
const compared = ["id", "column", "aliases", "topics", "series"];

/** What of magazine.yaml an article is read with. */
export function conditionsOf({ language, timeZone, closeAfter }: Reading): string {
  return `${language} ${timeZone} ${closeAfter}`;
}

/** An article as it is kept. */
export function keptOf(article: Article, document: Document, conditions: string): KeptArticle {
  const data = document.fields?.data ?? {};
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
      text: bare(article.text),
    },
  };
}

/** A text without its HTML: each field by its name, since that is not to be looked at. */
export function bare({ parts, words, headings, images, links, key }: Text): Omit<Text, "rendered"> {
  return { parts, words, headings, images, links, key };
}

/** Whether a picture is still the one that a file names. */
export function stands(
  file: string,
  src: string,
  { hash, file: from }: Image,
  { findImage }: Reading,
): boolean {
  const found = findImage(file, src);
  return isImage(found) && found.hash === hash && found.file === from;
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
  const { image, text } = article;
  if (image !== null && !stands(file, imageSrc ?? "", image, reading)) return null;
  if (!Object.entries(text.images).every(([src, one]) => stands(file, src, one, reading)))
    return null;
  return { ...article, column, authors, text: withRendered(text, file, reading) };
}

/** A text whose HTML is looked up when it is printed. */
export function withRendered(
  text: Omit<Text, "rendered">,
  file: string,
  { renderings }: Reading,
): Text {
  return new TextInFile(text, file, renderings);
}

/** A class, since an object that bears a getter of its own shares its shape with no other: of ten thousand that is much memory. */
class TextInFile implements Text {
  readonly parts: Text["parts"];
  readonly words: Text["words"];
  readonly headings: Text["headings"];
  readonly images: Text["images"];
  readonly links: Text["links"];
  readonly key: Text["key"];
  readonly #file: string;
  readonly #renderings: Renderings;

  constructor(text: Omit<Text, "rendered">, file: string, renderings: Renderings) {
    this.parts = text.parts;
    this.words = text.words;
    this.headings = text.headings;
    this.images = text.images;
    this.links = text.links;
    this.key = text.key;
    this.#file = file;
    this.#renderings = renderings;
  }

  get rendered(): Rendered {
    return this.#renderings.of(this.#file, this.key);
  }
}

/** A file of which only some fields are known; the rest is read when a mistake is to be told. */
export function documentOf(
  file: string,
  slug: string,
  fields: Fields["data"],
  folder: string,
): Listed {
  return new KeptDocument(file, slug, fields, folder);
}

class KeptDocument implements Listed {
  readonly file: string;
  readonly slug: string;
  readonly #data: Fields["data"];
  readonly #folder: string;
  #read: Document | undefined;

  constructor(file: string, slug: string, fields: Fields["data"], folder: string) {
    this.file = file;
    this.slug = slug;
    this.#data = fields;
    this.#folder = folder;
  }

  get fields(): NonNullable<Listed["fields"]> {
    return {
      data: this.#data,
      valueAt: (path) => this.#whole().fields?.valueAt(path) ?? { line: 1, column: 1 },
    };
  }

  #whole(): Document {
    return (this.#read ??= readDocument(this.#folder, this.file, () => {}));
  }
}
