import type { Guess } from "../guess.ts";
import type { Author, Column, Image, Language, Text } from "../model.ts";
import { parseText } from "../text/text.ts";
import type { Document } from "./documents.ts";
import type { Spot } from "./fields.ts";
import { isImage } from "./images.ts";
import type { FindImage } from "./images.ts";
import { withRendered } from "./kept-articles.ts";
import type { Report } from "./mistakes.ts";
import { columnAsWritten } from "./nfc.ts";
import type { Renderings } from "./renderings.ts";

/** What every document is read with. */
export interface Reading {
  readonly language: Language;
  readonly timeZone: string;
  /** After how many days comments close, where an article says nothing else; null: never. */
  readonly closeAfter: number | null;
  readonly findImage: FindImage;
  /** Takes and gives the HTML of texts. */
  readonly renderings: Renderings;
  readonly report: Report;
}

/** The files that a reference may name, and what was read from them: nothing, where a file has mistakes. */
export interface Shelf<Thing> {
  readonly slugs: ReadonlySet<string>;
  /** Which of them was probably meant. */
  readonly guess: Guess;
  readonly things: ReadonlyMap<string, Thing>;
}

export interface Shelves {
  readonly columns: Shelf<Column>;
  readonly authors: Shelf<Author>;
}

/** The image that a field names; null when the field is left out, or wrong, which is reported. */
export function imageIn(
  document: Document,
  field: string,
  { findImage, report }: Reading,
): Image | null {
  const src = document.fields?.data[field];
  if (document.fields === null || typeof src !== "string" || src.trim() === "") return null;
  const found = findImage(document.file, src);
  if (isImage(found)) return found;
  const place = { file: document.file, ...document.fields.valueAt([field]) };
  for (const wrong of found) report({ ...place, ...wrong });
  return null;
}

/** A document's body as a text, in NFC; what is wrong in it is reported at the file's lines and columns. */
export function textOf(document: Document, reading: Reading): Text {
  const { language, findImage, report, renderings } = reading;
  const { file, body, bodyLine } = document;
  const source = body.normalize("NFC");
  const { mistakes, images, links, rendered, ...text } = parseText(source, language);
  renderings.add(text.key, rendered);
  const lines = source === body ? [] : body.split("\n");
  const inFile = ({ line, column }: Spot): Spot => ({
    line: line + bodyLine - 1,
    column: columnAsWritten(lines[line - 1] ?? "", column),
  });
  for (const mistake of mistakes) report({ ...mistake, file, ...inFile(mistake) });
  const found: Record<string, Image> = {};
  for (const { src, ...spot } of images) {
    const image = findImage(file, src);
    if (isImage(image)) found[src] = image;
    else for (const wrong of image) report({ file, ...inFile(spot), ...wrong });
  }
  const known = {
    ...text,
    images: found,
    links: links.map((link) => Object.assign(inFile(link), { href: link.href })),
  };
  return withRendered(known, file, reading);
}

/** A text of one page: whoever is read here is no article. */
export function textOfOnePart(document: Document, reading: Reading): Text {
  const text = textOf(document, reading);
  if (text.parts.length > 1) {
    const line = document.body.split("\n").findIndex((line) => line.startsWith("<!-- pagebreak"));
    reading.report({
      file: document.file,
      line: document.bodyLine + Math.max(line, 0),
      column: 1,
      what: "here is a page break",
      expected: "page breaks in articles only",
    });
  }
  return text;
}

/** Reports a document whose body holds no word and no image. */
export function refuseEmpty({ file, fields, body, bodyLine }: Document, report: Report): void {
  if (fields === null || body.trim() !== "") return;
  report({
    file,
    line: bodyLine,
    column: 1,
    what: "the text is missing",
    expected: "Markdown after the front matter",
  });
}
