import { statSync } from "node:fs";
import { join } from "node:path";
import type { Image, Language, Magazine, Text } from "../model.ts";
import { shownIn } from "../pictures.ts";
import { typeset } from "../text/typography.ts";
import { readDocument } from "./documents.ts";
import { hintWords } from "./hint-words.ts";
import type { Mistake, Place } from "./mistakes.ts";

/** What may be meant so, and mostly is not: `expected` says what would be better. A hint keeps nothing from being printed. */
export type Hint = Omit<Mistake, "guess">;

/** More words on one page few readers scroll through. */
const longArticle = 1500;
const hugeFile = 5_000_000;
const hugePicture = 24_000_000;
/** So wide a picture stands above a text where there is room (the lead's `sizes`): a narrower one is blown up. */
const smallLead = 960;

interface Written {
  readonly file: string;
  readonly text: Text;
  readonly image: Image | null;
  readonly isArticle: boolean;
}

/** The hints about a magazine without mistakes that was read from the folder: file by file, in the order of their lines. */
export function hintsOn(magazine: Magazine, folder: string): Hint[] {
  const { articles, authors, pages, language } = magazine;
  const written: Written[] = [
    ...articles.map(({ file, text, image }) => ({ file, text, image, isArticle: true })),
    ...authors.map(({ file, bio, portrait: image }) => ({
      file,
      text: bio,
      image,
      isArticle: false,
    })),
    ...pages.map(({ file, text }) => ({ file, text, image: null, isArticle: false })),
  ];
  return written.flatMap((one) => hintsIn(one, folder, language));
}

function hintsIn(
  { file, text, image, isArticle }: Written,
  folder: string,
  language: Language,
): Hint[] {
  const words = hintWords[language];
  const { body, bodyLine } = readDocument(folder, file, () => undefined);
  const source = body.split("\n");
  const lines = readable(source);
  const at = (index: number, offset: number): Place => ({
    file,
    line: bodyLine + index,
    column: offset + 1,
  });
  const hint = (place: Place, [what, expected]: readonly [string, string]): Hint => ({
    ...place,
    what,
    expected,
  });
  const hints = lines.flatMap((line, index) => [
    ...[...line.matchAll(/(?<=\S) {2,}(?=\S)/g)]
      // The cells of a table stand under one another.
      .filter(() => !line.startsWith("|"))
      .map((found) => hint(at(index, found.index), words.spaces)),
    ...[...(source[index] ?? "").matchAll(/\bhttp:\/\/[^\s<>()\]"]+/g)]
      // Not in code.
      .filter(() => line !== "")
      .map((found) => hint(at(index, found.index), words.http(found[0]))),
  ]);
  for (const { line, column } of lonelyQuotes(lines, language))
    hints.push(hint(at(line, column), words.quote));
  if (isArticle && text.parts.length === 1 && text.words > longArticle)
    hints.push(
      hint(
        at(
          source.findIndex((line) => line.trim() !== ""),
          0,
        ),
        words.long(text.words),
      ),
    );
  for (const picture of [image, ...Object.values(text.images)]) {
    const size = picture === null ? null : hugeness(picture, folder);
    if (picture !== null && size !== null)
      hints.push(hint({ file, line: 1, column: 1 }, words.picture(picture.file, ...size)));
  }
  if (isArticle && image !== null && leadWidth(image) < smallLead)
    hints.push(hint({ file, line: 1, column: 1 }, words.small(image.file, leadWidth(image))));
  return hints.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** The lines with what is no prose blotted out, each as long as it was; those of code are empty. */
function readable(source: readonly string[]): string[] {
  let fence = "";
  return source.map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence !== "") {
      if (mark.startsWith(fence)) fence = "";
      return "";
    }
    fence = mark;
    if (mark !== "") return "";
    const blot = (found: string) => "x".repeat(found.length);
    return line.replace(/`+[^`]*`+|\\.|\]\([^)]*\)|<!--.*?-->|https?:\/\/\S+/g, blot);
  });
}

const quote = /["„“”‚‘’'»«›‹]/g;

/** Straight marks that typography leaves straight, since they find no partner; lines and columns from 0. */
function lonelyQuotes(
  lines: readonly string[],
  language: Language,
): { line: number; column: number }[] {
  return blocksOf(lines).flatMap(({ first, text, next }) => {
    const marks = [...text.matchAll(quote)];
    const set = [...typeset(text, language).matchAll(quote)];
    // A quotation over several paragraphs opens at each.
    const goesOn = /^[>\s]*"/.test(text) && /^[>\s]*"/.test(next);
    return marks.flatMap((mark, index) => {
      if (mark[0] !== '"' || set[index]?.[0] !== '"' || set.length !== marks.length) return [];
      if (goesOn && /^[>\s]*$/.test(text.slice(0, mark.index))) return [];
      const before = text.slice(0, mark.index).split("\n");
      return [{ line: first + before.length - 1, column: before.at(-1)?.length ?? 0 }];
    });
  });
}

/** What stands between empty lines, and what follows it. */
function blocksOf(lines: readonly string[]): { first: number; text: string; next: string }[] {
  const blocks: { first: number; lines: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const last = blocks.at(-1);
    if (last !== undefined && last.first + last.lines.length === index) last.lines.push(line);
    else blocks.push({ first: index, lines: [line] });
  }
  return blocks.map(({ first, lines: own }, index) => ({
    first,
    text: own.join("\n"),
    next: blocks[index + 1]?.lines[0] ?? "",
  }));
}

/** The megabytes and megapixels of a picture that is huge in either. */
function hugeness({ file, width, height }: Image, folder: string): [string, string] | null {
  const bytes = statSync(join(folder, file)).size;
  const pixels = file.endsWith(".svg") ? 0 : width * height;
  if (bytes <= hugeFile && pixels <= hugePicture) return null;
  return [(bytes / 1_000_000).toFixed(1), (pixels / 1_000_000).toFixed(0)];
}

/** How many pixels a picture has from left to right when it is cut for its place above a text; an SVG has as many as it needs. */
function leadWidth(image: Image): number {
  return image.file.endsWith(".svg") ? Infinity : shownIn("lead", image).width;
}
