import { expect, test } from "vitest";
import { refuseCollisions, refuseName } from "../../../magazine/read/collisions.ts";
import { article } from "./broken.ts";
import { documentOf, reportedBy } from "./documents.ts";

/** The mistakes of articles by these names, each with these fields. */
const told = (articles: Record<string, Record<string, string | null>>) =>
  reportedBy((report) =>
    refuseCollisions(
      Object.entries(articles).map(([file, fields]) =>
        documentOf(`articles/${file}.md`, article(fields)),
      ),
      "de",
      report,
    ),
  ).map((line) => line.replace(/; expected .*/u, ""));

test("an id is one article's, be it its own or the file's name", () => {
  expect(told({ a: { id: "b" }, b: {} })).toEqual([
    'articles/b.md:1:1 the id "b" is already taken at articles/a.md:6:5',
  ]);
  expect(told({ a: { id: "x" }, b: { id: "x" } })).toEqual([
    'articles/b.md:6:5 the id "x" is already taken at articles/a.md:6:5',
  ]);
  expect(told({ a: { id: "x" }, b: { id: "y" }, c: { id: "[a]" } })).toEqual([]);
});

test("a name is one article's in a column, whatever its id", () => {
  const twice = { "2011/a": { id: "x" }, "2012/a": { id: "y" } };
  expect(told(twice)).toEqual([
    'articles/2012/a.md:1:1 the name "a" in the column "marken" is already taken at articles/2011/a.md:1:1',
  ]);
  expect(told({ ...twice, "2012/a": { id: "y", column: "alltag" } })).toEqual([]);
  expect(told({ ...twice, "2012/a": { id: "y", column: null } })).toEqual([]);
  expect(told({ "2011/a": {}, "2012/a": {} })).toEqual([
    'articles/2012/a.md:1:1 the id "a" is already taken at articles/2011/a.md:1:1',
  ]);
});

test("a former address is one article's, in whatever way it is written, and a file's own may stand there twice", () => {
  expect(
    told({ a: { aliases: "[/x/, /x, '/%C3%A4/']" }, b: { aliases: "[/neu/, /ä, [z]]" } }),
  ).toEqual(['articles/b.md:6:18 the former address "/ä" is already taken at articles/a.md:6:20']);
  expect(told({ a: { aliases: "/x" }, b: { aliases: "/x" } })).toEqual([]);
  expect(told({ a: { aliases: "[//*]" }, b: { aliases: "[//*]" } })).toHaveLength(1);
});

test("a topic and a series are written in one way, in all files but not beside each other", () => {
  expect(
    told({
      a: { topics: "[Büro, Buero]", series: "Das Büro" },
      b: { topics: "[x, Buero]", series: "das büro" },
      c: { topics: "[Büro, Das Buero]", series: "Büro" },
    }),
  ).toEqual([
    'articles/b.md:6:13 the topic "Buero" is written "Büro" in articles/a.md',
    'articles/b.md:7:9 the series "das büro" is written "Das Büro" in articles/a.md',
  ]);
  expect(told({ a: { topics: "Büro" }, b: { topics: "[Buero]" }, c: { series: "[x]" } })).toEqual(
    [],
  );
});

test("a name that cannot stand in an address is told with one that can, if there is any", () => {
  const named = (slug: string) =>
    reportedBy((report) => refuseName(documentOf(`pages/${slug}.md`, "---\n---\n"), "de", report));
  const form = "lower-case letters a to z, digits and single hyphens between them";
  expect(named("Über uns")).toEqual([
    `pages/Über uns.md:1:1 the file's name "Über uns" cannot stand in an address; expected ${form}; did you mean "ueber-uns"?`,
  ]);
  expect(named("…")).toEqual([
    `pages/….md:1:1 the file's name "…" cannot stand in an address; expected ${form}`,
  ]);
  expect(named("feed")).toEqual([
    `pages/feed.md:1:1 the file's name "feed" is one of the magazine's own addresses; expected another name`,
  ]);
  for (const slug of ["7", "2012", "threads", "news-sitemap", "themen"])
    expect(named(slug)).toHaveLength(1);
  for (const slug of ["7a", "topics", "ueber-uns"]) expect(named(slug)).toEqual([]);
});
