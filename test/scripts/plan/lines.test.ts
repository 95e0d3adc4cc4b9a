import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readLines, writeLines } from "../../../scripts/build/plan/lines.ts";
import type { Line, Lines } from "../../../scripts/build/plan/lines.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lines-"));
  file = join(folder, "kept");
});
afterEach(() => rmSync(folder, { recursive: true }));

const allIn = (lines: Lines): [string, string | undefined][] =>
  [...lines.names()].map((name) => [name, lines.get(name)]);

/** Of ASCII, of Latin-1, beyond, with tabs, and empty; a name that another begins with. */
const names = ["", "a", "a b", "aa", "bilder/tür.png", "x/„so“ – 😀.md", "\\u0041", "toString"];
const texts = ["", "1", "a\tb\t", "„so“ – 😀", '{"a":"\\u2028 \\n"}', "ü".repeat(3)];

const anyLines = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...texts)), {
  selector: ([name]) => name,
});

test("lines are as they were kept, those of before among them, in whatever order", () => {
  fc.assert(
    fc.property(
      anyLines,
      anyLines,
      fc.array(fc.boolean(), { minLength: 8 }),
      (first, then, old) => {
        writeLines(file, "key", first);
        const before = readLines(file, "key");
        expect(allIn(before)).toEqual(first);
        const known = new Map(first);
        const lines = then.map(([name, text], at): Line => [
          name,
          old[at] === true && known.has(name) ? null : text,
        ]);
        writeLines(file, "key", lines, before);
        const wanted = lines.map(([name, text]) => [name, text ?? known.get(name)]);
        expect(allIn(readLines(file, "key"))).toEqual(wanted);
        expect(readLines(file, "key").size).toBe(then.length);
      },
    ),
    { seed: 20_261_130, numRuns: 300 },
  );
});

test("one other byte, another key, a line more or a piece less, and there is none", () => {
  writeLines(file, "key", [
    ["a", "1"],
    ["b", "2"],
  ]);
  const kept = readFileSync(file, "utf8");
  expect(allIn(readLines(file, "another key"))).toEqual([]);
  for (const broken of [kept.replace("\t1", "\t2"), `${kept}c\t3\n`, kept.slice(0, -1), ""]) {
    writeFileSync(file, broken);
    expect(allIn(readLines(file, "key"))).toEqual([]);
  }
  expect(readLines(join(folder, "none"), "key").size).toBe(0);
});
