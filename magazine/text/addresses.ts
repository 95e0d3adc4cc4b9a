import type { Token } from "markdown-it";

/**
 * Turns web and mail addresses inside text, and the words of `<https://…>` links, into tokens that the rules of typography pass by.
 * markdown-it's `text_special` is such a token; its rule `text_join` makes text of it at the end.
 */
export function protectAddresses(children: readonly Token[], TokenClass: typeof Token): Token[] {
  let inAutolink = false;
  return children.flatMap((token) => {
    if (token.type === "link_open") inAutolink = token.info === "auto";
    if (token.type === "link_close") inAutolink = false;
    if (token.type !== "text") return [token];
    if (!inAutolink) return splitAddresses(token, TokenClass);
    token.type = "text_special";
    return [token];
  });
}

function splitAddresses(token: Token, TokenClass: typeof Token): Token[] {
  if (!/:\/\/|www\.|@/.test(token.content)) return [token];
  const pieces: Token[] = [];
  const cut = (type: string, start: number, end: number): void => {
    const piece = new TokenClass(type, "", 0);
    piece.level = token.level;
    piece.content = token.content.slice(start, end);
    pieces.push(piece);
  };
  let end = 0;
  for (const { 0: word, index } of token.content.matchAll(/[^\s"„“”()<>[\]]+/g)) {
    const address = addressIn(word);
    if (address === undefined) continue;
    const start = index + address.start;
    if (start > end) cut("text", end, start);
    end = index + address.end;
    cut("text_special", start, end);
  }
  if (end < token.content.length) cut("text", end, token.content.length);
  return pieces;
}

/** The address in a word without the marks around it: `'www.example.org',` */
function addressIn(word: string): { start: number; end: number } | undefined {
  const isAddress = word.includes("://") || word.includes("www.") || /[^@]@[^@]/.test(word);
  if (!isAddress) return undefined;
  const start = word.startsWith("'") ? 1 : 0;
  let end = word.length;
  while (end > start && ".,;:!?'…".includes(word.charAt(end - 1))) end -= 1;
  return end > start ? { start, end } : undefined;
}
