import type { Token } from "markdown-it";
import { numbersIn } from "./numbers.ts";
import type { Span } from "./numbers.ts";

/**
 * Turns web and mail addresses inside text, the words of `<https://…>` links, and numbers to call or to look up into tokens that the
 * rules of typography pass by. markdown-it's `text_special` is such a token; its rule `text_join` makes text of it at the end.
 */
export function protectAddresses(children: readonly Token[], TokenClass: typeof Token): Token[] {
  const all: Token[] = [];
  let inAutolink = false;
  for (const token of children) {
    if (token.type === "link_open") inAutolink = token.info === "auto";
    if (token.type === "link_close") inAutolink = false;
    if (token.type !== "text") all.push(token);
    else if (!inAutolink) for (const piece of cutOut(token, TokenClass)) all.push(piece);
    else {
      token.type = "text_special";
      all.push(token);
    }
  }
  return all;
}

function cutOut(token: Token, TokenClass: typeof Token): Token[] {
  const text = token.content;
  const spans = [...addressesIn(text), ...numbersIn(text)];
  if (spans.length === 0) return [token];
  const pieces: Token[] = [];
  const cut = (type: string, start: number, end: number): void => {
    const piece = new TokenClass(type, "", 0);
    piece.level = token.level;
    piece.content = text.slice(start, end);
    pieces.push(piece);
  };
  let last = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    // A number inside an address.
    if (start < last) continue;
    if (start > last) cut("text", last, start);
    cut("text_special", start, end);
    last = end;
  }
  if (last < text.length) cut("text", last, text.length);
  return pieces;
}

function addressesIn(text: string): Span[] {
  if (!/:\/\/|www\.|@/.test(text)) return [];
  return [...text.matchAll(/[^\s"„“”()<>[\]]+/g)].flatMap(({ 0: word, index }) => {
    const found = addressIn(word);
    return found ? [{ start: index + found.start, end: index + found.end }] : [];
  });
}

/** The address in a word without the marks around it: `'www.example.org',` */
function addressIn(word: string): Span | undefined {
  const isAddress = word.includes("://") || word.includes("www.") || /[^@]@[^@]/.test(word);
  if (!isAddress) return undefined;
  const start = word.startsWith("'") ? 1 : 0;
  let end = word.length;
  while (end > start && ".,;:!?'…".includes(word.charAt(end - 1))) end -= 1;
  return end > start ? { start, end } : undefined;
}
