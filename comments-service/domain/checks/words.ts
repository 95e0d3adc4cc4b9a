const LETTER = /[\p{L}\p{N}]/u;
// What is normalized by itself: a character with the marks on it.
const CHARACTERS = /\P{M}\p{M}*|\p{M}+/gsu;

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
  return ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

/** Where something stands in a text, in UTF-16 units. */
export type Place = readonly [start: number, end: number];

/** Where these words or phrases stand in a text, as `hasWord` finds them: from the first to the last, none in another. */
export function wordPlaces(text: string, words: readonly string[]): Place[] {
  const { plain, from } = traced(text);
  const found = words.flatMap((word) => {
    const wanted = inWords(word);
    if (wanted.trim() === "") return [];
    const places: Place[] = [];
    // The space behind a word is also that before the next.
    for (let at = plain.indexOf(wanted); at !== -1; at = plain.indexOf(wanted, at + 1))
      places.push([from[at + 1]?.[0] ?? 0, from[at + wanted.length - 2]?.[1] ?? 0]);
    return places;
  });
  return apart(found);
}

/** Places from the first to the last; what lies in one before it, or reaches into it, is left out. */
export function apart(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places.toSorted((a, b) => a[0] - b[0] || b[1] - a[1]))
    if (place[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(place);
  return kept;
}

/** A text as `inWords` writes it, and for each unit of that the place in the text that it came from. */
function traced(text: string): { plain: string; from: Place[] } {
  let plain = " ";
  const from: Place[] = [[0, 0]];
  for (const { 0: character, index } of text.matchAll(CHARACTERS))
    for (const letter of character.normalize("NFKC").toLowerCase()) {
      const written = LETTER.test(letter) ? letter : " ";
      if (written === " " && plain.endsWith(" ")) continue;
      plain += written;
      for (let unit = 0; unit < written.length; unit += 1)
        from.push([index, index + character.length]);
    }
  return plain.endsWith(" ")
    ? { plain, from }
    : { plain: `${plain} `, from: [...from, [text.length, text.length]] };
}
