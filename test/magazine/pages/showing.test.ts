import { expect, test } from "vitest";
import { editionAt } from "../../../magazine/edition.ts";
import { contextOf } from "../../../magazine/pages/pages.ts";
import { pagesShowing } from "../../../magazine/pages/showing.ts";
import { article, magazineWith } from "../read/broken.ts";

const body = "Eins.\n\n<!-- pagebreak: Zwei -->\n\nZwei.\n";
const older = Array.from({ length: 20 }, (_, at) => [
  `articles/notiz-${at}.md`,
  article({ date: `2012-12-${at + 1}`.replace(/-(\d)$/, "-0$1"), column: "alltag" }),
]);
const magazine = editionAt(
  magazineWith({
    "articles/probe.md": article({ date: "2012-11-07", topics: "[Post]", series: "Reihe" }, body),
    "articles/andere.md": article({ date: "2012-11-08", topics: "[Papier]" }),
    "authors/eva.md": "---\nname: Eva\n---\n\nSchreibt noch nicht.\n",
    "columns/marken.md": (source) => source.replace("name:", "aliases: [/zeichen/]\nname:"),
    ...Object.fromEntries(older),
  }),
  new Date("2026-11-23T09:00:00Z"),
  false,
);

/** The addresses of the pages that show texts of these files. */
function showing(...files: readonly string[]): readonly string[] {
  const of = <Thing extends { readonly file: string }>(things: readonly Thing[]) =>
    things.filter(({ file }) => files.includes(file));
  const { articles, authors, pages } = magazine;
  const shown = { articles: of(articles), authors: of(authors), pages: of(pages) };
  return pagesShowing(contextOf(magazine), shown)
    .map(({ path }) => path)
    .toSorted();
}

const feeds = (base: string) => ["atom", "json", "rss"].map((format) => `${base}feed.${format}`);

test("an article's text stands on its own pages and in the feeds that hold it, also where its column was before", () => {
  // Twenty newer ones are in the magazine's feed and in that of its author.
  expect(showing("articles/probe.md")).toEqual(
    [
      "/marken/probe/",
      "/marken/probe/2/",
      "/marken/probe/alles/",
      ...["/marken/", "/serien/reihe/", "/themen/post/", "/zeichen/"].flatMap(feeds),
    ].toSorted(),
  );
  expect(showing("articles/notiz-19.md")).toEqual(
    ["/alltag/notiz-19/", ...["/", "/alltag/", "/autoren/bert-zander/"].flatMap(feeds)].toSorted(),
  );
});

test("a bio stands on its author's pages, on that of all authors and under each article by the author", () => {
  expect(showing("authors/anna-oestreich.md")).toEqual([
    "/alltag/stiller-tag/",
    "/autoren/",
    "/autoren/anna-oestreich/",
    ...["", "2/", "3/", "alles/"].map((part) => `/marken/drei-fragen/${part}`),
  ]);
  expect(showing("authors/eva.md")).toEqual(["/autoren/", "/autoren/eva/"]);
  // Twenty-three articles, of which two stand on a page.
  expect(showing("authors/bert-zander.md")).toEqual(
    expect.arrayContaining([
      "/autoren/bert-zander/seite/12/",
      "/alltag/notiz-0/",
      "/marken/probe/2/",
    ]),
  );
});

test("a plain page's text stands on it alone, and where nothing is shown there is no page", () => {
  expect(showing("pages/impressum.md")).toEqual(["/impressum/"]);
  expect(showing()).toEqual([]);
});

test("what two texts are shown on is there once", () => {
  const both = showing("articles/probe.md", "authors/bert-zander.md");
  expect(both).toEqual([...new Set(both)]);
  expect(both).toEqual(
    expect.arrayContaining(["/autoren/", "/marken/probe/", "/serien/reihe/feed.rss"]),
  );
});
