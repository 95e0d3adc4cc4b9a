import { expect, test } from "vitest";
import { editionAt } from "../../../magazine/edition.ts";
import type { Article, Magazine } from "../../../magazine/model.ts";
import type { Ingredient } from "../../../magazine/pages/page.ts";
import { contextOf, pagesOf } from "../../../magazine/pages/pages.ts";
import { article, magazineWith } from "../read/broken.ts";

/** Longer than what an article leads to of its series. */
const series = Array.from({ length: 12 }, (_, at) => [
  `articles/teil-${at + 10}.md`,
  article({ date: `2012-12-${at + 10}`, series: "Reihe", topics: "[Post]" }),
]);
const magazine = editionAt(
  magazineWith(Object.fromEntries(series)),
  new Date("2026-11-23T09:00:00Z"),
  false,
);

/** As a build tells things apart: an article with what it names by their slugs. */
function told(thing: Ingredient): unknown {
  if (thing === null || typeof thing !== "object" || "bio" in thing) return thing;
  const { column, authors, ...rest } = thing;
  return { ...rest, column: column.slug, authors: authors.map(({ slug }) => slug) };
}

/** The views of pages that say what they are made of, and that, by address. */
function seen(of: Magazine) {
  return new Map(
    pagesOf(of).flatMap(({ path, view, madeOf }) => {
      if (madeOf === undefined) return [];
      return [[path, { view: JSON.stringify(view), made: JSON.stringify(madeOf().map(told)) }]];
    }),
  );
}
const before = seen(magazine);

/** The magazine with an article as it is said here, or without it. */
function having(slug: string, change: (article: Article) => Partial<Article> | null): Magazine {
  const articles = magazine.articles.flatMap((one) => {
    const changed = one.slug === slug ? change(one) : {};
    return changed === null ? [] : { ...one, ...changed };
  });
  return { ...magazine, articles: articles.toSorted((a, b) => (a.date < b.date ? 1 : -1)) };
}

/** The magazine with another bio of an author. */
function biographed(slug: string): Magazine {
  const authors = magazine.authors.map((one) =>
    one.slug === slug ? { ...one, bio: { ...one.bio, key: "another" } } : one,
  );
  const articles = magazine.articles.map((one) => {
    const slugs = new Set(one.authors.map((author) => author.slug));
    return { ...one, authors: authors.filter((author) => slugs.has(author.slug)) };
  });
  return { ...magazine, authors, articles };
}

test.each([
  ["another title", having("teil-15", () => ({ title: "Anders" }))],
  ["another text", having("teil-15", ({ text }) => ({ text: { ...text, words: 5000 } }))],
  ["a later date", having("teil-10", () => ({ date: "2012-12-31T00:00:00+01:00" }))],
  ["other topics", having("teil-15", () => ({ topics: ["Papier"] }))],
  ["no series", having("teil-10", () => ({ series: null }))],
  ["the first of a series gone", having("teil-10", () => null)],
  ["the last of a series gone", having("teil-21", () => null)],
  ["another bio", biographed("bert-zander")],
])("with %s no page is another that is made of the same", (_, edited) => {
  expect(contextOf(edited).frame).toEqual(contextOf(magazine).frame);
  const others = [...seen(edited)].filter(([path, { view }]) => before.get(path)?.view !== view);
  expect(others).not.toEqual([]);
  const same = others.filter(([path, { made }]) => before.get(path)?.made === made);
  expect(same.map(([path]) => path)).toEqual([]);
});
