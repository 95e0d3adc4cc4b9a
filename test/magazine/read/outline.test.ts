import { expect, test } from "vitest";
import { readOutline } from "../../../magazine/read/outline.ts";
import { article, fixture, withChanges, withoutArticles } from "./broken.ts";
import type { Changes } from "./broken.ts";

const outlineOf = (changes: Changes) => withChanges(changes, readOutline);

test("a magazine's outline is its language, its zone, and its columns and authors by slug and name", () => {
  const { obstacle: _, ...outline } = readOutline(fixture);
  expect(outline).toEqual({
    language: "de",
    timeZone: "Europe/Berlin",
    columns: [
      { slug: "alltag", name: "Alltag" },
      { slug: "marken", name: "Marken und Märkte" },
    ],
    authors: [
      { slug: "anna-oestreich", name: "Anna Östreich" },
      { slug: "bert-zander", name: "Bert Zander" },
      { slug: "clemens-von-luetzow", name: "Clemens von Lützow" },
    ],
    hasYears: false,
  });
});

test("who has no name that can be read goes by the slug", () => {
  const { authors } = outlineOf({
    "authors/anna-oestreich.md": "---\nname: [Anna]\n---\n",
    "authors/bert-zander.md": "Nur Text.\n",
  });
  expect(authors.map(({ name }) => name)).toEqual([
    "anna-oestreich",
    "bert-zander",
    "Clemens von Lützow",
  ]);
});

test("the newest article tells whether articles stand in folders of their years", () => {
  const of = (changes: Changes) => outlineOf(changes).hasYears;
  const newer = article({ date: "2099-02-01" });
  expect(of({ "articles/2099/a.md": newer })).toBe(true);
  expect(of({ "articles/alt/2099/a.md": newer })).toBe(false);
  expect(of({ "articles/20990/a.md": newer })).toBe(false);
  expect(
    of({ "articles/2099/a.md": newer, "articles/b.md": article({ date: "2099-03-01" }) }),
  ).toBe(false);
  expect(of({ "articles/2099/a.md": "Ohne Datum.\n" })).toBe(false);
  expect(of(withoutArticles)).toBe(false);
});

test("a name is taken by a file, by an id, and by a former address", () => {
  const { obstacle } = outlineOf({
    "articles/probe.md": article({ aliases: "[/marken/frueher, /alltag/einst/, [x], '*']" }),
    "authors/clemens-von-luetzow.md": (source) => source.replace("\n---", "\naliases: /alt\n---"),
    "articles/ohne.md": article({ aliases: "/marken/kein" }),
    "articles/ganz-ohne.md": "Nur Text.\n",
    "articles/von-autoren.md": article({ aliases: "[/autoren/eva-klein/, /wir/]" }),
  });
  expect(obstacle("articles", "neu", "marken")).toBe(null);
  expect(obstacle("articles", "probe", "alltag")).toBe("articles/probe.md");
  expect(obstacle("articles", "stiller-tag", "alltag")).toBe("articles/stiller-tag.md");
  expect(obstacle("articles", "der-stille-tag", "marken")).toBe("articles/stiller-tag.md");
  expect(obstacle("articles", "frueher", "marken")).toBe("articles/probe.md");
  expect(obstacle("articles", "frueher", "alltag")).toBe(null);
  expect(obstacle("articles", "einst", "alltag")).toBe("articles/probe.md");
  expect(obstacle("articles", "kein", "marken")).toBe(null);
  expect(obstacle("authors", "eva-klein")).toBe("articles/von-autoren.md");
  expect(obstacle("authors", "bert-zander")).toBe("authors/bert-zander.md");
  expect(obstacle("authors", "probe")).toBe(null);
  expect(obstacle("pages", "wir")).toBe("articles/von-autoren.md");
  expect(obstacle("columns", "wir")).toBe("articles/von-autoren.md");
});

test("columns and pages share the site's root, and no name is one of the magazine's own or no slug", () => {
  const { obstacle } = readOutline(fixture);
  expect(obstacle("columns", "impressum")).toBe("pages/impressum.md");
  expect(obstacle("columns", "marken")).toBe("columns/marken.md");
  expect(obstacle("pages", "marken")).toBe("columns/marken.md");
  expect(obstacle("pages", "impressum")).toBe("pages/impressum.md");
  expect(obstacle("articles", "impressum", "marken")).toBe(null);
  expect(obstacle("pages", "bert-zander")).toBe(null);
  expect(obstacle("pages", "autoren")).toBe("reserved");
  expect(obstacle("pages", "Über uns")).toBe("slug");
});
