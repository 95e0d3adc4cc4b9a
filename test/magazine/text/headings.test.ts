import { describe, expect, test } from "vitest";
import { reservedIds } from "../../../magazine/page-ids.ts";
import { parseText, slugOf } from "../../../magazine/text/text.ts";
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

function ids(page: string) {
  return [...page.matchAll(/<h\d id="([^"]*)">/g)].map(([, id]) => id);
}

test("ids are unique over all parts, and the same in every view", () => {
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
});

test("a heading whose id the page itself has gets another, as one that stands there twice", () => {
  const headings =
    "## Autoren\n\n## Text\n\n## Kommentare\n\n## Text\n\n## Text 2\n\n## Kommentar 3\n\n## FN 1";
  expect(ids(html(headings))).toEqual([
    "autoren-2",
    "text-2",
    "kommentare-2",
    "text-3",
    "text-2-2",
    "abschnitt-kommentar-3",
    "abschnitt-fn-1",
  ]);
});

test("no heading gets an id of the page, whatever its words", () => {
  const own = reservedIds.flatMap((id) =>
    id.endsWith("*") ? [id.replace("*", "1"), id.replace("*", "12-3")] : [id],
  );
  const given = ids(html(own.map((id) => `## ${id}`).join("\n\n")));
  expect(new Set(given).size).toBe(own.length);
  for (const id of own) expect(given).not.toContain(id);
});

test("a link leads to the heading of its words, and without one to the page's own place", () => {
  const link = "[dort](#text) [da](#kommentar-3)";
  expect(html(`## Text\n\n## Kommentar 3\n\n${link}`)).toContain(
    '<a href="#text-2">dort</a> <a href="#abschnitt-kommentar-3">da</a>',
  );
  expect(html(link)).toContain('<a href="#text">dort</a> <a href="#kommentar-3">da</a>');
  const parted = `${link}\n\n<!-- pagebreak -->\n\n## Text`;
  expect(html(parted, { part: 1, partAddress: (part) => `/a/${part}/` })).toContain(
    '<a href="/a/2/#text-2">dort</a>',
  );
});

test("words that only begin like an id of the page are free", () => {
  for (const words of ["Kommentar zur Lage", "Text und Bild", "FN und mehr", "Autorenkreis"]) {
    expect(places(`## ${words}`)).toEqual([]);
  }
});

test("thousands of equal headings get their ids", () => {
  const text = parseText("## a\n\n".repeat(3000), "de");
  expect(text.headings.length).toBe(3000);
  expect(text.headings.at(-1)).toEqual(["a-3000", 1]);
});

test("the contents of a text are the headings of all its parts, each with its level and its part", () => {
  const source = "## Eins *zwei*\n\n<!-- pagebreak -->\n\n## Drei\n\n### Vier\n";
  expect(parseText(source, "de").rendered.contents).toEqual([
    { id: "eins-zwei", words: "Eins zwei", level: 2, part: 1 },
    { id: "drei", words: "Drei", level: 2, part: 2 },
    { id: "vier", words: "Vier", level: 3, part: 2 },
  ]);
  expect(mistakes("##\n")).toEqual(["1:1 a heading without words; expected words behind the #"]);
});
