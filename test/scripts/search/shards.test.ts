import { expect, test } from "vitest";
import type { PrintedArticle } from "../../../scripts/search/articles.ts";
import { shardsOf } from "../../../scripts/search/shards.ts";

/** So many articles of each of these days, or of the 19th October of these years. */
function articles(days: readonly (readonly [string, number])[]): PrintedArticle[] {
  return days.flatMap(([day, count]) =>
    Array.from({ length: count }, (_, index) => ({
      title: "Titel",
      standfirst: null,
      column: "Alltag",
      authors: ["Anna"],
      date: `${day.length === 4 ? `${day}-10-19` : day}T09:00:00+02:00`,
      parts: [`/alltag/${day}-${index}/`],
    })),
  );
}

test.each<[string, [string, number][], [string, number][]]>([
  ["none", [], []],
  [
    "a thousand: one index",
    [
      ["2012", 400],
      ["2013", 600],
    ],
    [["2012", 1000]],
  ],
  [
    "one more: another from the year on that is too many",
    [
      ["2012", 400],
      ["2013", 601],
    ],
    [
      ["2012", 400],
      ["2013", 601],
    ],
  ],
  [
    "a new year joins the newest",
    [
      ["2012", 900],
      ["2013", 200],
      ["2014", 7],
    ],
    [
      ["2012", 900],
      ["2013", 207],
    ],
  ],
  [
    "a large year is divided by itself, into as many months as have a thousand",
    [
      ["2011", 5],
      ["2012-01-02", 500],
      ["2012-02-03", 500],
      ["2012-03-01", 1],
      ["2012-03-02", 998],
      ["2012-11-09", 2],
      ["2013", 5],
      ["2014", 995],
    ],
    [
      ["2011", 5],
      ["2012-01", 1000],
      ["2012-03", 999],
      ["2012-11", 2],
      ["2013", 1000],
    ],
  ],
  [
    "a large month is divided into days, and a large day stays whole",
    [
      ["2012-01-31", 7],
      ["2012-02-01", 600],
      ["2012-02-02", 400],
      ["2012-02-03", 1500],
      ["2012-02-04", 1],
      ["2012-03-01", 8],
    ],
    [
      ["2012-01", 7],
      ["2012-02-01", 1000],
      ["2012-02-03", 1500],
      ["2012-02-04", 1],
      ["2012-03", 8],
    ],
  ],
])("%s", (_, days, expected) => {
  const shards = shardsOf(articles(days));
  expect(shards.map(({ name, articles: those }) => [name, those.length])).toEqual(expected);
});

test("an article more in a large year changes the index of its months alone", () => {
  const days = (more: number) =>
    articles([
      ["2011", 700],
      ["2012-01-02", 600],
      ["2012-05-02", 600 + more],
      ["2012-09-02", 600],
      ["2013", 700],
    ]);
  const before = shardsOf(days(0));
  const after = shardsOf(days(1));
  const same = after.filter(({ articles: those }, at) =>
    those.every(({ parts }, place) => parts[0] === before[at]?.articles[place]?.parts[0]),
  );
  expect(after.map(({ name }) => name)).toEqual(["2011", "2012-01", "2012-05", "2012-09", "2013"]);
  expect(before.map(({ name }) => name)).toEqual(after.map(({ name }) => name));
  expect(same.map(({ name }) => name)).toEqual(["2011", "2012-01", "2012-09", "2013"]);
});
