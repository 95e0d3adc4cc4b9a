import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readTime } from "../../../magazine/dates.ts";
import { pagesOf } from "../../../magazine/pages/pages.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { corpusOf, sourceOf, writeContent } from "../../../scripts/bench/site/corpus.ts";
import { editsOf } from "../../../scripts/bench/site/edits.ts";
import { hugoFilesOf } from "../../../scripts/bench/site/hugo.ts";
import { costOf, userOf } from "../../../scripts/bench/site/measure.ts";

const folder = mkdtempSync(join(tmpdir(), "kolumne-corpus-"));
afterAll(() => rmSync(folder, { recursive: true }));
const corpus = corpusOf(40);
writeContent(folder, corpus);

test("a corpus is the same on every run, and a magazine without mistakes", () => {
  expect(corpusOf(40)).toEqual(corpus);
  expect(corpusOf(40, 2)).not.toEqual(corpus);
  const { articles } = readMagazine(folder);
  expect(articles.length).toBe(40);
  const words = articles.reduce((sum, { text }) => sum + text.words, 0) / 40;
  expect(Math.abs(words - 840)).toBeLessThan(60);
  const parted = articles.filter(({ text }) => text.parts.length === 2).length;
  expect(Math.abs(parted - 12)).toBeLessThan(7);
});

test("a large corpus has no time that the clock skips", () => {
  const wrong = corpusOf(10_000).articles.filter(
    ({ date }) => !("time" in readTime(date, "Europe/Berlin")),
  );
  expect(wrong.map(({ date }) => date)).toEqual([]);
});

test("Hugo prints an article at the addresses where Kolumne has it", () => {
  const pages = pagesOf(readMagazine(folder)).filter(({ layout }) => layout === "article");
  const addresses = corpus.articles.flatMap(hugoFilesOf).map(([, text]) => {
    const [matter = ""] = /^\{.*?^\}$/ms.exec(text) ?? [];
    return (JSON.parse(matter) as { url: string }).url;
  });
  expect(addresses.toSorted()).toEqual(pages.map(({ path }) => path).toSorted());
});

test("an edit leaves a magazine without mistakes, and can be undone", () => {
  const before = JSON.stringify(readMagazine(folder));
  const [middle] = corpus.articles.slice(20);
  for (const { name, make } of editsOf(corpus)) {
    const undo = make(folder, 1);
    const after = JSON.stringify(readMagazine(folder));
    expect([name, after === before]).toEqual([name, name.startsWith("nothing changed")]);
    undo();
    expect(JSON.stringify(readMagazine(folder))).toBe(before);
  }
  if (middle === undefined) throw new Error("expected an article");
  const file = join(folder, `articles/${middle.file}.md`);
  expect(readFileSync(file, "utf8")).toBe(sourceOf(middle));
});

test("the cost of a command is that of its processes, and a failure says why", async () => {
  const busy = "const end = performance.now() + 300; while (performance.now() < end);";
  const { user, wall } = await costOf([process.execPath, "-e", busy], folder);
  expect(user).toBeGreaterThan(0);
  expect(wall).toBeGreaterThanOrEqual(0.3);
  const failing = costOf([process.execPath, "-e", "console.error('no'); process.exit(3)"], folder);
  await expect(failing).rejects.toThrow(/ended with 3: no/);
});

test("of the shell's times the user time of its children counts", () => {
  expect(userOf("123\n0m0.004s 0m0.002s\n1m12.345s 0m3.210s\n")).toBeCloseTo(72.345);
});
