import { expect, test } from "vitest";
import { printPage } from "../../layouts/print.ts";
import { editionAt } from "../../magazine/edition.ts";
import type { Magazine } from "../../magazine/model.ts";
import { pagesOf } from "../../magazine/pages/pages.ts";
import { nextOccasions } from "../../magazine/schedule.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { article, magazineWith } from "./read/broken.ts";

const { assets } = await buildAssets("de");

const next = (magazine: Magazine, now: string) => nextOccasions(magazine, new Date(now));

/** All that is to come from `now` on, each with what a reader of UTC's clock reads. */
function walk(magazine: Magazine, now: string): string[] {
  const found = next(magazine, now);
  if (found === null) return [];
  return [`${found.time} ${found.what.join(", ")}`, ...walk(magazine, found.time)];
}

/** Only these articles, in Europe/Berlin; comments close after three days where one says nothing. */
const articles = (fields: Record<string, Record<string, string>>) =>
  magazineWith({
    "articles/2012/drei-fragen.md": null,
    "articles/2012/zwei-abteilungen.md": null,
    "articles/der-letzte-prospekt.md": null,
    "articles/sommeraktion.md": null,
    "articles/stiller-tag.md": null,
    "articles/zukunft.md": null,
    "magazine.yaml": (yaml) => yaml.replace(/comments:\n/, "comments:\n  close: 3\n"),
    ...Object.fromEntries(
      Object.entries(fields).map(([slug, field]) => [`articles/${slug}.md`, article(field)]),
    ),
  });

/** The night to 29 March has no hour from two to three, that to 25 October has it twice. */
const spring = articles({
  vorher: { date: "2026-03-27 02:30" },
  sommerzeit: { date: "2026-03-29 03:00", expires: "2026-03-30" },
  entwurf: { date: "2026-03-28 12:00", draft: "true" },
});
const autumn = articles({
  winterzeit: { date: "2026-10-24 02:30", comments: "2026-10-25 03:00" },
  zweimal: { date: "2026-10-25 02:30", expires: "2026-10-25 04:00", comments: "off" },
});

test("what comes is named in its order, over the beginning of summer time", () => {
  expect(walk(spring, "2026-03-01T00:00:00Z")).toEqual([
    "2026-03-27T01:30:00.000Z publication",
    // 48 hours later, when the clock goes from two to three.
    "2026-03-29T01:00:00.000Z publication",
    "2026-03-29T01:30:00.000Z news",
    "2026-03-29T22:00:00.000Z expiry",
    // Three days later on the clock on the wall.
    "2026-03-30T00:30:00.000Z comments",
  ]);
});

test("over its end, too, where of two hours the first is meant", () => {
  expect(walk(autumn, "2026-10-01T00:00:00Z")).toEqual([
    "2026-10-24T00:30:00.000Z publication",
    "2026-10-25T00:30:00.000Z publication",
    "2026-10-25T02:00:00.000Z comments",
    "2026-10-25T03:00:00.000Z expiry",
    "2026-10-26T00:30:00.000Z news",
  ]);
});

test("several things of one moment are told together, and what never comes is null", () => {
  const both = articles({
    a: { date: "2026-05-01 09:00", expires: "2026-05-02 09:00", comments: "open" },
    b: { date: "2026-05-02 09:00", comments: "off" },
    c: { date: "2026-05-01 09:00", expires: "2026-05-03 09:00", comments: "2026-05-03 09:00" },
  });
  expect(next(both, "2026-05-01T07:00:00Z")).toEqual({
    time: "2026-05-02T07:00:00.000Z",
    what: ["expiry", "publication"],
  });
  expect(next(both, "2026-05-02T07:00:00Z")).toEqual({
    time: "2026-05-03T07:00:00.000Z",
    what: ["comments", "expiry", "news"],
  });
  expect(next(both, "2026-05-04T07:00:00Z")).toBe(null);
});

test.each([
  ["spring", spring, "2026-03-01T00:00:00Z"],
  ["autumn", autumn, "2026-10-01T00:00:00Z"],
])(
  "in %s pages differ at each moment that is named, and never between two",
  (_, magazine, start) => {
    const printed = (now: number) =>
      pagesOf(editionAt(magazine, new Date(now), false))
        .filter(({ layout }) => layout !== "schedule")
        .map((page) => [page.path, printPage(page, assets)]);
    let now = Date.parse(start);
    for (const moment of walk(magazine, start)) {
      const time = Date.parse(moment.slice(0, 24));
      expect(printed(time - 1)).toEqual(printed(now));
      expect(printed(time)).not.toEqual(printed(now));
      now = time;
    }
    expect(printed(now + 1000 * 24 * 60 * 60 * 1000)).toEqual(printed(now));
  },
);

test("schedule.json says it, a preview's as well", () => {
  for (const preview of [false, true]) {
    const pages = pagesOf(editionAt(spring, new Date("2026-03-29T01:00:00Z"), preview));
    const page = pages.find(({ path }) => path === "/schedule.json");
    expect(page && JSON.parse(printPage(page, assets))).toEqual({
      version: 1,
      next: { time: "2026-03-29T01:30:00.000Z", what: ["news"] },
    });
  }
});
