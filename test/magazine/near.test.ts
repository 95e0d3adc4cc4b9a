import { expect, test } from "vitest";
import { randomFrom } from "../../scripts/bench/random.ts";
import { editionAt } from "../../magazine/edition.ts";
import { indexOf } from "../../magazine/index.ts";
import type { Article } from "../../magazine/model.ts";
import { inSeries, neighboursOf, relatedTo } from "../../magazine/near.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { sample, today } from "../site.ts";

const magazine = editionAt(readMagazine(sample), today, false);
const [alltag, marken] = magazine.columns;
const [one] = magazine.articles;

/** A magazine of nothing but these articles, newest first: `id`, the column, the topics. */
function made(...rows: readonly [id: string, column: "alltag" | "marken", ...topics: string[]][]) {
  if (one === undefined || alltag === undefined || marken === undefined)
    throw new Error("the sample has articles and columns");
  const make = ([id, slug, ...topics]: (typeof rows)[number]): Article => {
    const column = slug === "alltag" ? alltag : marken;
    return { ...one, id, slug: id, column, topics };
  };
  const articles = rows.map((row) => make(row));
  const index = indexOf({ ...magazine, articles });
  return (id: string) => {
    const article = articles.find((found) => found.id === id) ?? one;
    const { older, newer } = neighboursOf(index, article);
    return {
      older: older?.id,
      newer: newer?.id,
      related: relatedTo(index, article).map((found) => found.id),
    };
  };
}

test("before and after an article stand its neighbours in its column, and none beyond its ends", () => {
  const near = made(["a", "alltag"], ["b", "marken"], ["c", "alltag"], ["d", "alltag"]);
  expect(near("c")).toMatchObject({ older: "d", newer: "a" });
  expect(near("a")).toMatchObject({ older: "c", newer: undefined });
  expect(near("d")).toMatchObject({ older: undefined, newer: "c" });
  expect(near("b")).toMatchObject({ older: undefined, newer: undefined });
});

test("related are three with most topics in common, the nearest first, without itself and its neighbours", () => {
  const near = made(
    ["far", "marken", "Büro", "Flur"],
    ["next", "alltag", "Büro", "Flur"],
    ["here", "alltag", "Büro", "Flur"],
    ["last", "alltag", "Büro", "Flur"],
    ["one", "marken", "Flur"],
    ["two", "marken", "Büro"],
    ["none", "marken", "Küche"],
  );
  expect(near("here").related).toEqual(["far", "one", "two"]);
});

test("where topics give fewer than three, the column does, then all others, and of equally near ones the newer comes first", () => {
  const near = made(
    ["a", "alltag"],
    ["b", "alltag"],
    ["c", "alltag"],
    ["here", "alltag", "Büro"],
    ["d", "alltag"],
    ["e", "alltag"],
    ["f", "marken", "Büro"],
    ["g", "marken"],
  );
  expect(near("here").related).toEqual(["f", "b", "e"]);
  expect(near("g").related).toEqual(["e", "d", "here"]);
});

test("what is of the same column comes before all others, however far away it is", () => {
  const others = Array.from({ length: 30 }, (_, at) => [`m${at}`, "marken"] as [string, "marken"]);
  const near = made(
    ["here", "alltag"],
    ...others,
    ["next", "alltag"],
    ["a", "alltag"],
    ["b", "alltag"],
    ["c", "alltag"],
  );
  expect(near("here").related).toEqual(["a", "b", "c"]);
});

test("the newest of its column leads to others as any article does", () => {
  const near = made(
    ["first", "marken"],
    ["second", "marken", "Büro"],
    ["here", "alltag", "Büro"],
    ["last", "alltag"],
  );
  expect(near("here").related).toEqual(["second", "first"]);
});

test("a series leads to four before and four after one, the newest first", () => {
  const rows = Array.from({ length: 12 }, (_, place) => ({ ...one, id: `s${place}`, series: "S" }));
  const articles = [
    ...rows,
    { ...one, id: "alone", series: "T" },
    { ...one, id: "none", series: null },
  ];
  // The sample has articles.
  const index = indexOf({ ...magazine, articles: articles as Article[] });
  const inIt = (id: string) => {
    const found = inSeries(index, index.all.find((each) => each.id === id) as Article);
    return found && [found.place, found.count, found.from, found.articles.map((each) => each.id)];
  };
  expect(inIt("s6")).toEqual([6, 12, 2, ["s10", "s9", "s8", "s7", "s6", "s5", "s4", "s3", "s2"]]);
  expect(inIt("s11")).toEqual([1, 12, 1, ["s11", "s10", "s9", "s8", "s7"]]);
  expect(inIt("s0")).toEqual([12, 12, 8, ["s4", "s3", "s2", "s1", "s0"]]);
  expect([inIt("alone"), inIt("none")]).toEqual([null, null]);
});

test("a long topic is looked at near the article, and gives the same for every build", () => {
  const rows = Array.from({ length: 400 }, (_, place) => {
    return [`n${place}`, "marken", "Büro"] as [string, "marken", string];
  });
  const near = made(...rows);
  expect(near("n200").related).toEqual(["n198", "n202", "n197"]);
  expect(near("n399").related).toEqual(["n397", "n396", "n395"]);
});

test("of many articles, too, the related are what all of them in order would give", () => {
  const columns = ["alltag", "marken"] as const;
  const names = ["Büro", "Flur", "Küche", "Kasse", "Regal"];
  const random = randomFrom(7);
  const pick = (count: number) => Math.floor(random() * count);
  const rows = Array.from({ length: 24 }, (_, place) => {
    const topics = names.filter(() => pick(6) === 0);
    return [`n${place}`, columns[pick(2)] ?? "alltag", ...topics] as [
      string,
      "alltag",
      ...string[],
    ];
  });
  const near = made(...rows);
  for (const [place, [id, column, ...topics]] of rows.entries()) {
    const { older, newer, related } = near(id);
    const others = rows
      .map(([one, of, ...its], at) => ({
        one,
        common: its.filter((topic) => topics.includes(topic)).length,
        isHere: of === column,
        distance: Math.abs(at - place),
        at,
      }))
      .filter(({ one }) => ![id, older, newer].includes(one))
      .toSorted(
        (a, b) =>
          b.common - a.common ||
          Number(b.isHere) - Number(a.isHere) ||
          a.distance - b.distance ||
          a.at - b.at,
      );
    expect(related).toEqual(others.slice(0, 3).map(({ one }) => one));
  }
});
