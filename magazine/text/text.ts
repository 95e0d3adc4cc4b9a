import { hash } from "node:crypto";
import type { Token } from "markdown-it";
import type { Language, Rendered } from "../model.ts";
import { markAlone } from "./alone.ts";
import { boxMistakes, withoutPullQuotes } from "./boxes.ts";
import { splitNotes } from "./footnotes.ts";
import { citationMistakes, definitionMistakes } from "./footnote-mistakes.ts";
import { headingMistakes, leadToHeadings, nameHeadings } from "./headings.ts";
import { htmlMistakes } from "./html.ts";
import { imageMistakes, imagesOf, preparePictures } from "./images.ts";
import type { TextImage } from "./images.ts";
import { findInline, plainText } from "./inline.ts";
import { leftoverMistakes } from "./leftover-rules.ts";
import { linkMistakes, linksOf, markWordlessLinks } from "./links.ts";
import type { TextLink } from "./links.ts";
import { byPlace } from "./mistakes.ts";
import type { TextMistake } from "./mistakes.ts";
import { emptyPartMistakes, splitParts } from "./pagebreaks.ts";
import { parse } from "./parser.ts";
import { render } from "./render.ts";
import { prepareTables } from "./tables.ts";
import { typeset } from "./typography.ts";
import { wordsIn } from "./words.ts";

export type { Language, TextImage, TextMistake };
export { renderText } from "./rendered.ts";
export type { RenderOptions } from "./rendered.ts";
export { slugOf } from "./slug.ts";
export { typeset };

export interface PartInfo {
  /** From `<!-- pagebreak: Title -->`, typeset; the first part has null. */
  readonly title: string | null;
}

/** A parsed Markdown text. With mistakes it can still be printed, safely but not as meant. */
export interface Text {
  readonly parts: readonly PartInfo[];
  /** Of the whole text with its footnotes, code and pull quotes left out: for the reading time. */
  readonly words: number;
  /** The ids of its headings, each with the part it stands in, from 1. */
  readonly headings: readonly (readonly [id: string, part: number])[];
  readonly images: readonly TextImage[];
  /** To pages of the magazine. */
  readonly links: readonly TextLink[];
  /** In the order of the source. */
  readonly mistakes: readonly TextMistake[];
  /** SHA-256 of its source, in hexadecimal: two texts of one language with the same key are the same. */
  readonly key: string;
  /** Its HTML, for `renderText` to print. */
  readonly rendered: Rendered;
}

/** Parses a Markdown text once for all its views; everything that is wrong with it is in `mistakes`. */
export function parseText(source: string, language: Language): Text {
  const lines = source.split(/\r\n?|\n/);
  const { tokens, environment } = parse(source, language);
  const { body, notes } = splitNotes(tokens);
  const split = splitParts(body);
  const parts = split.map((part) => part.tokens);
  const blocks = [...parts, ...notes.map((note) => note.tokens)].flat();
  preparePictures(blocks, language);
  prepareTables(blocks);
  const headings = nameHeadings(parts, language);
  leadToHeadings(blocks, headings);
  markWordlessLinks(blocks);
  markAlone(parts, language);
  const found = findInline(body, notes, lines, environment);
  const mistakes = [
    ...emptyPartMistakes(split, lines),
    ...htmlMistakes(blocks, found, lines),
    ...leftoverMistakes(blocks, found, lines),
    ...headingMistakes(blocks, parts, lines),
    ...definitionMistakes(environment, notes, lines),
    ...citationMistakes(found, environment),
    ...linkMistakes(found, new Set(headings.parts.keys())),
    ...imageMistakes(found),
    ...boxMistakes(blocks, lines),
  ];
  return {
    parts: split.map(({ title }) => ({ title: title === null ? null : typeset(title, language) })),
    words: countWords(withoutPullQuotes(blocks)),
    headings: [...headings.parts],
    images: imagesOf(found),
    links: linksOf(found),
    mistakes: mistakes.toSorted(byPlace),
    key: hash("sha256", source),
    rendered: render({ language, parts, notes, headings: headings.parts }),
  };
}

function countWords(blocks: readonly Token[]): number {
  let count = 0;
  for (const { children } of blocks) {
    if (children === null) continue;
    count += wordsIn(plainText(children.filter(({ type }) => type !== "code_inline")));
  }
  return count;
}
