import { expect, test } from "vitest";
import { swallowedWords } from "../../../magazine/read/yaml-comments.ts";

/** Where words are swallowed, each with what stands there. */
const swallowed = (source: string, isBroken = false) =>
  swallowedWords(source, isBroken).map((offset) => source.slice(offset).split("\n")[0]);

test.each([
  ["behind a value", "a: b #1 c", ["#1 c"]],
  ["instead of a value", "a: #1", ["#1"]],
  ["instead of one, with another field below", "a: #1\nb: c", ["#1"]],
  ["behind a value of several lines", "a: b\n  c #1\nd: e", ["#1"]],
  ["behind an entry", "a:\n  - b #1\n  - #2\n  - c", ["#1", "#2"]],
  ["in brackets", "a: [b #1\n  , c]", ["#1"]],
  ["behind a text that is no field", "a #1", ["#1"]],
  ["twice", "a: b #1\nc: d #2", ["#1", "#2"]],
  ["with an entry of another list below, less deep", "a:\n  - b: #1\n- c", ["#1"]],
  ["with a list of the same depth below, that no name is for", "- a:\n  - #1\n  - b", ["#1"]],
  ["with a field of the same depth below", "a:\n  b: #1\n  c: d", ["#1"]],
])("words are swallowed %s", (_, source, found) => {
  expect(swallowed(source)).toEqual(found);
});

test.each([
  ["on a line of its own", "# 1\na: b\n  # 2\n# 3"],
  ["behind quotes and brackets", `a: "b" #1\nc: 'd' #2\ne: [f] #3\ng: { h: i } #4`],
  ["behind the name of a list", "a: #1\n  - b\nc: #2\n- d"],
  ["behind the name of a map", "a: #1\n  b: c\n  d: #2\n    e: f"],
  ["behind a hyphen, with a map or a list for its entry", "- #1\n  a: b\n- #2\n  - c"],
  ["in brackets, behind a comma or the bracket", "a: [ #1\n  b, #2\n  c]"],
  ["behind the sign of a block", "a: | #1\n  b #no comment\n"],
  ["within a word or in quotes", `a: b#c\nd: "#e"`],
  ["where none stands", "a: b"],
])("a comment is meant %s", (_, source) => {
  expect(swallowed(source)).toEqual([]);
});

test("where the source is no YAML a comment in brackets may have taken the closing one", () => {
  expect(swallowed("a: [ #]", true)).toEqual(["#]"]);
  expect(swallowed("a: [b, #]", true)).toEqual(["#]"]);
  expect(swallowed("a: { #}", true)).toEqual(["#}"]);
  expect(swallowed('a: "b" #c', true)).toEqual([]);
});

test("offsets count from the source's beginning, over lines that end in words of several", () => {
  expect(swallowedWords("a: |\n  b\n\n  c\nd: 'e\n  f'\ng: h #1", false)).toEqual([30]);
});
