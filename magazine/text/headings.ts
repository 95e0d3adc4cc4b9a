import type { Token } from "markdown-it";
import type { Language } from "../model.ts";
import { isReservedId } from "./ids.ts";
import { plainText } from "./inline.ts";
import { languageWords } from "./language.ts";
import { mistake } from "./mistakes.ts";
import type { TextMistake } from "./mistakes.ts";
import { startOfLine } from "./places.ts";
import { slugOf } from "./slug.ts";

interface Heading {
  readonly open: Token;
  readonly words: string;
  /** From 1. */
  readonly part: number;
}

/**
 * Gives each heading its id, unique over all parts and so the same in every view.
 * @returns each id with the part it stands in
 */
export function nameHeadings(
  parts: readonly (readonly Token[])[],
  language: Language,
): Map<string, number> {
  const ids = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { open, words, part } of headingsOf(parts)) {
    const slug = slugOf(words, language) || languageWords[language].heading;
    let count = (counts.get(slug) ?? 0) + 1;
    while (ids.has(numbered(slug, count))) count += 1;
    counts.set(slug, count);
    ids.set(numbered(slug, count), part);
    open.attrSet("id", numbered(slug, count));
  }
  return ids;
}

function numbered(slug: string, count: number): string {
  return count === 1 ? slug : `${slug}-${count}`;
}

/**
 * Headings that a page cannot have. Each part stands on a page of its own under the article's title (the h1), so that levels are
 * counted anew in each. To be asked after `nameHeadings`.
 */
export function headingMistakes(
  body: readonly Token[],
  parts: readonly (readonly Token[])[],
  lines: readonly string[],
): TextMistake[] {
  const top = new Set(headingsOf(parts).map(({ open }) => open));
  const nested = body.filter((token) => token.type === "heading_open" && !top.has(token));
  return [
    ...nested.map((open) =>
      refuse(open, "a heading inside another block", "headings between paragraphs"),
    ),
    ...parts.flatMap((part) => {
      let level = 1;
      return headingsOf([part]).flatMap(({ open, words }) => {
        const above = level;
        level = levelOf(open);
        return judge(open, words, above);
      });
    }),
  ];

  function judge(open: Token, words: string, above: number): TextMistake[] {
    const level = levelOf(open);
    const id = open.attrGet("id") ?? "";
    if (open.markup === "=" || open.markup === "-") {
      const expected = `${"#".repeat(Math.max(2, level))} before the words, or an empty line before a ruled line`;
      return [refuse(open, "a heading made by underlining", expected)];
    }
    if (words.trim() === "") return [refuse(open, "a heading without words", "words behind the #")];
    if (level === 1) {
      const expected = "## or more: the title is the page's one heading above";
      return [refuse(open, "a heading with one #", expected)];
    }
    if (level > above + 1) {
      const expected = `at most ${"#".repeat(above + 1)} here`;
      return [refuse(open, `a heading with ${"#".repeat(level)} skips a level`, expected)];
    }
    if (!isReservedId(id)) return [];
    const what = `a heading with the id "${id}", which the page itself has`;
    return [refuse(open, what, "other words in the heading")];
  }

  function refuse(open: Token, what: string, expected: string): TextMistake {
    return mistake(startOfLine(lines, open.map?.[0] ?? 0), what, expected);
  }
}

function headingsOf(parts: readonly (readonly Token[])[]): Heading[] {
  return parts.flatMap((part, index) =>
    part.flatMap((open, at) => {
      if (open.type !== "heading_open" || open.level > 0) return [];
      return [{ open, words: plainText(part[at + 1]?.children ?? []), part: index + 1 }];
    }),
  );
}

function levelOf(open: Token): number {
  return Number(open.tag.slice(1));
}
