import { expect, test } from "vitest";
import type { PrintedArticle } from "../../../scripts/search/articles.ts";
import { shardsOf } from "../../../scripts/search/shards.ts";

/** So many articles of each of these years. */
function articles(years: Readonly<Record<string, number>>): PrintedArticle[] {
  return Object.entries(years).flatMap(([year, count]) =>
    Array.from({ length: count }, (_, index) => ({
      title: "Titel",
      standfirst: null,
      column: "Alltag",
      authors: ["Anna"],
      date: `${year}-10-19T09:00:00+02:00`,
      parts: [`/alltag/${year}-${index}/`],
    })),
  );
}

test.each([
  ["none", {}, {}],
  ["a thousand: one index", { 2012: 400, 2013: 600 }, { 2012: 1000 }],
  [
    "one more: another from the year on that is too many",
    { 2012: 400, 2013: 601 },
    { 2012: 400, 2013: 601 },
  ],
  ["a year is never divided", { 2012: 1500, 2013: 1 }, { 2012: 1500, 2013: 1 }],
  ["a new year joins the newest", { 2012: 900, 2013: 200, 2014: 7 }, { 2012: 900, 2013: 207 }],
])("%s", (_, years, expected) => {
  const shards = shardsOf(articles(years));
  expect(
    Object.fromEntries(shards.map(({ name, articles: those }) => [name, those.length])),
  ).toEqual(expected);
});
