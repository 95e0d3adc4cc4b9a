import { expect, test } from "vitest";
import { guesser } from "../../../magazine/guess.ts";
import type { Author, Column } from "../../../magazine/model.ts";
import { authorsOf, columnOf } from "../../../magazine/read/references.ts";
import type { Reading, Shelf } from "../../../magazine/read/reading.ts";
import { renderingsIn } from "../../../magazine/read/renderings.ts";
import { article } from "./broken.ts";
import { documentOf, reportedBy } from "./documents.ts";

/** A shelf with files of these slugs, of which the last has mistakes. */
function shelfOf<Thing>(...slugs: string[]): Shelf<Thing> {
  // What a reference leads to is handed on as it is.
  const things = new Map(slugs.slice(0, -1).map((slug) => [slug, { slug } as Thing]));
  return { slugs: new Set(slugs), guess: guesser(slugs), things };
}
const shelves = {
  columns: shelfOf<Column>("marken", "kaputt"),
  authors: shelfOf<Author>("anna", "bert", "kaputt"),
};
const readingWith = (report: Reading["report"]): Reading => ({
  language: "de",
  timeZone: "UTC",
  closeAfter: null,
  findImage: () => [],
  renderings: renderingsIn("", "de"),
  report,
});

/** The slugs of an article's column and authors, and what is told of them. */
function resolved(fields: Record<string, string | null>, source = article(fields)) {
  const document = documentOf("articles/a.md", source);
  let column: Column | null = null;
  let authors: readonly Author[] = [];
  const told = reportedBy((report) => {
    column = columnOf(document, shelves, readingWith(report));
    authors = authorsOf(document, shelves, readingWith(report));
  }).map((line) => line.replace("articles/a.md:", ""));
  return [(column as Column | null)?.slug, authors.map(({ slug }) => slug), ...told];
}

const name = "expected the name of a file there, without .md";

test("an article's column and authors are found by their slugs, in its order", () => {
  expect(resolved({ author: "anna" })).toEqual(["marken", ["anna"]]);
  expect(resolved({ author: null, authors: "[bert, anna]" })).toEqual(["marken", ["bert", "anna"]]);
});

test("what is not there is told with what was probably meant", () => {
  expect(resolved({ column: "Marke", author: "Annä" })).toEqual([
    undefined,
    [],
    `4:9 column "Marke" is not in content/columns; ${name}; did you mean "marken"?`,
    `5:9 author "Annä" is not in content/authors; ${name}; did you mean "anna"?`,
  ]);
  expect(resolved({ author: null, authors: "[anna, clemens]" })).toEqual([
    "marken",
    ["anna"],
    `5:17 author "clemens" is not in content/authors; ${name}`,
  ]);
});

test("what has mistakes of its own, and what the schema tells, is not told again", () => {
  expect(resolved({ column: "kaputt", author: "kaputt" })).toEqual([undefined, []]);
  expect(resolved({ column: "' '", author: "''" })).toEqual([undefined, []]);
  expect(resolved({ column: "[marken]", author: "[anna]" })).toEqual([undefined, []]);
  expect(resolved({ author: null, authors: "[[anna], bert]" })).toEqual(["marken", ["bert"]]);
  expect(resolved({ author: null, authors: "anna" })).toEqual(["marken", []]);
  expect(resolved({}, "Nur Text.\n")).toEqual([undefined, []]);
});

test("one field names the authors, and one does", () => {
  expect(resolved({ author: null })).toEqual([
    "marken",
    [],
    "1:1 author is missing; expected author with the name of a file in content/authors, or authors with a list of such names",
  ]);
  expect(resolved({ author: "anna", authors: "[bert]" })).toEqual([
    "marken",
    ["anna", "bert"],
    "6:1 author and authors are both given; expected authors alone, with all of them",
  ]);
});
