import { expect, test } from "vitest";
import {
  cleanName,
  cleanText,
  isVisible,
  lengthOf,
} from "../../../comments-service/domain/plain-text.ts";

test.each([
  ["line ends of all systems", "a\r\nb\rc\nd", "a\nb\nc\nd", "a b c d"],
  ["what stands around them", " \n\u00A0a \u2003", "a", "a"],
  ["tabs and spaces within", "a\t b  c\n\n d", "a\t b  c\n\n d", "a b c d"],
  ["a space of its own kind at the end of a name", "a \u00A0", "a", "a"],
  ["separators of lines and paragraphs", "a\u2028b\u2029c\u0085d\u000Be", "abcde", "a b c d e"],
  ["half a sign", "a\uD83Db", "a\uFFFDb", "a\uFFFDb"],
])("%s: a text and a name are kept as they are meant", (_, given, text, name) => {
  expect([cleanText(given), cleanName(given)]).toEqual([text, name]);
});

test("a length is counted in signs of Unicode", () => {
  expect(["", "ab", "👩👩", "e\u0301"].map(lengthOf)).toEqual([0, 2, 2, 2]);
});

test("of a tower of marks thirty stay, also when controls stand between them", () => {
  const tower = "\u0335".repeat(100);
  expect(cleanText(`a${tower}b`)).toBe(`a${tower.slice(0, 30)}b`);
  expect(cleanName(`a${tower}\u0000${tower}`)).toBe(`a${tower.slice(0, 30)}`);
});

test("what several signs make together stays whole", () => {
  for (const words of ["Tiếng Việt", "हिन्दी", "👩‍👩‍👧", "ก็ได้", "Grüße"])
    expect(cleanText(words.normalize("NFD"))).toBe(words.normalize("NFC"));
});

test("signs that no feed can hold are taken out", () => {
  expect(cleanText("a\uFFFFb\uFFFEc\u{1FFFE}d\uFDD0e\u0000f")).toBe("abcdef");
  expect(cleanName("a\uFFFF")).toBe("a");
});

test.each(["\u3164", "\u115F\u1160", "\uFFA0", "\u2800", "\u00AD\u034F\u200B", "\u{E0041}"])(
  "%j is nothing that one sees",
  (words) => {
    expect(isVisible(words)).toBe(false);
    expect(isVisible(`${words}a${words}`)).toBe(true);
  },
);

test.each([
  ["overrides and embeddings", "\u202Eegap\u202C \u202Aa\u202Bb\u202D", "egap ab"],
  ["isolates, closed or not", "\u2066a\u2069 \u2067b \u2068c\u2069", "a b c"],
  ["marks of direction", "a\u200Eb\u200Fc\u061Cd", "abcd"],
  ["joiners and operators that join nothing", "a\u2060b\u2061c\u2064d\uFEFFe\u206Af", "abcdef"],
  ["annotations", "a\uFFF9b\uFFFAc\uFFFBd", "abcd"],
  ["tags", "Hallo\u{E0001}\u{E0049}\u{E0067}\u{E007F} du", "Hallo du"],
  ["tags behind a flag that spell no region", "🏴\u{E0049}\u{E0047}\u{E004E}", "🏴"],
  ["tags that a sign was put before", "🏴\u2060\u{E0001}\u{E0067}\u{E007F}", "🏴"],
])("%s leave texts and names", (_, words, left) => {
  expect([cleanText(words), cleanName(words)]).toEqual([left, left]);
  expect(cleanText(`> ${words}\n\n${words}`)).toBe(`> ${left}\n\n${left}`);
});

test.each([
  ["emoji that are joined", "👩\u200D👩\u200D👧 ❤\uFE0F 🏴\u200D☠\uFE0F"],
  ["the flag of Wales", "🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}"],
  ["Persian", "می\u200Cخواهم"],
  ["Hindi", "क्\u200Dष"],
  ["Hebrew and Arabic", "שלום (עולם) السلام"],
  ["Thai", "กา\u200Bแฟ"],
  ["a soft hyphen", "Abteilungs\u00ADleiter"],
  ["narrow and other spaces", "z.\u202FB. 5\u00A0%"],
])("%s stays as it is", (_, words) => {
  expect([cleanText(words), cleanName(words)]).toEqual([words, words]);
});
