import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asideIn } from "../../scripts/build/aside.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aside-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("texts that were put aside come back as they were, and leave no file", () => {
  const aside = asideIn(join(folder, "cache"));
  const texts = ["", "„Grüße“ – …\n", "plain", "x".repeat(100_000)];
  for (const [at, text] of texts.entries()) aside.put(`${at}`, () => text);
  aside.put("2", () => {
    throw new Error("a text that is there already is not made again");
  });
  expect(texts.map((_, at) => aside.get(`${at}`))).toEqual(texts);
  expect(aside.get("4")).toBe(null);
  expect(readdirSync(join(folder, "cache"))).toEqual([]);
  aside.close();
});

test("where nothing is put aside nothing is made", () => {
  asideIn(join(folder, "cache")).close();
  expect(readdirSync(folder)).toEqual([]);
});
