import { expect, test } from "vitest";
import { editionAt } from "../../magazine/edition.ts";
import { indexOf } from "../../magazine/index.ts";
import type { Groups } from "../../magazine/index.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { sample, today } from "../site.ts";

const magazine = editionAt(readMagazine(sample), today, false);
const index = indexOf(magazine);

/** The ids of each group's articles, by the words that `name` gives its key. */
function ids<Key>(groups: Groups<Key>, name: (key: Key) => string): Record<string, string[]> {
  return Object.fromEntries(
    [...groups].map(([key, articles]) => [name(key), articles.map(({ id }) => id)]),
  );
}

test("each group holds just its articles, newest first", () => {
  const all = magazine.articles;
  const held = (of: (article: (typeof all)[number]) => boolean) =>
    all.filter(of).map(({ id }) => id);
  const columns = ids(index.byColumn, ({ slug }) => slug);
  expect(Object.keys(columns).toSorted()).toEqual(["alltag", "marken", "vertrieb"]);
  for (const [slug, found] of Object.entries(columns))
    expect(found).toEqual(held(({ column }) => column.slug === slug));
  const authors = ids(index.byAuthor, ({ slug }) => slug);
  expect(Object.keys(authors)).toHaveLength(magazine.authors.length);
  for (const [slug, found] of Object.entries(authors))
    expect(found).toEqual(held((one) => one.authors.some((author) => author.slug === slug)));
  const topics = ids(index.byTopic, (topic) => topic);
  expect(topics["Büro"]?.length).toBeGreaterThan(3);
  for (const [topic, found] of Object.entries(topics))
    expect(found).toEqual(held((one) => one.topics.includes(topic)));
  const months = ids(index.byMonth, (month) => month);
  expect(Object.values(months).flat()).toEqual(held(() => true));
  for (const [month, found] of Object.entries(months))
    expect(found).toEqual(held(({ date }) => date.startsWith(`${month}-`)));
});

test("what no article has is not there", () => {
  const empty = indexOf({ ...magazine, articles: [] });
  expect(empty.byColumn.size + empty.byAuthor.size + empty.byTopic.size).toBe(0);
  expect(empty.pages.get("impressum")?.title).toBe("Impressum");
  expect(empty.pages.get("seite")).toBeUndefined();
});
