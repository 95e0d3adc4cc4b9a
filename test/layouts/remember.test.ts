import { expect, test } from "vitest";
import { printPage } from "../../layouts/print.ts";
import { remember } from "../../layouts/remember.ts";
import { parsed } from "../../layouts/text.ts";
import { editionAt } from "../../magazine/edition.ts";
import { pagesOf } from "../../magazine/pages/pages.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { sample, today } from "../site.ts";

/** What is made, and of which texts it was made so far. */
function counting(most: number) {
  const made: string[] = [];
  const make = (text: string, kind: "de" | "en") => {
    made.push(`${kind} ${text}`);
    return { text };
  };
  return { made, ask: remember(make, most) };
}

test("of each text is made once, whatever is asked for between", () => {
  const { made, ask } = counting(100);
  for (const text of ["a", "b", "a", "c", "b", "a"]) expect(ask(text, "de")).toEqual({ text });
  expect(ask("a", "de")).toBe(ask("a", "de"));
  expect(made).toEqual(["de a", "de b", "de c"]);
  ask("a", "en");
  expect(made).toHaveLength(4);
});

test("what was not asked for the longest is forgotten first", () => {
  const { made, ask } = counting(12);
  for (const text of ["a", "b", "c", "a", "d", "a", "b"]) ask(text, "de");
  expect(made).toEqual(["de a", "de b", "de c", "de d", "de b"]);
});

test("a text that is longer than all that may be remembered is remembered while it is the last", () => {
  const { made, ask } = counting(10);
  const long = "x".repeat(50);
  for (const text of [long, long, "a", long]) ask(text, "de");
  expect(made.map((one) => one.length)).toEqual([53, 4, 53]);
});

test("a magazine's texts are parsed once for all pages on which they stand", async () => {
  const magazine = editionAt(readMagazine(sample), today, false);
  const sources = [
    ...magazine.articles.map(({ text }) => text.source),
    ...magazine.authors.map(({ bio }) => bio.source),
    ...magazine.pages.map(({ text }) => text.source),
  ];
  const { assets } = await buildAssets(magazine.language);
  const before = sources.map((source) => parsed(source, magazine.language));
  for (const page of pagesOf(magazine)) printPage(page, assets);
  expect(sources.length).toBeGreaterThan(20);
  const after = sources.map((source) => parsed(source, magazine.language));
  // The very same things: none of them was made anew.
  expect(after.filter((text, index) => text !== before[index])).toEqual([]);
});
