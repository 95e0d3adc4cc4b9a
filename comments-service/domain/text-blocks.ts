/** A paragraph of a comment as its lines, each in pieces. */
export interface TextBlock {
  /** Whether it repeats somebody's words: its lines began with `>`. */
  isQuote: boolean;
  /** Whether its lines stand as they were typed, with the spaces at their beginnings: they stood between two fences. */
  isCode?: true;
  lines: TextPiece[][];
}

/** Words as they are, or an address that is to be a link. */
export type TextPiece = string | { href: string };

// Only these become links. Nothing in it can be matched in two ways, so it takes linear time.
const ADDRESS = /\b((?:https?:\/\/|mailto:)[\p{L}\p{N}][^\s<>"]*)/iu;

// A line of its own, as in CommonMark: three backticks or more, and perhaps the name of a language.
const FENCE = /^(`{3,})[ \t]*[\w#+.-]{0,20}$/u;

/**
 * How a comment's plain text is shown, in the page and in the feeds: blank lines part paragraphs, a line that begins with `>` is quoted,
 * and web and mail addresses are links. What stands between two lines of three backticks stays as it was typed. Nothing in it is markup.
 */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  const typed = text.split(/\r\n|\r|\n/);
  /** Undefined behind the end. */
  const isQuoted = (at: number) => typed[at]?.startsWith(">");
  const wordsAt = (at: number) => (typed[at] ?? "").slice(isQuoted(at) ? 1 : 0).trim();
  let open: TextBlock | undefined;
  // So many signs were looked for to the quotation's end in vain; without it, texts full of them would take the square of their length.
  let inVain = Infinity;
  for (let at = 0; at < typed.length; at += 1) {
    const isQuote = isQuoted(at) === true;
    if (isQuoted(at - 1) !== isQuote) inVain = Infinity;
    const words = wordsAt(at);
    const signs = FENCE.exec(words)?.[1]?.length ?? Infinity;
    if (signs < inVain) {
      // It is closed by as many signs or more, within the same quotation. A fence that nothing closes is none.
      let end = at + 1;
      while (isQuoted(end) === isQuote && !closes(wordsAt(end), signs)) end += 1;
      if (isQuoted(end) === isQuote) {
        const code = typed
          .slice(at + 1, end)
          .map((line) => [line.replace(isQuote ? /^> ?/u : "", "").trimEnd()]);
        if (code.some(([line]) => line)) blocks.push({ isQuote, isCode: true, lines: code });
        open = undefined;
        at = end;
        continue;
      }
      inVain = signs;
    }
    if (words === "") open = undefined;
    else {
      if (open?.isQuote !== isQuote) blocks.push((open = { isQuote, lines: [] }));
      open.lines.push(pieces(words));
    }
  }
  return blocks;
}

function closes(words: string, signs: number): boolean {
  return words.length >= signs && /^`+$/u.test(words);
}

function pieces(line: string): TextPiece[] {
  return line
    .split(ADDRESS)
    .flatMap((part, index) => (index % 2 ? linked(part) : part))
    .filter(Boolean);
}

/** The punctuation at an address's end belongs to the sentence around it; a closing bracket too, unless one was opened within. */
function linked(address: string): TextPiece[] {
  const around = `.,;:!?'“”’»…${address.includes("(") ? "" : ")"}`;
  let end = address.length;
  while (around.includes(address.charAt(end - 1))) end -= 1;
  return [{ href: address.slice(0, end) }, address.slice(end)];
}
