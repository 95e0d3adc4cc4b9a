/** Words as they stand inside a LIKE pattern with `\` as its escape, in lower case. */
export function escapeLike(words: string): string {
  return words.toLowerCase().replace(/[\\%_]/gu, "\\$&");
}
