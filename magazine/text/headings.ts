import type { Token } from "markdown-it";
import type { ContentsEntry, Language } from "../model.ts";
import { isReservedId } from "../page-ids.ts";
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

export interface Headings {
  /** Each id with the part it stands in. */
  readonly parts: ReadonlyMap<string, number>;
  /** Ids that the page itself has, with the one that the first heading of those words has got instead. */
  readonly instead: ReadonlyMap<string, string>;
}

/**
 * Gives each heading its id, unique over all parts and so the same in every view. Where the page itself has the id, or a heading before,
 * it gets a number: `autoren-2`; what the page numbers itself, as `kommentar-3`, gets a word before it.
 */
export function nameHeadings(parts: readonly (readonly Token[])[], language: Language): Headings {
  const ids = new Map<string, number>();
  const instead = new Map<string, string>();
  const counts = new Map<string, number>();
  const noun = languageWords[language].heading;
  for (const { open, words, part } of headingsOf(parts)) {
    const slug = slugOf(words, language) || noun;
    const base = isReservedId(numbered(slug, 2)) ? `${noun}-${slug}` : slug;
    let count = (counts.get(base) ?? 0) + 1;
    while (ids.has(numbered(base, count)) || isReservedId(numbered(base, count))) count += 1;
    counts.set(base, count);
    const id = numbered(base, count);
    ids.set(id, part);
    if (isReservedId(slug) && !instead.has(slug)) instead.set(slug, id);
    open.attrSet("id", id);
  }
  return { parts: ids, instead };
}

/** Lets links lead to the headings that are meant: where the text has a heading `Autoren`, that is what its `#autoren` is. */
export function leadToHeadings(blocks: readonly Token[], { instead }: Headings): void {
  if (instead.size === 0) return;
  for (const token of blocks.flatMap(({ children }) => children ?? [])) {
    const href = token.type === "link_open" ? token.attrGet("href") : null;
    const id = href?.startsWith("#") ? instead.get(href.slice(1)) : undefined;
    if (id !== undefined) token.attrSet("href", `#${id}`);
  }
}

function numbered(slug: string, count: number): string {
  return count === 1 ? slug : `${slug}-${count}`;
}

/**
 * Headings that a page cannot have. Each part stands on a page of its own under the article's title (the h1), so that levels are
 * counted anew in each.
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
    return [];
  }

  function refuse(open: Token, what: string, expected: string): TextMistake {
    return mistake(startOfLine(lines, open.map?.[0] ?? 0), what, expected);
  }
}

/** The headings of a text whose headings are named, in their order. */
export function contentsOf(parts: readonly (readonly Token[])[]): ContentsEntry[] {
  return headingsOf(parts).map(({ open, words, part }) => ({
    id: String(open.attrGet("id")),
    words,
    level: levelOf(open),
    part,
  }));
}

function headingsOf(parts: readonly (readonly Token[])[]): Heading[] {
  const headings: Heading[] = [];
  for (const [index, part] of parts.entries()) {
    for (const [at, open] of part.entries()) {
      if (open.type !== "heading_open" || open.level > 0) continue;
      headings.push({ open, words: plainText(part[at + 1]?.children ?? []), part: index + 1 });
    }
  }
  return headings;
}

function levelOf(open: Token): number {
  return Number(open.tag.slice(1));
}
