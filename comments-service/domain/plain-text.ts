// C0 and C1 controls, and the two separators that some programs take for line ends. NUL is among them: PostgreSQL cannot keep it. And
// what Unicode reserves for programs: XML, and so a feed, cannot hold all of it.
const CONTROLS = /(?![\n\t])[\p{Cc}\u2028\u2029\p{Noncharacter_Code_Point}]/gu;
// These turn the direction of what stands after them, so that a name could rewrite the line that it stands in.
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/gu;
// No script puts more marks on one sign (UAX #15, Stream-Safe Text Format). Normalising sorts them, which takes the square of their number.
const MANY_MARKS = /(\p{M}{30})\p{M}+/gu;
// The empty pattern of Braille is a sign without ink.
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A reader's text as it is kept: NFC, line ends as LF, without control characters (tabs and line ends stay), trimmed.
 * Control characters are taken out rather than refused, since the writer cannot see them to mend them. Of many marks in a row 30 stay.
 */
export function cleanText(input: string): string {
  return normal(input.toWellFormed().replace(/\r\n?/gu, "\n").replace(CONTROLS, "")).trim();
}

/** A reader's name as it is kept: one line, NFC, single spaces, no controls and nothing that turns the direction of writing. */
export function cleanName(input: string): string {
  const words = input
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/gu, " ")
    .replace(CONTROLS, "")
    .replace(DIRECTION_OVERRIDES, "");
  return normal(words)
    .split(" ")
    .filter((word) => word !== "")
    .join(" ")
    .trim();
}

function normal(text: string): string {
  return text.replace(MANY_MARKS, "$1").normalize("NFC");
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
