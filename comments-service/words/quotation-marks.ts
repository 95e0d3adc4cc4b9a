import type { Site } from "../domain/thread-list.ts";

/** Marks around somebody's words, and around what is quoted within them. */
const marks = { de: ["„", "“", "‚", "‘"], en: ["“", "”", "‘", "’"] } as const;

/**
 * Puts a title, or words, in the quotation marks of the language; what is quoted within them gets the inner ones, whichever it had. A mark
 * opens at the beginning and behind a space or an opening bracket, and closes elsewhere.
 */
export function quotationMarks(language: Site["language"]): (words: string) => string {
  const [open, close, innerOpen, innerClose] = marks[language];
  return (words) => {
    const inner = words
      .replace(/(^|[\s([–—])["„“”«»]/gu, `$1${innerOpen}`)
      .replace(/["„“”«»]/gu, innerClose);
    return `${open}${inner}${close}`;
  };
}
