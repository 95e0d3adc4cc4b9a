import type { Token } from "markdown-it";
import type { Environment } from "./environment.ts";
import type { Note } from "./footnotes.ts";
import type { Place } from "./mistakes.ts";
import { locateIn } from "./places.ts";
import type { Locate } from "./places.ts";

/** An inline token that somebody has to judge, and where it stands. */
export interface Found {
  readonly token: Token;
  readonly place: () => Place;
  /** In the words that describe a picture. */
  readonly inAlt: boolean;
  readonly inNote: boolean;
}

const judged = new Set([
  "link_open",
  "image",
  "html_inline",
  "footnote_ref",
  "footnote_missing",
  "link_broken",
  "leftover",
]);

/** All links, pictures, citations and pieces of HTML of a text, in the order of the source. */
export function findInline(
  body: readonly Token[],
  notes: readonly Note[],
  lines: readonly string[],
  { offsets }: Environment,
): Found[] {
  const found: Found[] = [];
  // A note written where it is cited has no line of its own.
  const citedAt = new Map<number, Locate>();

  function visit(
    children: readonly Token[],
    locate: Locate,
    within: Pick<Found, "inAlt" | "inNote">,
  ): void {
    for (const token of children) {
      if (!judged.has(token.type)) continue;
      // markdown-it makes a link's token when it is past the bracket.
      const offset =
        (offsets.get(token) ?? 0) - (token.type === "link_open" && token.info !== "auto" ? 1 : 0);
      found.push({ token, place: () => locate(offset), ...within });
      // Behind the two characters of `![` and `^[`.
      const inside: Locate = (further) => locate(offset + 2 + further);
      if (token.type === "footnote_ref") citedAt.set(citationOf(token).note, inside);
      if (token.type === "image") visit(token.children ?? [], inside, { ...within, inAlt: true });
    }
  }

  function visitBlocks(blocks: readonly Token[], note: number | null): void {
    let row: { line: number; end: number } | undefined;
    for (const block of blocks) {
      if (block.type === "tr_open" && block.map) row = { line: block.map[0], end: 0 };
      if (block.type === "table_close") row = undefined;
      if (block.type !== "inline" || !block.children) continue;
      const locate = row ? locateCell(row, block.content) : locateBlock(block, note);
      visit(block.children, locate, { inAlt: false, inNote: note !== null });
    }
  }

  function locateBlock(block: Token, note: number | null): Locate {
    if (block.map) return locateIn(lines, block.map[0], block.content);
    return citedAt.get(note ?? 0) ?? (() => ({ line: 1, column: 1 }));
  }

  function locateCell(row: { line: number; end: number }, content: string): Locate {
    const { line } = row;
    const start = lines[line]?.indexOf(content, row.end) ?? -1;
    if (start >= 0) row.end = start + content.length;
    return (offset) => ({ line: line + 1, column: Math.max(0, start) + offset + 1 });
  }

  visitBlocks(body, null);
  for (const { number, tokens } of notes) visitBlocks(tokens, number);
  return found;
}

/** What markdown-it-footnote says of a citation, counted from 1: the note, and which of its citations this is. */
export function citationOf({ meta }: Token): { note: number; citation: number } {
  const { id, subId = 0 } = meta as { id: number; subId?: number };
  return { note: id + 1, citation: subId + 1 };
}

/** What a reader reads of inline tokens, without footnotes and pictures. */
export function plainText(children: readonly Token[]): string {
  let text = "";
  for (const { type, content } of children) {
    if (type === "softbreak" || type === "hardbreak") text += "\n";
    else if (type === "text" || type === "text_special" || type === "code_inline") text += content;
  }
  return text;
}

/** The same with the backslashes that keep signs as they are, for `typeset`. */
export function writtenText(children: readonly Token[]): string {
  return children
    .map((token) => {
      if (token.info === "escape") return token.markup;
      return plainText([token]).replaceAll("\\", "\\\\");
    })
    .join("");
}
