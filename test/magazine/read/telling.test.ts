import { expect, test } from "vitest";
import type { Mistake } from "../../../magazine/read/mistakes.ts";
import { tellMistakes, toldFrom } from "../../../magazine/read/telling.ts";
import { withChanges } from "./broken.ts";
import type { Changes } from "./broken.ts";

const at = (line: number, column: number, file = "pages/impressum.md"): Mistake => ({
  file,
  line,
  column,
  what: "title is empty",
  expected: "a text",
});

/** A page of these lines, and what is shown of it. */
function excerptsOf(lines: readonly string[], mistakes: readonly Mistake[]) {
  const changes: Changes = { "pages/impressum.md": lines.join("\n") };
  return withChanges(changes, (folder) => toldFrom(folder, mistakes)).mistakes.map(
    ({ excerpt }) => excerpt && [excerpt.text, excerpt.before.length],
  );
}

test("a mistake is told in the magazine's words with its line, a caret below and a count", () => {
  const tell = (changes: Changes) =>
    withChanges({ "pages/impressum.md": "---\ntitle: A\t B\n---\n", ...changes }, (folder) =>
      tellMistakes(
        toldFrom(folder, [{ ...at(2, 8), guess: "B" }, at(1, 1), at(2, 1, "pages/datenschutz.md")]),
      ),
    ).split("\n");
  expect(tell({})).toEqual([
    "pages/impressum.md:2:8 title ist leer; erwartet: ein Text; ist „B“ gemeint?",
    "  2 | title: A  B",
    "    |        ^",
    "pages/impressum.md:1:1 title ist leer; erwartet: ein Text",
    "pages/datenschutz.md:2:1 title ist leer; erwartet: ein Text",
    "  2 | title: Datenschutz",
    "    | ^",
    "",
    "3 Fehler in 2 Dateien.",
  ]);
  const english = tell({
    "magazine.yaml": (source) => source.replace("language: de", "language: en"),
  });
  expect(english[0]).toBe(
    'pages/impressum.md:2:8 title is empty; expected a text; did you mean "B"?',
  );
  expect(english.at(-1)).toBe("3 mistakes in 2 files.");
});

test("the margin is as wide as the line's number, and one mistake is one", () => {
  const lines = ["---", ...Array<string>(8).fill("a: b"), "zehn"];
  const changes = { "pages/impressum.md": lines.join("\n") };
  const told = (language: string) =>
    withChanges(
      { ...changes, "magazine.yaml": (source) => source.replace("language: de", language) },
      (folder) =>
        tellMistakes(toldFrom(folder, [at(10, 2)]))
          .split("\n")
          .slice(1),
    );
  expect(told("language: de")).toEqual(["  10 | zehn", "     |  ^", "", "1 Fehler in 1 Datei."]);
  expect(told("language: en").at(-1)).toBe("1 mistake in 1 file.");
});

test("no line is shown where the file's beginning stands for all of it, an empty one, or one that is not there", () => {
  const mistakes = [at(1, 1), at(1, 2), at(2, 1), at(2, 3), at(3, 1), at(9, 1)];
  expect(excerptsOf(["---", " \t", "x"], mistakes)).toEqual([
    null,
    ["---", 1],
    null,
    null,
    ["x", 0],
    null,
  ]);
});

test("of a long line 96 signs around the place are shown", () => {
  const line = Array.from({ length: 200 }, (_, index) => String.fromCharCode(0x4e00 + index)).join(
    "",
  );
  const places = [at(1, 49), at(1, 50), at(1, 101), at(1, 153), at(1, 154), at(1, 200), at(1, 300)];
  expect(excerptsOf([line], places)).toEqual([
    [`${line.slice(0, 96)}…`, 48],
    [`…${line.slice(1, 97)}…`, 49],
    [`…${line.slice(52, 148)}…`, 49],
    [`…${line.slice(104)}`, 49],
    [`…${line.slice(104)}`, 50],
    [`…${line.slice(104)}`, 96],
    [`…${line.slice(104)}`, 97],
  ]);
  const fits = line.slice(0, 96);
  expect(excerptsOf([fits, line.slice(0, 97)], [at(1, 96), at(2, 97)])).toEqual([
    [fits, 95],
    [`…${line.slice(1, 97)}`, 96],
  ]);
});
