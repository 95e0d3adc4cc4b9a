// C0 and C1 controls, and the two separators that some programs take for line ends. NUL is among them: PostgreSQL cannot keep it.
const CONTROLS = /(?![\n\t])[\p{Cc}\u2028\u2029]/gu;
// These turn the direction of what stands after them, so that a name could rewrite the line that it stands in.
const DIRECTION_OVERRIDES = /[\u202A-\u202E\u2066-\u2069]/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A reader's text as it is kept: NFC, line ends as LF, without control characters (tabs and line ends stay), trimmed.
 * Control characters are taken out rather than refused, since the writer cannot see them to mend them.
 */
export function cleanText(input: string): string {
  return input
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?/gu, "\n")
    .replace(CONTROLS, "")
    .trim();
}

/** A reader's name as it is kept: one line, NFC, single spaces, no controls and nothing that turns the direction of writing. */
export function cleanName(input: string): string {
  return input
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/gu, " ")
    .replace(CONTROLS, "")
    .replace(DIRECTION_OVERRIDES, "")
    .split(" ")
    .filter((word) => word !== "")
    .join(" ")
    .trim();
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
