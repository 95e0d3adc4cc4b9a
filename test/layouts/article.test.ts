import { beforeAll, expect, test } from "vitest";
import { article } from "../../layouts/article.ts";
import { parseText } from "../../magazine/text/text.ts";
import { printSite, sample } from "../site.ts";
import type { Site } from "../site.ts";
import { wordsOf } from "./seen.ts";

let site: Site;
beforeAll(async () => {
  site = await printSite(sample);
});

/** What is printed at an address: above the article's text, and below it as far as the comments. */
function around(path: string): { above: string; below: string } {
  const [main = ""] = /<main.*<\/main>/su.exec(site.printed.get(path) ?? "") ?? [];
  const [above = "", rest = ""] = main.split('<div class="body">');
  const [below = ""] = rest.slice(rest.indexOf('<nav class="')).split('<section class="comments"');
  return { above, below };
}

const office = "/vertrieb/zwei-abteilungen-ein-buero/";

test("where an article begins, one line says who wrote it, when, and leads to the comments", () => {
  const { above } = around(office);
  expect(wordsOf(above.slice(above.indexOf('<p class="by'), above.indexOf("<figure")))).toBe(
    "Henrike Vollmer Die Türöffnerin · 19.10.2026 · 4 Minuten Lesezeit · Kommentare",
  );
  expect(above).toContain('<a href="#kommentare">');
  expect(above).not.toContain("<nav");
});

test("a part after the first begins with its text, below one line of column, headline and number", () => {
  const { above } = around(`${office}2/`);
  expect(wordsOf(above)).toBe(
    "Vertrieb · Warum zwei Abteilungen ein Büro brauchen · Seite 2 von 2",
  );
  expect(above).toContain(`<h1 dir="auto"><a href="${office}">`);
  const text = site.printed.get(`${office}2/`)?.split('<div class="body">')[1] ?? "";
  expect(text.trim()).toMatch(/^<h2 class="part" dir="auto">Es lag an den Stühlen<\/h2>\s*<p>/u);
});

