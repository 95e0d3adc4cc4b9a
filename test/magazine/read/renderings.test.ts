import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import type { Aside } from "../../../magazine/read/memory.ts";
import { renderingsIn } from "../../../magazine/read/renderings.ts";
import { parseText } from "../../../magazine/text/text.ts";
import { article, withChanges } from "./broken.ts";

const probe = "articles/probe.md";
const rendered = (body: string) => ({ parts: [{ body, notes: "" }], notes: "", contents: [] });

test("HTML that was made last is at hand as long as there is room, the rest is made of its file", () => {
  const { add, of } = renderingsIn("no/such/folder", "de", { most: 10 });
  add("a", rendered("12345"));
  add("b", rendered("12345"));
  add("a", rendered("again"));
  expect(of("a.md", "a")).toEqual(rendered("12345"));
  add("c", rendered("123456"));
  expect(() => of("a.md", "a")).toThrow("ENOENT");
  expect(() => of("b.md", "b")).toThrow("ENOENT");
  expect(of("c.md", "c")).toEqual(rendered("123456"));
  add("d", { ...rendered("1"), notes: "123" });
  expect(of("c.md", "c")).toEqual(rendered("123456"));
  add("e", { ...rendered(""), parts: [{ body: "", notes: "1234567" }] });
  expect(() => of("c.md", "c")).toThrow("ENOENT");
  expect(() => of("d.md", "d")).toThrow("ENOENT");
});

test("a text that has changed while it was printed is told, and one in other letters has not", () => {
  withChanges({ [probe]: article({}, "Ein Käse.\n") }, (folder) => {
    const { articles } = readMagazine(folder);
    const text = articles.find(({ file }) => file === probe)?.text;
    const key = text?.key ?? "";
    const { of } = renderingsIn(folder, "de");
    writeFileSync(join(folder, probe), article({}, "Ein Käse.\n".normalize("NFD")));
    expect(of(probe, key)).toEqual(text?.rendered);
    writeFileSync(join(folder, probe), article({}, "Ein Brot.\n"));
    expect(of(probe, key)).toEqual(text?.rendered);
    expect(() => renderingsIn(folder, "de").of(probe, key)).toThrow(
      "articles/probe.md was changed while it was printed: build again",
    );
  });
});

test("a text that is no more at hand is taken from where it was put aside, and not rendered anew", () => {
  const texts = new Map<string, string>();
  const aside: Aside = {
    put: (key, text) => void texts.set(key, text()),
    get: (key) => texts.get(key) ?? null,
  };
  const renderings = renderingsIn("no/such/folder", "de", { most: 100, aside });
  const made = Array.from({ length: 30 }, (_, at) =>
    parseText(
      `## Nummer ${at}\n\n„Wort“[^1] [hin](/hin/) ${"viel ".repeat(at)}\n\n<!-- pagebreak: Zwei -->\n\nMehr.\n\n[^1]: Note.`,
      "de",
    ),
  );
  for (const { key, rendered } of made) renderings.add(key, rendered);
  for (const { key, rendered } of made) expect(renderings.of("a.md", key)).toEqual(rendered);
});
