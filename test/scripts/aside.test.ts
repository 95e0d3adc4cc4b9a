import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { renderingsIn } from "../../magazine/read/renderings.ts";
import { parseText } from "../../magazine/text/text.ts";
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

test("a text that is no more at hand is taken from there, and not rendered anew", () => {
  const aside = asideIn(folder);
  // No file stands in this folder.
  const renderings = renderingsIn(join(folder, "nowhere"), "de", { most: 100, aside });
  const texts = Array.from({ length: 30 }, (_, at) =>
    parseText(
      `## Nummer ${at}\n\n„Wort“[^1] [hin](/hin/) ${"viel ".repeat(at)}\n\n<!-- pagebreak: Zwei -->\n\nMehr.\n\n[^1]: Note.`,
      "de",
    ),
  );
  for (const { key, rendered } of texts) renderings.add(key, rendered);
  for (const { key, rendered } of texts) expect(renderings.of("a.md", key)).toEqual(rendered);
  aside.close();
});