test("the share links stand below the text, three at once and the others behind 'mehr …', in the magazine's order", () => {
  const { share } = site.magazine;
  expect(share.length).toBeGreaterThan(4);
  for (const path of [office, `${office}2/`, `${office}alles/`]) {
    const { above, below } = around(path);
    expect(above).not.toContain("nofollow");
    const [shown = "", more = ""] = below.split("<summary>");
    const of = (html: string) => [...html.matchAll(/nofollow">([^<]*)</gu)].map(([, word]) => word);
    expect(of(shown)).toEqual(["jetzt twittern", "auf Facebook teilen", "LinkedIn"]);
    expect(of(more)).toEqual(["XING", "WhatsApp", "Bluesky", "Mastodon", "E-Mail"]);
    // What needs script is not seen without.
    expect(more.match(/<button type="button"/gu)).toHaveLength(2);
    expect(more.match(/<button type="button" hidden/gu)).toHaveLength(2);
  }
});

test("an update and a correction are named at the top, too, with the way to what was corrected", () => {
  const path = "/vertrieb/achtzig-prozent/";
  const says = "Aktualisiert am 03.11.2026 · Korrigiert am 03.11.2026";
  for (const [page, leads] of [
    [path, `${path}2/#korrekturen`],
    [`${path}alles/`, "#korrekturen"],
  ] as const) {
    const { above } = around(page);
    expect(wordsOf(above)).toContain(says);
    expect(above).toContain(`<a href="${leads}">Korrigiert`);
  }
  for (const page of [`${path}2/`, `${path}alles/`])
    expect(site.printed.get(page)).toContain('id="korrekturen"');
  expect(around(`${path}2/`).above).not.toContain("Korrigiert");
  expect(around(office).above).not.toMatch(/Aktualisiert|Korrigiert/u);
});

test("at its end an article leads on: to who wrote it, to its neighbours in the column, to three related ones", () => {
  const path = "/vertrieb/achtzig-prozent/";
  for (const page of [`${path}2/`, `${path}alles/`]) {
    const { below } = around(page);
    const [, writer = ""] = below.split('<section class="writer">');
    expect(wordsOf(writer)).toMatch(
      /^Leyla Erkan Die Zahlenflüsterin .+ Alle Kolumnen von Leyla Erkan/u,
    );
    expect(writer).toContain('<a href="/autoren/leyla-erkan/">Alle Kolumnen von');
    expect(below).toMatch(/<a rel="prev" href="\/vertrieb\/[a-z-]+\/"><span>← Davor in Vertrieb</u);
    expect(below).toMatch(
      /<a rel="next" href="\/vertrieb\/[a-z-]+\/"><span>Danach in Vertrieb →</u,
    );
    const [, more = ""] = below.split('<section class="more">');
    expect(more.match(/<li>/gu)).toHaveLength(3);
  }
  expect(around(path).below).not.toMatch(/class="(?:writer|near|more)/u);
});

/** The page of an article of the sample, with another text of `count` subheads on two pages. */
function withSubheads(count: number, part: 1 | 2 | "all"): string {
  const page = site.pages.find(
    ({ path }) => path === (part === 1 ? office : `${office}${part === 2 ? 2 : "alles"}/`),
  );
  if (page?.layout !== "article") throw new Error("the sample has the article in two parts");
  const subheads = Array.from(
    { length: count },
    (_, at) => `${at === 1 ? "###" : "##"} Nummer ${at + 1}\n\nSatz.\n`,
  );
  const source = [
    "Eins.\n",
    "Zwei.\n",
    ...subheads.slice(0, -1),
    "<!-- pagebreak -->\n",
    ...subheads.slice(-1),
  ].join("\n");
  return article({
    ...page.view,
    text: { ...page.view.text, rendered: parseText(source, "de").rendered },
  }).main.toString();
}

test("from four subheads on an article has contents behind its second paragraph, with the way to each in its part", () => {
  const first = withSubheads(4, 1);
  const leads = (html: string) =>
    [...html.matchAll(/<li( class="sub")?>\s*<a href="([^"]*#nummer-\d)"[^>]*>([^<]+)/gu)].map(
      ([, ...of]) => of,
    );
  expect(leads(first)).toEqual([
    [undefined, "#nummer-1", "Nummer 1"],
    [' class="sub"', "#nummer-2", "Nummer 2"],
    [undefined, "#nummer-3", "Nummer 3"],
    [undefined, `${office}2/#nummer-4`, "Nummer 4"],
  ]);
  expect(first).toMatch(/Zwei\.<\/p>\s*<nav class="toc ui"/u);
  expect(leads(withSubheads(4, "all")).map(([, href]) => href)).toEqual([
    "#nummer-1",
    "#nummer-2",
    "#nummer-3",
    "#nummer-4",
  ]);
  expect(withSubheads(4, 2)).not.toContain('class="toc');
  expect(withSubheads(3, 1)).not.toContain('class="toc');
});

test("the page that one is on is marked among an article's pages: its number, or 'Alles zeigen'", () => {
  const marked = (path: string) => {
    const [, nav = ""] = site.printed.get(path)?.split('<nav class="turn ui"') ?? [];
    const [turner = ""] = nav.split("</nav>");
    return [...turner.matchAll(/<a[^>]* aria-current="page">(.*?)<\/a>/gsu)].map(([, words = ""]) =>
      wordsOf(words),
    );
  };
  expect(marked(office)).toEqual(["Seite 1"]);
  expect(marked(`${office}2/`)).toEqual(["Seite 2"]);
  expect(marked(`${office}alles/`)).toEqual(["Alles zeigen"]);
});

test("a page is shared under its own title: an article's alone, a list's with its number, the magazine's on its home page", () => {
  const told = (path: string) =>
    /<meta property="og:title" content="([^"]*)">/u.exec(site.printed.get(path) ?? "")?.[1];
  expect(told(office)).toBe("Warum zwei Abteilungen ein Büro brauchen");
  expect(told(`${office}2/`)).toBe("Warum zwei Abteilungen ein Büro brauchen");
  expect(told("/")).toBe("Die Spalte");
  expect(told("/seite/2/")).toBe("Die Spalte – Seite 2 von 3");
  expect(told("/autoren/leyla-erkan/")).toBe("Leyla Erkan");
});

test("share links are words, all of them", () => {
  const { below } = around(office);
  const [links = ""] = below.slice(below.indexOf('<nav class="share')).split("</nav>");
  expect(links).not.toMatch(/<svg|<img/u);
});
