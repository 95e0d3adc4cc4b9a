import { expect, test } from "vitest";
import { wordsIn } from "../../../magazine/text/words.ts";

test.each([
  ["", 0],
  [" – ", 0],
  ["Ein Satz.", 2],
  ["  Ein\n\tSatz\u00A0mit\u2003vielen\u3000Lücken  ", 5],
  ["über Äcker, ß – œuvre", 4],
  ["12 % von 4.000", 3],
  ["(a) … b) -c-", 3],
  ["слово 言葉 𐐀𐐁 😀", 3],
  ["nicht-getrennt und/oder z.B.", 3],
])("%j has %i words", (text, count) => {
  expect(wordsIn(text)).toBe(count);
});

test("words are counted as one would by dividing at white space", () => {
  const signs = [
    "a",
    "Z",
    "9",
    "ä",
    "ſ",
    "𐐀",
    "-",
    "–",
    "„",
    " ",
    "\n",
    "\u00A0",
    "\u2028",
    "\uFEFF",
    "^",
    "_",
  ];
  for (let number = 0; number < 4096; number += 1) {
    const text = [0, 4, 8].map((shift) => signs[(number >> shift) & 15]).join("");
    const divided = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    expect([text, wordsIn(text)]).toEqual([text, divided]);
  }
});
