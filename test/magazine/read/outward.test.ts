import { expect, test } from "vitest";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import type { Kept } from "../../../magazine/read/memory.ts";
import { isOutwardlySame, outwardOf } from "../../../magazine/read/outward.ts";
import type { Outward } from "../../../magazine/read/outward.ts";
import { article, withChanges, withoutArticles } from "./broken.ts";

const svg = (width: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"/>`;

/** What others know of a file of this content. */
function outward(file: string, source: string, width = 1): Outward {
  const kept = new Map<string, Kept>();
  const memory = {
    recall: () => undefined,
    keep<What extends Kept>(name: string, what: What): What {
      kept.set(name, what);
      return what;
    },
  };
  const changes = {
    ...withoutArticles,
    "articles/kreis.svg": svg(width),
    "authors/kreis.svg": svg(width),
    [file]: source,
  };
  withChanges(changes, (folder) => readMagazine(folder, undefined, memory));
  const found = kept.get(file);
  if (found === undefined || !("article" in found || "piece" in found))
    throw new Error(`${file} was not kept`);
  return outwardOf(found);
}

const pages = new Set(["/marken/", "/alltag/"]);
const isSame = (was: Outward, now: Outward) => isOutwardlySame(was, now, (href) => pages.has(href));

const body = "Ein Satz, [hier](/marken/).\n\n## Ein Ziel\n\n![Ein Kreis](kreis.svg)\n";
const probe = (text: string, fields = {}, width = 1) =>
  outward("articles/probe.md", article(fields, text), width);
const was = probe(body);

test.each([
  ["other words", body.replace("Ein Satz", "Zwei Sätze, die beide länger sind")],
  ["a line more", `Davor.\n\n${body}`],
  ["other words under a picture", body.replace("Ein Kreis", "Kein Quadrat")],
  ["a heading more", `${body}\n## Noch ein Ziel\n`],
  ["a link less", body.replace("[hier](/marken/)", "hier")],
  ["a link to a page", `${body}\n[Dort](/alltag/).\n`],
  ["the same link once more", `${body}\n[Dort](/marken/).\n`],
])("an article with %s is the same to all others", (_, text) => {
  expect(isSame(was, probe(text))).toBe(true);
});

test.each([
  ["a heading less", body.replace("## ", "")],
  ["another heading", body.replace("Ein Ziel", "Kein Ziel")],
  ["a link that may lead nowhere", `${body}\n[Dort](/nirgends/).\n`],
  ["two links, one of which may lead nowhere", `${body}\n[Dort](/alltag/), [da](/nirgends/).\n`],
  ["a page break", `${body}\n<!-- pagebreak: Zwei -->\n\nMehr.\n`],
  ["a picture less", body.replace("![Ein Kreis](kreis.svg)", "Kein Bild.")],
])("one with %s is not", (_, text) => {
  expect(isSame(was, probe(text))).toBe(false);
});

test("what leads nowhere already may stay", () => {
  const dead = "Ein Satz, [hier](/nirgends/).\n";
  expect(isSame(probe(dead), probe(`${dead}\nUnd noch einer.\n`))).toBe(true);
});

test("a heading in another part is another to who links to it", () => {
  const parts = (one: string, two: string) =>
    `Eins.\n\n${one}<!-- pagebreak: Z -->\n\nZwei.\n${two}`;
  const first = probe(parts("## Ein Ziel\n\n", ""));
  expect(isSame(first, probe(parts("## Ein Ziel\n\nNeu.\n\n", "")))).toBe(true);
  expect(isSame(first, probe(parts("", "\n## Ein Ziel\n")))).toBe(false);
});

test.each([
  { title: "Anders" },
  { date: "2012-12-02" },
  { column: "alltag" },
  { author: "anna-oestreich" },
  { standfirst: "Worum es geht." },
  { topics: "[Post]" },
  { aliases: "[/alt/]" },
  { comments: "off" },
  { image: "kreis.svg", imageAlt: "Ein Kreis" },
])("one with another field is not: %o", (fields) => {
  expect(isSame(was, probe(body, fields))).toBe(false);
});

test("one that shows other pictures by the same names is not", () => {
  expect(isSame(was, probe(body, {}, 2))).toBe(false);
  const pictured = { image: "kreis.svg", imageAlt: "Ein Kreis" };
  expect(isSame(probe("Kurz.\n", pictured), probe("Kurz.\n", pictured, 2))).toBe(false);
});

test("so it is with an author's bio and a plain page", () => {
  const eva = (fields: string, bio: string, width = 1) =>
    outward("authors/eva.md", `---\nname: Eva\n${fields}---\n\n${bio}\n`, width);
  expect(isSame(eva("", "Kurz."), eva("", "Lang und breit."))).toBe(true);
  expect(isSame(eva("", "Kurz."), eva("tagline: Die Neue\n", "Kurz."))).toBe(false);
  const portrait = "portrait: kreis.svg\n";
  expect(isSame(eva(portrait, "Kurz."), eva(portrait, "Lang und breit."))).toBe(true);
  expect(isSame(eva(portrait, "Kurz."), eva(portrait, "Kurz.", 2))).toBe(false);

  const page = (title: string, text: string) =>
    outward("pages/wir.md", `---\ntitle: ${title}\n---\n\n${text}\n`);
  expect(isSame(page("Wir", "Kurz."), page("Wir", "Lang und breit."))).toBe(true);
  expect(isSame(page("Wir", "Kurz."), page("Ihr", "Kurz."))).toBe(false);
  expect(isSame(page("Wir", "## Ziel"), page("Wir", "Ziel"))).toBe(false);
});
