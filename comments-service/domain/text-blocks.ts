/** A paragraph of a comment as its lines, each in pieces. */
export interface TextBlock {
  /** Whether it repeats somebody's words: its lines began with `>`. */
  isQuote: boolean;
  lines: TextPiece[][];
}

/** Words as they are, or an address that is to be a link. */
export type TextPiece = string | { href: string };

// Only these become links. Nothing in it can be matched in two ways, so it takes linear time.
const ADDRESS = /\b((?:https?:\/\/|mailto:)[\p{L}\p{N}][^\s<>"]*)/iu;

/**
 * How a comment's plain text is shown, in the page and in the feeds: blank lines part paragraphs, a line that begins with `>` is quoted,
 * and web and mail addresses are links. Nothing in it is markup.
 */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: TextBlock | undefined;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const isQuote = line.startsWith(">");
    const words = (isQuote ? line.slice(1) : line).trim();
    if (words === "") {
      open = undefined;
      continue;
    }
    if (open?.isQuote !== isQuote) blocks.push((open = { isQuote, lines: [] }));
    open.lines.push(pieces(words));
  }
  return blocks;
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
