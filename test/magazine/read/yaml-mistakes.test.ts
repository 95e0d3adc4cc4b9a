import { YAMLParseError } from "yaml";
import { expect, test } from "vitest";
import { readFields, readYaml } from "../../../magazine/read/fields.ts";
import { noteOn } from "../../../magazine/read/yaml-notes.ts";

/** Of fields that begin on line 2, as behind the three hyphens. */
const told = (source: string) =>
  readFields(`\n${source}`).mistakes.map(({ line, column, what }) => `${line}:${column} ${what}`);
const means = (sign: string) => `a value that begins with ${sign} means something else in YAML`;
const column = "the fields before this line begin in another column";
const ended = "the value had ended before this";
const colon = "the value has a colon of its own, or the next line is indented";
const open = "a quote begins here and does not end";

test.each([
  ["a:\n  b: 1\n c: 2", `4:1 ${column}`],
  ["a: 'x'\n 'y'", `3:1 ${column}`],
  ["a: >5\n x", `3:1 ${column}`],
  ["- a\nb: c", `3:1 ${ended}`],
  ["a: {b", "2:6 a bracket is opened and not closed"],
  ["a: {b\n", "3:1 a bracket is opened and not closed"],
  ["a: 'x\nb: 2", `2:4 ${open}`],
  ["a: x\nb: \"y\nc: 'z'", `3:4 ${open}`],
  ["a: x\n b: y", `2:4 ${colon}`],
  ["a: b: c", `2:4 ${colon}`],
  ["a: x\nb: *a", `3:4 ${means("*")}`],
  ["*a : b", `2:1 ${means("*")}`],
  ["&a b: c", `2:1 ${means("&")}`],
  ["a: &b {c: d}", `2:4 ${means("&")}`],
  ["a: &b\n  - c", `2:4 ${means("&")}`],
  ["a: !!str", `2:5 ${means("!")}`],
  ["!t a: b", `2:1 ${means("!")}`],
  ["a: !t [b]", `2:4 ${means("!")}`],
  ["[a]: b", `2:1 ${means("[")}`],
  ["{a: b}: c", `2:1 ${means("{")}`],
  ["a: >+x\n x", `2:4 ${means(">")}`],
  ["a: |", `2:4 ${means("|")}`],
  ["a: ?", `2:4 ${means("?")}`],
  ["@a: b", "2:1 a value cannot begin with @"],
  ['"a\\ud800": b', "2:3 half of a letter is written here"],
  ['a: "\\uD83D\\uDE00 und \\udc00"', "2:5 half of a letter is written here"],
  ["__proto__: x", '2:1 "__proto__" is not a field here'],
  ["a:\n  constructor: x", '3:3 "constructor" is not a field here'],
  ["prototype: x", '2:1 "prototype" is not a field here'],
  ["a: 1\na: 2\nb: *x", "3:1 this field stands here a second time", `4:4 ${means("*")}`],
  ["a: 1\na: 2\nb: c: d", "3:1 this field stands here a second time", `4:4 ${colon}`],
])("%j is told at its place", (source, ...mistakes) => {
  expect(told(source)).toEqual(mistakes);
});

test("of what stands there twice the rest can be read all the same", () => {
  const { fields, mistakes } = readFields("\na: 1\na: 2\nb: c");
  expect(fields?.data).toEqual({ a: "2", b: "c" });
  expect(mistakes).toHaveLength(1);
});

test("what cannot be trusted gives no fields", () => {
  for (const source of ["a: b: c", "a: *b", "- a", "a", "a: x #y", "__proto__: x"])
    expect(readFields(`\n${source}`).fields).toBe(null);
});

test("what is in no list is told in the library's words, or by the sign of its value", () => {
  const error = new YAMLParseError([0, 1], "IMPOSSIBLE", "Something else went wrong");
  expect(noteOn(error, null)).toEqual({
    what: "this cannot be read as YAML (something else went wrong)",
    expected: "a name, a colon, a space and the value, such as title: A headline",
    atSign: false,
  });
  expect(noteOn(error, "@")).toEqual({
    what: means("@"),
    expected: "quotes around the value",
    atSign: true,
  });
});

test("YAML's own forms are read as it means them, every scalar as it was written", () => {
  const data = (source: string) => readYaml(source).fields?.data;
  expect(data("a: 1.10\nb: yes\nc: 2012-10-19\nd: ~\ne:")).toEqual({
    a: "1.10",
    b: "yes",
    c: "2012-10-19",
    d: "~",
    e: "",
  });
  expect(data("a: |\n  x\n\n  y\n\n\nb: >-\n  x\n  y\n")).toEqual({ a: "x\n\ny", b: "x y" });
  expect(data('a: "x\\n"\nb: { c: d, e }\nf: [g: h]\n? i\n: j')).toEqual({
    a: "x\n",
    b: { c: "d", e: "" },
    f: [{ g: "h" }],
    i: "j",
  });
  expect(data("a: a\u0308")).toEqual({ a: "ä" });
  expect(data("")).toEqual({});
  expect(data('""')).toEqual({});
});

test("the place of what is not there is the nearest one before it", () => {
  const source = "\na: x\nb:\n  - c: d\n    e: f\n  - g\nh:\n";
  const { fields } = readYaml(source);
  const value = (...path: (string | number)[]) => fields?.valueAt(path);
  const key = (...path: (string | number)[]) => fields?.keyAt(path);
  expect(value("a")).toEqual({ line: 2, column: 4 });
  expect(key("a")).toEqual({ line: 2, column: 1 });
  expect(value("b", 0, "e")).toEqual({ line: 5, column: 8 });
  expect(key("b", 0, "e")).toEqual({ line: 5, column: 5 });
  expect(value("b", 1)).toEqual({ line: 6, column: 5 });
  expect(key("b", 1)).toEqual({ line: 6, column: 5 });
  expect(key("b", 0, "x")).toEqual({ line: 4, column: 5 });
  expect(value("b", 7)).toEqual({ line: 4, column: 3 });
  expect(value("h")).toEqual({ line: 7, column: 3 });
  expect(value("x")).toEqual({ line: 1, column: 1 });
  expect(readYaml("").fields?.valueAt(["x"])).toEqual({ line: 1, column: 1 });
});
