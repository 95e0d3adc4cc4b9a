const OTHERS = /[^\p{L}\p{N}]+/gu;

/**
 * Whether one of the words or phrases stands in a text as whole words; case, width and punctuation do not matter. Linear in the
 * text's length for each word.
 */
export function hasWord(text: string, words: readonly string[]): boolean {
  const plain = inWords(text);
  return words.map(inWords).some((word) => word.trim() !== "" && plain.includes(word));
}

/** The words alone, with one space around each. */
function inWords(text: string): string {
  return ` ${text.normalize("NFKC").toLowerCase().replace(OTHERS, " ").trim()} `;
}
