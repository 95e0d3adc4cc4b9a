import * as fc from "fast-check";
import { expect, test } from "vitest";
import { editionAt } from "../../../magazine/edition.ts";
import { indexOf } from "../../../magazine/index.ts";
import type { Article, Magazine } from "../../../magazine/model.ts";
import { relatedCount, relatedIn, relatedTo } from "../../../magazine/near.ts";
import { outlineOf } from "../../../magazine/outline.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { randomFrom } from "../../../scripts/bench/random.ts";
import type { Random } from "../../../scripts/bench/random.ts";
import { keepRelated } from "../../../scripts/build/plan/related.ts";
import { sample, today } from "../../site.ts";

const magazine = editionAt(readMagazine(sample), today, false);

/** An article as far as related ones follow from it. */
type Row = Pick<Article, "file" | "column" | "topics">;

/** A magazine of nothing but these, newest first. */
function made(rows: readonly Row[]): Magazine {
  const [one] = magazine.articles;
  if (one === undefined) throw new Error("the sample has articles");
  return { ...magazine, articles: rows.map((row) => Object.assign({}, one, row)) };
}

/** What a look at all of them finds, as `relatedIn` tells it. */
function found(edition: Magazine): readonly number[] {
  const index = indexOf(edition);
  for (const article of edition.articles) relatedTo(index, article);
  return [...relatedIn(edition.articles)];
}

/** What is still known of `now` by what was found before. */
function recalled(before: Magazine, now: Magazine): readonly number[] {
  const known = new Int32Array(now.articles.length * relatedCount).fill(unknown);
  keepRelated(known, now.articles, { outline: outlineOf(before), places: found(before) });
  return [...known];
}

const unknown = -2;

/** Of how many articles nothing is known. */
function unknownIn(places: readonly number[]): number {
  return places.filter((place) => place === unknown).length / relatedCount;
}

/** Two columns have nearly all articles, the third few, and so it is with topics: some are looked for far away. Those of two topics are nearly always of one column, so that some that are of the other find few like them, as far as one looks. */
function anyRow(file: string, random: Random): Row {
  const pick = (count: number) => Math.floor(random() * count);
  const often = pick(2);
  const topics = [
    ...(pick(3) === 0 ? [] : [`oft ${often}`]),
    ...(pick(5) === 0 ? [`manchmal ${pick(3)}`] : []),
    ...(pick(20) === 0 ? [`selten ${pick(6)}`] : []),
  ];
  const column = magazine.columns[pick(60) === 0 ? 2 : pick(15) === 0 ? 1 - often : often];
  if (column === undefined) throw new Error("the sample has three columns");
  return { file, column, topics };
}

function anyRows(size: number, seed: number): Row[] {
  const random = randomFrom(seed);
  return Array.from({ length: size }, (_, number) => anyRow(`alt-${number}`, random));
}

const anySize = fc.oneof(fc.nat(10), fc.noBias(fc.integer({ min: 50, max: 200 })));
const share = fc.noBias(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));
const anyEdit = fc.record({
  what: fc.constantFrom("new", "delete", "move", "column and topics", "file"),
  from: share,
  to: share,
  seed: fc.noBias(fc.nat()),
});
type Edit = typeof anyEdit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(rows: readonly Row[], edits: readonly Edit[]): Row[] {
  const now = [...rows];
  for (const [number, { what, from, to, seed }] of edits.entries()) {
    const at = Math.floor(from * now.length);
    const [was] = now.splice(at, 1);
    const another = anyRow(`neu-${number}`, randomFrom(seed));
    if (what === "new" || was === undefined) now.splice(at, 0, another);
    if (was === undefined) continue;
    if (what === "new") now.splice(at, 0, was);
    if (what === "move") now.splice(Math.floor(to * (now.length + 1)), 0, was);
    if (what === "column and topics") now.splice(at, 0, { ...another, file: was.file });
    if (what === "file") now.splice(at, 0, { ...was, file: another.file });
  }
  return now;
}

test("what is still known of related articles is what a look at all of them finds, whatever came, went, moved or was changed", () => {
  let known = 0;
  fc.assert(
    fc.property(
      anySize,
      fc.noBias(fc.nat()),
      fc.array(anyEdit, { maxLength: 4 }),
      (size, seed, edits) => {
        const rows = anyRows(size, seed);
        const now = made(edited(rows, edits));
        const still = recalled(made(rows), now);
        const all = found(now);
        expect(still.map((place, at) => (place === unknown ? all[at] : place))).toEqual(all);
        known += now.articles.length - unknownIn(still);
      },
    ),
    { seed: 20_261_201, numRuns: 500 },
  );
  expect(known).toBeGreaterThan(10_000);
});

/** A magazine before and now, each article by its column (`x` or `y`) and its topics; with `+` it has come, with `-` it is gone. */
function drawn(articles: string) {
  const rows = articles.split(" ").map((word, number) => {
    const [letter = "", ...topics] = word.replace(/^[+-]/u, "");
    const column = magazine.columns[letter === "x" ? 0 : 1];
    if (column === undefined) throw new Error("the sample has columns");
    return { word, row: { file: `${number}`, column, topics } };
  });
  const but = (sign: string) =>
    made(rows.flatMap(({ word, row }) => (word.startsWith(sign) ? [] : [row])));
  return { before: but("+"), now: but("-") };
}

const between = `${"x ".repeat(25)}${"yA ".repeat(23)}`;

test.each([
  ["has come just where the furthest was found, and moves it away", "x y x x xB x x +y x"],
  ["has come just where the nearer of two was found", "x +y x x xB x x x"],
  ["has gone where one looks last", `xA ${between}-xA yA`],
  ["has come where one looks last", `xA ${between}+xA yA`],
  ["has come where one looks last, and is newer", `yA +xA ${between}xA`],
  ["is one of the first three", "x x +y"],
])("an article that %s is seen", (_, articles) => {
  const { before, now } = drawn(articles);
  const [known, all] = [recalled(before, now), found(now)];
  expect(known.map((place, at) => (place === unknown ? all[at] : place))).toEqual(all);
  expect(found(before)).not.toEqual(all);
});

test("after one has come or moved those are looked for that are near to it in its column and topics, and few others", () => {
  // Each with a topic of its own, so that none could be taken for another.
  const rows = anyRows(2000, 7).map((row, number) =>
    Object.assign({}, row, { topics: [...row.topics, `${number}`] }),
  );
  const unknownAfter = (now: readonly Row[]) => unknownIn(recalled(made(rows), made(now)));
  const [column] = magazine.columns;
  const [first] = rows;
  if (column === undefined || first === undefined) throw new Error("there are some");
  const fresh = { file: "neu", column, topics: ["oft 1"] };
  // In each of two lists 24, or twice as many, and those that found theirs no nearer than it stands.
  expect(unknownAfter([fresh, ...rows])).toBeLessThan(100);
  expect(unknownAfter(rows.toSpliced(1000, 0, fresh))).toBeLessThan(200);
  // Away from one place, and to another.
  expect(unknownAfter(rows.slice(1).toSpliced(1000, 0, first))).toBeLessThan(240);
  expect(unknownAfter([...rows.slice(1000, 1001), ...rows.toSpliced(1000, 1)])).toBeLessThan(240);
});
