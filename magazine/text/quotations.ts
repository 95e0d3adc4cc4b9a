import type { Token } from "markdown-it";
import { holdsMark } from "./quote-marks.ts";
import type { Mark } from "./quote-marks.ts";
import { pairQuotes, setPair } from "./quotes.ts";
import type { BlockQuotes, Neighbours, Quotes } from "./quotes.ts";

/**
 * Sets the quotation marks of a whole text, block by block. A quotation over several paragraphs opens at the first, may open again at each
 * that follows, and closes once.
 */
export function setQuotations(
  tokens: readonly Token[],
  neighbours: Neighbours,
  quotes: Quotes,
): void {
  const characters = new Map<Token, Map<number, string>>();
  const put = ({ token, at }: Mark, character: string): void => {
    const known = characters.get(token);
    if (known === undefined) characters.set(token, new Map([[at, character]]));
    else known.set(at, character);
  };
  // What opened in the paragraphs before and is not closed yet.
  let waiting: readonly Mark[] = [];
  for (const [index, { type, content, children }] of tokens.entries()) {
    if (type !== "inline" || !children) continue;
    if (!followsParagraph(tokens, index)) waiting = [];
    if (!holdsMark(content)) continue;
    waiting = goOn(waiting, pairQuotes(children, neighbours(children), quotes, put));
  }
  for (const [token, row] of characters) token.content = replaceAt(token.content, row);

  function goOn(before: readonly Mark[], block: BlockQuotes): readonly Mark[] {
    const { first, unclosed, unopened, any } = block;
    const own = unclosed ? [unclosed] : [];
    if (before.length === 0) return own;
    if (first) {
      // The convention says so itself: here the quotation goes on.
      for (const mark of [...before, ...own]) if (mark.straight) put(mark, openLike(first));
      return own;
    }
    if (unopened) {
      for (const mark of before) setPair(mark, unopened, quotes, put);
      return own;
    }
    return any ? own : before;
  }

  function openLike(mark: Mark): string {
    return mark.straight ? quotes[0] : mark.character;
  }
}

/** Whether the block is a paragraph right behind another. */
function followsParagraph(tokens: readonly Token[], index: number): boolean {
  const [close, open] = [tokens[index - 2], tokens[index - 1]];
  return close?.type === "paragraph_close" && open?.type === "paragraph_open";
}

/** A text with other characters at some places, in UTF-16 units. */
function replaceAt(text: string, characters: ReadonlyMap<number, string>): string {
  const pieces: string[] = [];
  let from = 0;
  for (const [at, character] of [...characters].toSorted(([a], [b]) => a - b)) {
    pieces.push(text.slice(from, at), character);
    from = at + 1;
  }
  return pieces.join("") + text.slice(from);
}
