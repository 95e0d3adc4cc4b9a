import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stateFile } from "../../../scripts/build/plan/state.ts";
import type { Printed } from "../../../scripts/build/plan/state.ts";
import { addWords } from "../../../scripts/build/plan/words.ts";

let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), "words-"));
});
afterEach(() => rmSync(cache, { recursive: true }));

const printed = (words: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(words).map(([file, said]): [string, Printed] => [
      file,
      { fingerprint: "", stamp: [0, 0, ""], made: "", words: said },
    ]),
  );

test("what was told of a file last counts, and a build is told what was said before it", () => {
  addWords(cache, "dist", printed({ "a.html": "title:1", "früher/b.html": "title:2", c: "" }), 0);
  const before = addWords(cache, "dist", printed({ "a.html": "title:3" }), 2);
  expect([before().get("a.html"), before().get("früher/b.html")]).toEqual(["title:1", "title:2"]);
  expect(before().has("c")).toBe(false);
  expect(addWords(cache, "dist", printed({}), 3)().get("a.html")).toBe("title:3");
  expect(addWords(cache, "elsewhere", printed({}), 3)().size).toBe(1);
});

test("they do not grow for ever, and of a print of everything nothing of before stays", () => {
  addWords(cache, "dist", printed({ "a.html": "text:0", "b.html": "text:b" }), 0);
  for (let round = 1; round <= 100; round += 1) {
    const before = addWords(
      cache,
      "dist",
      printed({ "a.html": `text:${round} ${"x".repeat(90)}` }),
      1,
    );
    expect(before().get("a.html")).toContain(`text:${round - 1}`);
    expect(before().get("b.html")).toBe("text:b");
    expect(statSync(stateFile(cache, "dist", "words")).size).toBeLessThan(2200);
  }
  addWords(cache, "dist", printed({ "a.html": "text:1" }), 0);
  expect(addWords(cache, "dist", printed({}), 1)().has("b.html")).toBe(false);
});

test("whatever stands in their file harms nothing", () => {
  addWords(cache, "dist", printed({ "a.html": "text:0" }), 0);
  writeFileSync(stateFile(cache, "dist", "words"), "\0\n\n\tx\nnothing\nb.html\ttext:1");
  expect(addWords(cache, "dist", printed({}), 1)().get("b.html")).toBe("text:1");
});
