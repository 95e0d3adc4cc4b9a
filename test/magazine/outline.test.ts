import { expect, test } from "vitest";
import { editionAt } from "../../magazine/edition.ts";
import { indexOf } from "../../magazine/index.ts";
import type { Article } from "../../magazine/model.ts";
import { outlinedArticles, outlineOf } from "../../magazine/outline.ts";
import type { Outline } from "../../magazine/outline.ts";
import { article, magazineWith } from "./read/broken.ts";

const fields = { standfirst: "Worum es geht.", topics: "[Post, Papier]", aliases: "[/alt/]" };
const edition = editionAt(
  magazineWith({
    "articles/probe.md": article({ ...fields, series: "Reihe", comments: "off" }),
    "articles/zu-zweit.md": article({ author: null, authors: "[anna-oestreich, bert-zander]" }),
  }),
  new Date("2026-11-23T09:00:00Z"),
  true,
);
// As it is kept.
const outline = JSON.parse(JSON.stringify(outlineOf(edition))) as Outline;

/** The outline's articles, and the files of those that were made whole. */
function outlined(magazine = edition) {
  const asked: string[] = [];
  const articles = outlinedArticles(outline, magazine, (file) => {
    asked.push(file);
    // It stands in the outline.
    return edition.articles.find((one) => one.file === file) as Article;
  });
  return { articles: articles ?? [], isNone: articles === null, asked };
}

test("an index of outlined articles is that of the articles, and none of them is made whole for it", () => {
  const { articles, asked } = outlined();
  const filesIn = (all: readonly Article[]) => {
    const { byColumn, byAuthor, byTopic, bySeries, byMonth } = indexOf({
      ...edition,
      articles: all,
    });
    return [byColumn, byAuthor, byTopic, bySeries, byMonth].map((groups) =>
      [...groups].map(([key, group]) => [key, group.map(({ file }) => file)]),
    );
  };
  expect(filesIn(articles)).toEqual(filesIn(edition.articles));
  expect(articles.map(({ aliases }) => aliases)).toEqual(
    edition.articles.map(({ aliases }) => aliases),
  );
  expect(articles.map(({ date }) => date)).toEqual(edition.articles.map(({ date }) => date));
  expect(asked).toEqual([]);
});

test("whatever else is asked of one is that of the whole article, which is made once", () => {
  const { articles, asked } = outlined();
  for (const [place, whole] of edition.articles.entries()) {
    const names = Object.keys(whole) as (keyof Article)[];
    const late = articles[place];
    expect(names.map((name) => [name, late?.[name]])).toEqual(
      names.map((name) => [name, whole[name]]),
    );
  }
  expect(asked).toEqual(edition.articles.map(({ file }) => file));
});

test("without a column or one of the authors that they name there are none", () => {
  const without = (slug: string) =>
    outlined({
      ...edition,
      columns: edition.columns.filter((one) => one.slug !== slug),
      authors: edition.authors.filter((one) => one.slug !== slug),
    });
  expect(without("nobody").isNone).toBe(false);
  expect(without("alltag").isNone).toBe(true);
  expect(without("anna-oestreich").isNone).toBe(true);
});
