import { expect, test } from "vitest";

import { refuseFuture } from "../../magazine/future.ts";
import { ContentMistakes, printMistake } from "../../magazine/read/mistakes.ts";
import { article, magazineWith } from "./read/broken.ts";

/** What is still to come at `now`, of an article with these fields. */
function future(fields: Record<string, string>, now = "2026-10-19T12:00:00+02:00"): string[] {
  try {
    refuseFuture(magazineWith({ "articles/probe.md": article(fields) }), new Date(now));
    return [];
  } catch (error) {
    if (error instanceof ContentMistakes) return error.mistakes.map(printMistake);
    throw error;
  }
}

const correction = (date: string) => `[{ date: ${date}, text: Falsch. }]`;

test("a change in the future is a mistake at its place", () => {
  expect(future({ updated: "2027-01-01" })).toEqual([
    'articles/probe.md:6:10 updated is "2027-01-01", which is still to come; expected a time that has been',
  ]);
  expect(future({ corrections: correction("2027-01-01 09:00") })).toEqual([
    'articles/probe.md:6:23 corrections.date is "2027-01-01 09:00", which is still to come; expected a time that has been',
  ]);
});

test.each([
  ["2026-10-18", 0],
  ["2026-10-19", 0],
  ["2026-10-19 12:00", 0],
  ["2026-10-19 12:01", 1],
  ["2026-10-20", 1],
])("at noon of 2026-10-19 a change of %s has %d mistakes", (updated, count) => {
  expect(future({ updated })).toHaveLength(count);
});

test("a day has come when it has begun in the magazine's time zone", () => {
  expect(future({ updated: "2026-10-20" }, "2026-10-19T22:00:00Z")).toEqual([]);
  expect(future({ updated: "2026-10-20" }, "2026-10-19T21:59:59Z")).toHaveLength(1);
});

test("what will be true when the article appears is no mistake", () => {
  expect(future({ date: "2099-01-01 09:00", updated: "2099-01-01" })).toEqual([]);
  expect(future({ date: "2099-01-01", corrections: correction("2099-01-01") })).toEqual([]);
  expect(future({ date: "2099-01-01 09:00", updated: "2099-01-02" })).toHaveLength(1);
});
