import { expect, test } from "vitest";
import { linkPlaces } from "../../../comments-service/domain/checks/checks.ts";
import { apart, hasWord, wordPlaces } from "../../../comments-service/domain/checks/words.ts";

const found = (text: string, ...words: string[]) =>
  wordPlaces(text, words).map(([start, end]) => text.slice(start, end));

test.each([
  ["gratis, Gratis und GRATIS!", ["gratis"], ["gratis", "Gratis", "GRATIS"]],
  ["gratis gratis", ["gratis"], ["gratis", "gratis"]],
  ["gratisgeier", ["gratis"], []],
  ["ein guter … Kredit", ["guter kredit"], ["guter … Kredit"]],
  ["Schönes O\u0308l", ["öl"], ["O\u0308l"]],
  ["ｇｒａｔｉｓ", ["gratis"], ["ｇｒａｔｉｓ"]],
  ["ﬁx und fix", ["fix"], ["ﬁx", "fix"]],
  ["𝐠𝐫𝐚𝐭𝐢𝐬 😀 gratis", ["gratis"], ["𝐠𝐫𝐚𝐭𝐢𝐬", "gratis"]],
  ["guter kredit gratis", ["guter kredit", "kredit gratis", "gratis"], ["guter kredit", "gratis"]],
  ["", ["gratis"], []],
  ["…", ["!"], []],
])("in %j the words %j stand as %j", (text, words, places) => {
  expect(found(text, ...words)).toEqual(places);
  expect(hasWord(text, words)).toBe(places.length > 0);
});

test("the place of a link is all of it, and of places that reach into one another the first stays", () => {
  const text = "Siehe www.a.example und https://b.example/?c=(d)";
  const links = linkPlaces(text);
  expect(links.map(([start, end]) => text.slice(start, end))).toEqual([
    "www.a.example",
    "https://b.example/?c=(d)",
  ]);
  expect(
    apart([
      [4, 6],
      [0, 3],
      [2, 5],
      [3, 4],
    ]),
  ).toEqual([
    [0, 3],
    [3, 4],
    [4, 6],
  ]);
});
