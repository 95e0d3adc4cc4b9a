import type { Token } from "markdown-it";
import type { Language } from "../model.ts";
import { gap } from "./gaps.ts";
import { writtenText } from "./inline.ts";
import type { Found } from "./inline.ts";
import { templateMistake } from "./leftover-rules.ts";
import { isTemplate } from "./leftovers.ts";
import { mistake } from "./mistakes.ts";
import type { TextMistake } from "./mistakes.ts";
import { typeset, typesetWords } from "./typography.ts";
import { escapeHtml } from "./view.ts";

/** A picture of the text, as the reader of the content looks for it. */
export interface TextImage {
  /** As a path: `bilder/großes tor.png`, whichever way it was written. */
  readonly src: string;
  readonly line: number;
  readonly column: number;
}

/** What is kept on an image's token for printing. */
interface Picture {
  readonly src: string;
  readonly alt: string;
  /** Set on a picture that stands alone in its paragraph and has a title; empty where that holds only a credit. */
  readonly caption: string | null;
  /** Whose it is: what stands in the title behind a bar; mostly empty. */
  readonly credit: string;
}

/** Prepares the pictures for printing; a paragraph of one picture with a title becomes a figure. */
export function preparePictures(blocks: readonly Token[], language: Language): void {
  for (const [index, { children }] of blocks.entries()) {
    for (const token of children ?? []) {
      if (token.type !== "image") continue;
      const title = token.attrGet("title");
      const [caption = "", ...credit] = (title ?? "").split("|").map((words) => words.trim());
      const alone = children?.length === 1 && blocks[index - 1]?.type === "paragraph_open";
      const picture: Picture = {
        src: pathOf(token.attrGet("src") ?? ""),
        alt: typeset(writtenText(token.children ?? []), language),
        caption: alone && title !== null ? typesetWords(caption, language) : null,
        credit: typesetWords(credit.join(" | "), language),
      };
      token.meta = picture;
      if (picture.caption !== null) [blocks[index - 1], blocks[index + 1]].forEach(becomeFigure);
    }
  }
}

function becomeFigure(paragraph: Token | undefined): void {
  if (paragraph === undefined) return;
  paragraph.type = paragraph.nesting === 1 ? "figure_open" : "figure_close";
  paragraph.tag = "figure";
  // In a tight list paragraphs have no tags.
  paragraph.hidden = false;
}

/** markdown-it escapes addresses; a path is wanted as letters, in NFC whichever way they were escaped. */
function pathOf(address: string): string {
  try {
    return decodeURIComponent(address).normalize("NFC");
  } catch {
    return address;
  }
}

function pictureOf(token: Token): Picture {
  // Put there by `preparePictures`; a picture inside another's description has none and is not printed.
  return token.meta as Picture;
}

const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Pictures that cannot be printed, or that not everybody could make out. */
export function imageMistakes(found: readonly Found[]): TextMistake[] {
  return found.flatMap(({ token, place, inAlt }) => {
    if (token.type !== "image") return [];
    if (!inAlt && isTemplate(pictureOf(token).src)) {
      return [templateMistake("the picture", pictureOf(token).src, place())];
    }
    const faults = inAlt ? [nested] : faultsOf(token);
    return faults.map(([what, expected]) => mistake(place(), what, expected));
  });
}

type Fault = readonly [what: string, expected: string];

const nested: Fault = ["a picture inside another's description", "words that describe the picture"];

function faultsOf(token: Token): Fault[] {
  const { src, alt, caption } = pictureOf(token);
  const faults: Fault[] = [];
  if (src === "") faults.push(["a picture without a file", "![what it shows](file.jpg)"]);
  if (elsewhere.test(src)) {
    const expected = "a file beside the text: nothing is loaded from others";
    faults.push([`a picture from elsewhere, "${src}"`, expected]);
  }
  if (alt.trim() === "") {
    const expected = "what it shows, between the brackets: ![…](file.jpg)";
    faults.push(["a picture without a description", expected]);
  }
  if (token.attrGet("title") !== null && caption === null) {
    const expected = "an empty line before and behind it";
    faults.push(["a picture with a caption inside a paragraph", expected]);
  }
  return faults;
}

/** The pictures that stand beside the text, in the order of the source. */
export function imagesOf(found: readonly Found[]): TextImage[] {
  return found.flatMap(({ token, place, inAlt }) => {
    if (token.type !== "image" || inAlt) return [];
    const { src } = pictureOf(token);
    return src === "" || elsewhere.test(src) || isTemplate(src) ? [] : [{ src, ...place() }];
  });
}

/** A picture, which the page prints in its place, and below it, in a figure, its caption and credit. */
export function printImage(token: Token): string {
  const { src, alt, caption, credit } = pictureOf(token);
  if (elsewhere.test(src)) return escapeHtml(alt);
  const picture = gap("image", src, alt);
  if (caption === null) return picture;
  const whose = credit === "" ? "" : `<small>${escapeHtml(credit)}</small>`;
  const says = [escapeHtml(caption), whose].filter((one) => one !== "").join(" ");
  return `${picture}<figcaption class="ui">${says}</figcaption>`;
}

/** A picture that nothing more is known of. */
export function printAsWritten(src: string, alt: string): string {
  return `<img alt="${escapeHtml(alt)}" src="${escapeHtml(encodeURI(src))}" loading="lazy" decoding="async">`;
}
