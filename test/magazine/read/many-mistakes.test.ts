import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { randomFrom } from "../../../scripts/bench/random.ts";
import { printMistakes } from "../../../magazine/read/mistakes.ts";
import type { Mistake } from "../../../magazine/read/mistakes.ts";
import {
  article,
  linesWith,
  mistakesIn,
  mistakesWith,
  withChanges,
  withoutArticles,
} from "./broken.ts";

test("every mistake of every file is reported at once, by file, line and column", () => {
  const lines = linesWith({
    "magazine.yaml": (source) => source.replace("perPage: 2", "perPage: viele"),
    "columns/märkte.md": "---\nname: Märkte\ndescription: Über Märkte\n---\n",
    "authors/bert-zander.md": "---\nname: Bert Zander\ncolumnist: nein\n---\n",
    "articles/b.md": article(
      { author: "niemand", date: "2012-02-30", image: "b.png", wer: "ich" },
      "Noch <b>einer.\n",
    ),
    "articles/a.md": "Nur Text.\n",
    "pages/impressum.md": "---\ntitle: Impressum\n---\n",
  });
  expect(lines.map((line) => line.replace(/;.*/, ""))).toEqual([
    "articles/a.md:1:1 the front matter is missing",
    'articles/b.md:3:7 date is "2012-02-30"',
    'articles/b.md:5:9 author "niemand" is not in content/authors',
    "articles/b.md:6:1 imageAlt is missing",
    'articles/b.md:6:8 the image "b.png" does not exist',
    'articles/b.md:7:1 "wer" is not a field here',
    'articles/b.md:10:6 the HTML "<b>"',
    'authors/bert-zander.md:3:12 columnist is "nein"',
    `columns/märkte.md:1:1 the file's name "märkte" cannot stand in an address`,
    'magazine.yaml:6:10 perPage is "viele"',
    "pages/impressum.md:4:1 the text is missing",
  ]);
});

test("mistakes are printed one on a line, and counted", () => {
  const mistakes = mistakesWith({ "pages/impressum.md": "---\ntitle: Impressum\n---\n\n" });
  expect(printMistakes(mistakes)).toBe(
    "pages/impressum.md:4:1 the text is missing; expected Markdown after the front matter\n\n1 mistake in 1 file.",
  );
  const twice = mistakes.flatMap((mistake) => [mistake, { ...mistake, file: "b.md" }]);
  expect(printMistakes(twice)).toMatch(/\n\n2 mistakes in 2 files\.$/);
});

test("whatever stands in a front matter, reading ends with mistakes that point into the file", () => {
  const next = randomFrom(7);
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(next() * items.length)];
  const pieces = [
    ...Array.from("\t\n\n\n \"'[]{}:-#&*!|>%@`,?~\\/.<>=aäß\u0000\u2028😀"),
    ": ",
    "- ",
    "--- ",
    "\n---\n",
    "\r\n",
    "...",
    "title",
    "title: x\n",
    "date: 2012-01-01\n",
    "authors: [",
    "<<: *a\n",
    "__proto__: ",
    "toString",
    "!!binary ",
    "2012-02-30",
    "links:\n  - ",
  ];
  let seen = 0;
  const astray: { source: string; mistake: Mistake }[] = [];
  withChanges(withoutArticles, (folder) => {
    for (let round = 0; round < 500; round += 1) {
      const length = 1 + Math.floor(next() * 25);
      const garbage = Array.from({ length }, () => pick(pieces)).join("");
      const source = `---\n${garbage}\n---\n\nEin Satz.\n`;
      writeFileSync(join(folder, "articles/garbage.md"), source);
      const mistakes = mistakesIn(folder);
      seen += mistakes.length;
      for (const mistake of mistakes) {
        if (!isInside(mistake, source)) astray.push({ source, mistake });
      }
    }
  });
  expect(astray).toEqual([]);
  expect(seen).toBeGreaterThan(500);
});

test("deeply nested front matter is a mistake, not a crash", () => {
  const nested = `---\ntitle: ${"[".repeat(50_000)}\n---\n\nEin Satz.\n`;
  expect(mistakesWith({ "articles/nested.md": nested })).not.toEqual([]);
});

function isInside({ file, line, column, what, expected }: Mistake, source: string): boolean {
  const text = source.split(/\r\n?|\n/)[line - 1];
  return (
    file === "articles/garbage.md" &&
    text !== undefined &&
    column >= 1 &&
    column <= text.length + 1 &&
    what !== "" &&
    expected !== ""
  );
}
