import { describe, expect, test } from "vitest";
import { parseText, reservedIds, slugOf } from "../../../magazine/text/text.ts";
import { html, mistakes, places } from "./reading.ts";

test.for([
  ["Über Größe & Maß", "de", "ueber-groesse-mass"],
  ["Über naïve Cafés", "en", "uber-naive-cafes"],
  ["Straße ẞ ÆŒØŁĐ", "de", "strasse-ss-aeoeold"],
  ["a\u0308 zerlegt", "de", "ae-zerlegt"],
  ["Wie geht’s, Müller's?", "de", "wie-gehts-muellers"],
  ["  5 % von 10 €  ", "de", "5-von-10"],
  ["Sil\u00ADben", "de", "silben"],
  ["日本 – ?!", "de", ""],
] as const)("%s has the id of its letters in %s", ([words, language, slug]) => {
  expect(slugOf(words, language)).toBe(slug);
});

const source = `Eins.

## Über "Größe"

### \`Code\` & *Maß*[^1]

<!-- pagebreak -->

## Über "Größe"

## Über Größe 2

## ???

[^1]: Note
`;

test("ids are unique over all parts, and the same in every view", () => {
  const ids = (page: string) => [...page.matchAll(/<h\d id="([^"]*)">/g)].map(([, id]) => id);
  const first = ["ueber-groesse", "code-mass"];
  const second = ["ueber-groesse-2", "ueber-groesse-2-2", "abschnitt"];
  expect(ids(html(source, { part: 1 }))).toEqual(first);
  expect(ids(html(source, { part: 2 }))).toEqual(second);
  expect(ids(html(source))).toEqual([...first, ...second]);
});

test("a heading is printed with its id and the typography of the language", () => {
  expect(html(`## Über "Größe" ##`)).toBe(`<h2 id="ueber-groesse">Über „Größe“</h2>\n`);
});

describe("headings that a page cannot have are mistakes:", () => {
  test("one that would be the page's title", () => {
    expect(mistakes("Eins.\n\n# Titel")).toEqual([
      "3:1 a heading with one #; expected ## or more: the title is the page's one heading above",
    ]);
  });

  test("one that skips a level", () => {
    expect(mistakes("## Eins\n\n#### Zwei\n\n## Drei")).toEqual([
      "3:1 a heading with #### skips a level; expected at most ### here",
    ]);
    expect(mistakes("### Eins")).toEqual([
      "1:1 a heading with ### skips a level; expected at most ## here",
    ]);
  });

  test("a part that begins below the second level, since it has a page of its own", () => {
    expect(places("## Eins\n\n### Zwei\n\n<!-- pagebreak -->\n\n### Drei")).toEqual([
      "7:1 a heading with ### skips a level",
    ]);
  });

  test("one that is underlined", () => {
    expect(mistakes("Eins\n====\n\nZwei\nDrei\n---")).toEqual([
      "1:1 a heading made by underlining; expected ## before the words, or an empty line before a ruled line",
      "4:1 a heading made by underlining; expected ## before the words, or an empty line before a ruled line",
    ]);
  });

  test.for([
    ["in a list", "- ## Eins", "1:1 a heading inside another block"],
    ["in a quotation", "> ## Eins", "1:1 a heading inside another block"],
    ["in a footnote", "a[^1]\n\n[^1]: Note\n\n    ## Eins", "5:5 a heading inside another block"],
    ["without words", "Eins.\n\n  ##", "3:3 a heading without words"],
  ] as const)("one %s", ([, source, expected]) => {
    expect(places(source)).toEqual([expected]);
  });

  test("one with an id of the page's own", () => {
    expect(mistakes("## Kommentare")).toEqual([
      `1:1 a heading with the id "kommentare", which the page itself has; expected other words in the heading`,
    ]);
  });
});

test("every id of the page is refused, and with it all its numbers", () => {
  const ids = reservedIds.flatMap((id) =>
    id.endsWith("*") ? [id.replace("*", "1"), id.replace("*", "12-3")] : [id],
  );
  for (const id of ids)
    expect(places(`## ${id}`)).toEqual([
      `1:1 a heading with the id "${id}", which the page itself has`,
    ]);
});

test("words that only begin like an id of the page are free", () => {
  for (const words of ["Kommentar zur Lage", "Text und Bild", "FN und mehr", "Autorenkreis"]) {
    expect(places(`## ${words}`)).toEqual([]);
  }
});

test("thousands of equal headings get their ids", () => {
  const text = parseText("## a\n\n".repeat(3000), "de");
  expect(text.parsed.headings.size).toBe(3000);
  expect(text.parsed.headings.has("a-3000")).toBe(true);
});
