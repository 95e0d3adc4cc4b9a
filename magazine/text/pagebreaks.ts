import type { Token } from "markdown-it";
import { mistake } from "./mistakes.ts";
import type { TextMistake } from "./mistakes.ts";
import { startOfLine } from "./places.ts";

export interface Part {
  /** As written at the page break before it; null for the first part, and without one. */
  readonly title: string | null;
  readonly tokens: readonly Token[];
  /** The page break that it begins with; null for the first part. */
  readonly begin: Token | null;
}

/**
 * Reads `<!-- pagebreak -->` and `<!-- pagebreak: Title -->`, with any white space around the words.
 * @returns undefined when the source is not one page break and nothing else
 */
export function readPageBreak(source: string): { title: string | null } | undefined {
  const written = source.trim();
  const isComment = written.startsWith("<!--") && written.indexOf("-->", 4) === written.length - 3;
  if (!isComment) return undefined;
  const inner = written.slice(4, -3).trim();
  if (inner === "pagebreak") return { title: null };
  const title = /^pagebreak\s*:(.*)$/.exec(inner)?.[1]?.trim();
  return title ? { title } : undefined;
}

/** Splits a text at the page breaks that stand between its blocks. At least one part. */
export function splitParts(body: readonly Token[]): Part[] {
  const parts: { title: string | null; tokens: Token[]; begin: Token | null }[] = [];
  let tokens: Token[] = [];
  parts.push({ title: null, tokens, begin: null });
  for (const token of body) {
    const found = isBetweenBlocks(token) ? readPageBreak(token.content) : undefined;
    if (found) parts.push({ title: found.title, tokens: (tokens = []), begin: token });
    else tokens.push(token);
  }
  return parts;
}

function isBetweenBlocks({ type, level }: Token): boolean {
  return type === "html_block" && level === 0;
}

/** Page breaks with nothing before, between or behind them. */
export function emptyPartMistakes(parts: readonly Part[], lines: readonly string[]): TextMistake[] {
  return parts.flatMap(({ tokens, begin }, index) => {
    // An empty first part is the fault of the page break behind it.
    const at = begin ?? parts[1]?.begin;
    if (tokens.length > 0 || !at) return [];
    return [
      mistake(
        startOfLine(lines, at.map?.[0] ?? 0),
        whatIsWrong(index),
        "text before and behind each page break",
      ),
    ];
  });

  function whatIsWrong(index: number): string {
    if (index === 0) return "a page break before the first words";
    return index === parts.length - 1
      ? "a page break behind the last words"
      : "two page breaks in a row";
  }
}
