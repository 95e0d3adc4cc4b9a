import { expect, test } from "vitest";

import { article, articleMistakes, magazineWith } from "./broken.ts";

const correction = (date: string) => `[{ date: ${date}, text: Falsch war eine Zahl. }]`;

test.each([
  ["2026-10-19 09:00", "2026-10-19"],
  ["2026-10-19", "2026-10-19"],
  ["2026-10-19", "2026-10-19 00:00"],
  ["2026-10-19", "2026-10-19 09:00"],
  ["2026-10-19 09:00", "2026-10-19 09:00"],
  ["2026-10-19 09:00", "2026-10-19 09:01"],
  ["2026-10-19 23:59", "2026-10-20"],
])("of an article of %s a change of %s is right", (date, changed) => {
  expect(articleMistakes({ date, updated: changed })).toEqual([]);
  expect(articleMistakes({ date, corrections: correction(changed) })).toEqual([]);
});

test.each([
  ["2026-10-19 09:00", "2026-10-18"],
  ["2026-10-19 00:00", "2026-10-18"],
  ["2026-10-19", "2026-10-18"],
  ["2026-10-19", "2026-10-18 23:59"],
  ["2026-10-19 09:00", "2026-10-19 08:59"],
])("of an article of %s a change of %s is a mistake", (date, changed) => {
  expect(articleMistakes({ date, updated: changed })).toEqual([
    `6:10 updated is "${changed}"; expected a time not before date`,
  ]);
  expect(articleMistakes({ date, corrections: correction(changed) })).toEqual([
    `6:23 corrections.date is "${changed}"; expected a time not before date`,
  ]);
});

test("days are those of the magazine's time zone", () => {
  // In Europe/Berlin the 19th begins at 22:00 UTC of the 18th.
  expect(articleMistakes({ date: "2026-10-19 00:30", updated: "2026-10-19" })).toEqual([]);
  expect(articleMistakes({ date: "2026-10-19 00:30", updated: "2026-10-18" })).toHaveLength(1);
});

test("of several corrections each is looked at, beside other mistakes", () => {
  const corrections = "[{ date: 2012-12-02, text: a }, { date: 2012-11-01, text: b }]";
  expect(articleMistakes({ title: null, corrections })).toEqual([
    "1:1 title is missing; expected a text",
    '5:54 corrections.date is "2012-11-01"; expected a time not before date',
  ]);
});

test("an end counts from the first moment of its day", () => {
  const ends = (expires: string) => articleMistakes({ date: "2026-10-19 09:00", expires });
  expect(ends("2026-10-20")).toEqual([]);
  expect(ends("2026-10-19 09:01")).toEqual([]);
  for (const expires of ["2026-10-19", "2026-10-19 09:00", "2026-10-18"])
    expect(ends(expires)).toEqual([`6:10 expires is "${expires}"; expected a time after date`]);
});

test("no page says that an article was changed before it appeared", () => {
  const changed = (updated: string) => {
    const fields = { date: "2026-10-19 09:00", updated };
    const magazine = magazineWith({ "articles/probe.md": article(fields) });
    return magazine.articles.find(({ id }) => id === "probe")?.updated;
  };
  expect(changed("2026-10-19")).toBe("2026-10-19T09:00:00+02:00");
  expect(changed("2026-10-20")).toBe("2026-10-20T00:00:00+02:00");
});
