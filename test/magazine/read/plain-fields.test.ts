import { globSync, readFileSync } from "node:fs";
import { array, assert, constantFrom, oneof, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { readYaml } from "../../../magazine/read/fields.ts";
import { readFrontMatter } from "../../../magazine/read/front-matter.ts";
import { plainFields } from "../../../magazine/read/plain-fields.ts";

/** Pieces of values, plain ones first, and those that might mean something else to YAML. */
const plain = ["Anna", "Bert und Clara", "12:18", "2019-07-21", "https://a.example/?b=c&d", "1.10"];
const signs = `null ~ true é e\u0301 … „so“ ß 😀 ] [ , : # " ' \\ 'x' '' "" ? - --- ... &x *x !x | > % @ { } = <<`;
const spaces =
  '\n|\n  |\n- |\n\n| |  |\t|, |: | #|"x y"|{a: b}|\u00A0|\u2028|\u0085|\uFEFF|\u0007|\r|`';
const pieces = [...plain, ...plain, ...plain, ...signs.split(" "), ...spaces.split("|")];
const value = array(constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((some) =>
  some.join(""),
);
const values = array(value, { maxLength: 3 });
const name = constantFrom("title", "date", "topics", "a1", "column", "x", "constructor", "a b");
const escapes = ["Wort", " ", '\\"', "\\\\", "\\", "''", "'", '"', ", ", "\\n"];
const inQuotes = array(constantFrom(...escapes), { maxLength: 5 }).map((some) => some.join(""));
const field = oneof(
  tuple(name, value).map(([key, one]) => `${key}: ${one}`),
  tuple(name, values).map(([key, some]) => `${key}: [${some.join(", ")}]`),
  tuple(name, constantFrom("", "  ", "    "), values).map(([key, indent, some]) =>
    [`${key}:`, ...some.map((one) => `${indent}- ${one}`)].join("\n"),
  ),
  tuple(name, value).map(([key, one]) => `${key}: "${one}"`),
  tuple(name, inQuotes).map(([key, one]) => `${key}: "${one}"`),
  tuple(name, inQuotes).map(([key, one]) => `${key}: '${one}'`),
  tuple(name, inQuotes, inQuotes).map(([key, one, two]) => `${key}: ["${one}", '${two}', x]`),
  value,
);
const frontMatter = array(field, { maxLength: 4 }).map((fields) => `\n${fields.join("\n")}`);

test("what is read quickly means the same to YAML, and has no mistake", () => {
  let quick = 0;
  const same = property(frontMatter, (source) => {
    const data = plainFields(source);
    if (data === null) return;
    quick += 1;
    const { fields, mistakes } = readYaml(source);
    expect([fields?.data, mistakes]).toEqual([data, []]);
  });
  assert(same, { seed: 13, numRuns: 5000 });
  expect(quick).toBeGreaterThan(500);
});

test("what is written plainly is read without YAML", () => {
  expect(plainFields("\ntitle: A: no\n")).toBe(null);
  expect(
    plainFields(
      `\ntitle: Ä 12:18 [x]  \na1: "x: #"\nb: 'y'\nc: [ d , "e",'f'] \n\ng: []\nh:\n  - i\n  - "j"\nk: \n- l\n`.replace(
        " #",
        "",
      ),
    ),
  ).toEqual({
    title: "Ä 12:18 [x]",
    a1: "x:",
    b: "y",
    c: ["d", "e", "f"],
    g: [],
    h: ["i", "j"],
    k: ["l"],
  });
  expect(plainFields("a: a\u0308")).toEqual({ a: "ä" });
  expect(plainFields(String.raw`a: "\"b\\\" c"` + "\nd: ['e''f', ''''] ")).toEqual({
    a: String.raw`"b\" c`,
    d: ["e'f", "'"],
  });
  expect(plainFields("")).toEqual({});
});

test.each([
  "a: b #c",
  "a: b\tc",
  "a: \uFEFFb",
  "a: \ud800",
  "a:",
  "a: b\nc:",
  "a:\nb: c",
  "- a",
  "a: b\n- c",
  "a:\n  - b\n - c",
  "a:\n  - [b]",
  "a:\n  - b: c",
  "a: b\na: c",
  "constructor: b",
  "prototype: b",
  " a: b",
  "a:b",
  "a b: c",
  "a: -b",
  "a: 'b'c'",
  'a: "b\\"',
  'a: "b"c"',
  'a: "b\\n"',
  "a: [b, [c]]",
  "a: [b, ]",
  "a: [b] c",
  "a: [b: c]",
  "a: { b: c }",
  "a: *b",
])("%j is left to YAML", (source) => {
  expect(plainFields(source)).toBe(null);
});

test("nearly all front matter is written so", () => {
  const files = globSync("{content,test/fixtures/sample}/{articles,authors,columns,pages}/**/*.md");
  const read = files.map((file) => {
    const source = readFileSync(file, "utf8");
    return plainFields(source.slice("---".length, source.indexOf("\n---")));
  });
  expect(read.filter((data) => data !== null).length).toBeGreaterThan(files.length / 2);
});

test("where a field stands is told as YAML tells it", () => {
  const { fields } = readFrontMatter('---\ntitle: "A"\ntopics: [x, y]\nauthors:\n  - b\n---\n');
  expect(fields?.valueAt(["topics", 1])).toEqual({ line: 3, column: 13 });
  expect(fields?.valueAt(["authors", 0])).toEqual({ line: 5, column: 5 });
  expect(fields?.keyAt(["title"])).toEqual({ line: 2, column: 1 });
});
