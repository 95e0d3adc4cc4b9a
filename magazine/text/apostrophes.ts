/**
 * Apostrophes at the beginning of a word, before the quotes are set: there `'s` would open a quotation. A word that a quote follows at
 * once is left alone; it is a quotation of one word.
 */
export function leadingApostrophes(text: string): string {
  if (!/['´`]/.test(text)) return text;
  return text
    .replace(/(?<=\s)'n'(?=\s)/g, "’n’")
    .replace(
      /(?<!['’\p{L}\p{N}])'(?=(?:s|n|nen?|nem|ner|nes|tis|twas|em|til|\d\d(?:er|s))(?!['\p{L}\p{N}]))/gu,
      "’",
    )
    .replace(/(?<=\p{L})[´`](?=\p{L})/gu, "’");
}

/** Single quotes that found no partner, before a letter or a digit: `'Türlich`, `Herbst '89`. */
export function remainingApostrophes(text: string): string {
  if (!text.includes("'")) return text;
  return text.replace(/(?<![\p{L}\p{N}])'(?=[\p{L}\p{N}])/gu, "’");
}
