// C0 and C1 controls, and the two separators that some programs take for line ends. NUL is among them: PostgreSQL cannot keep it. And
// what Unicode reserves for programs: XML, and so a feed, cannot hold all of it.
const CONTROLS = /(?![\n\t])[\p{Cc}\u2028\u2029\p{Noncharacter_Code_Point}]/gu;
// Signs for programs that no reader sees: those that turn the direction of what stands after them, so that words could rewrite the line that
// they stand in (the page finds out the direction of each name and paragraph by itself); those between and beside words that join nothing and
// are spoken by nobody; and annotations. What scripts need stays: the joiners U+200C and U+200D, the space without width, the soft hyphen.
const UNSEEN = /[\u061C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
// Tags spell a region after a black flag (UTS #51, 2.6.1), as in the flag of Wales; elsewhere they are a text that nobody sees.
const TAGS =
  /(\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,6}\u{E007F})|[\u{E0000}-\u{E007F}]+/gu;
// No script puts more marks on one sign (UAX #15, Stream-Safe Text Format). Normalising sorts them, which takes the square of their number.
const MANY_MARKS = /(\p{M}{30})\p{M}+/gu;
// The empty pattern of Braille is a sign without ink.
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A reader's text as it is kept: NFC, line ends as LF, trimmed, without control characters (tabs and line ends stay) and without signs that
 * turn the direction of writing or that nobody sees. They are taken out rather than refused, since the writer cannot see them to mend them.
 * Of many marks in a row 30 stay.
 */
export function cleanText(input: string): string {
  return normal(withoutUnseen(input.toWellFormed().replace(/\r\n?/gu, "\n"))).trim();
}

/** A reader's name as it is kept: one line, NFC, single spaces, without the same signs. */
export function cleanName(input: string): string {
  const words = input.toWellFormed().replace(/[\t\n\v\f\r\u0085\u2028\u2029]/gu, " ");
  return normal(withoutUnseen(words))
    .split(" ")
    .filter((word) => word !== "")
    .join(" ")
    .trim();
}

function withoutUnseen(text: string): string {
  return text.replace(CONTROLS, "").replace(UNSEEN, "").replace(TAGS, "$1");
}

function normal(text: string): string {
  return text.replace(MANY_MARKS, "$1").normalize("NFC");
}

/** How a text begins, in one line of so many signs at most, cut behind a word. */
export function beginningOf(text: string, most: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s+\S*$/u, "")} …`;
}

/** Whether anything of the text can be seen: spaces, invisible signs and lone combining marks alone are nothing. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** The length as a reader counts it: Unicode code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
