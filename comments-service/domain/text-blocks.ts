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
  const lines = text.split(/\r\n|\r|\n/).map(readLine);
  const fencedTo = fences(lines);
  let open: TextBlock | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const { isQuote, words } = lines[at] ?? { isQuote: false, words: "" };
    const end = fencedTo.get(at);
    if (end !== undefined) {
      const code = lines.slice(at + 1, end).map(({ typed }) => [typed]);
      if (code.some(([line]) => line !== "")) blocks.push({ isQuote, isCode: true, lines: code });
      at = end;
    }
    if (end !== undefined || words === "") {
      open = undefined;
      continue;
    }
    if (open?.isQuote !== isQuote) blocks.push((open = { isQuote, lines: [] }));
    open.lines.push(pieces(words));
  }
  return blocks;
}

interface Line {
  isQuote: boolean;
  words: string;
  /** With the spaces at its beginning. */
  typed: string;
}

function readLine(line: string): Line {
  const isQuote = line.startsWith(">");
  const words = (isQuote ? line.slice(1) : line).trim();
  const typed = (isQuote ? line.replace(/^> ?/u, "") : line).trimEnd();
  return { isQuote, words, typed };
}

/** Where a fence opens, and where it is closed: by one of as many signs or more, within the same quotation. One that nothing closes is none. */
function fences(lines: readonly Line[]): Map<number, number> {
  const found = new Map<number, number>();
  // So many signs were looked for to the quotation's end in vain; without it, texts full of them would take the square of their length.
  let inVain = Infinity;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line?.isQuote !== lines[at - 1]?.isQuote) inVain = Infinity;
    const signs = FENCE.exec(line?.words ?? "")?.[1]?.length ?? 0;
    if (signs === 0 || signs >= inVain) continue;
    let end = at + 1;
    while (lines[end]?.isQuote === line?.isQuote && !closes(lines[end]?.words, signs)) end += 1;
    if (lines[end]?.isQuote === line?.isQuote) found.set(at, (at = end));
    else inVain = signs;
  }
  return found;
}

function closes(words: string | undefined, signs: number): boolean {
  return words !== undefined && words.length >= signs && /^`+$/u.test(words);
}

function pieces(line: string): TextPiece[] {
  return line
    .split(ADDRESS)
    .flatMap((part, index) => (index % 2 === 0 ? [part] : linked(part)))
    .filter((part) => part !== "");
}

/** The punctuation at an address's end belongs to the sentence around it; a closing bracket too, unless one was opened within. */
function linked(address: string): TextPiece[] {
  const around = address.includes("(") ? ".,;:!?'“”’»…" : ".,;:!?'“”’»…)";
  let end = address.length;
  while (around.includes(address.charAt(end - 1))) end -= 1;
  return [{ href: address.slice(0, end) }, address.slice(end)];
}
