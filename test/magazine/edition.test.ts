import { expect, test } from "vitest";

import { editionAt, markOf } from "../../magazine/edition.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { article, fixture, magazineWith } from "./read/broken.ts";

const magazine = readMagazine(fixture);
const ids = (now: string, preview: boolean) =>
  editionAt(magazine, new Date(now), preview).articles.map(({ id }) => id);

test("an edition leaves out drafts, what is still to come and what has expired", () => {
  expect(ids("2026-11-23T09:00:00Z", false)).toEqual([
    "der-stille-tag",
    "der-letzte-prospekt",
    "drei-fragen",
    "zwei-abteilungen",
  ]);
});

test("an article appears at its date and goes when it expires, to the second", () => {
  expect(ids("2012-10-19T06:59:59Z", false)).toEqual([]);
  expect(ids("2012-10-19T07:00:00Z", false)).toEqual(["zwei-abteilungen"]);
  expect(ids("2012-08-31T21:59:59Z", false)).toEqual(["sommeraktion"]);
  expect(ids("2012-08-31T22:00:00Z", false)).toEqual([]);
});

test("a preview keeps every article, and each says why readers do not see it", () => {
  const preview = editionAt(magazine, new Date("2026-11-23T09:00:00Z"), true);
  expect(preview.articles.map(({ id, mark }) => [id, mark])).toEqual([
    ["zukunft", "scheduled"],
    ["entwurf", "draft"],
    ["der-stille-tag", null],
    ["der-letzte-prospekt", null],
    ["drei-fragen", null],
    ["zwei-abteilungen", null],
    ["sommeraktion", "expired"],
  ]);
});

test("an article is news for two days from its date on, when readers see it", () => {
  const newsAt = (now: string, preview = false) =>
    editionAt(magazine, new Date(now), preview)
      .articles.filter(({ isNews }) => isNews)
      .map(({ id }) => id);
  expect(newsAt("2012-10-19T07:00:00Z")).toEqual(["zwei-abteilungen"]);
  expect(newsAt("2012-10-21T06:59:59Z")).toEqual(["zwei-abteilungen"]);
  expect(newsAt("2012-10-21T07:00:00Z")).toEqual([]);
  expect(newsAt("2012-10-19T06:59:59Z", true)).toEqual([]);
});

test("an edition leaves the magazine as it was read, and everything but its articles and what is next", () => {
  const before = structuredClone(magazine);
  const edition = editionAt(magazine, new Date("2012-10-20T00:00:00Z"), false);
  expect(magazine).toEqual(before);
  expect({ ...edition, articles: [], next: null }).toEqual({ ...magazine, articles: [] });
});

test("a draft is a draft first", () => {
  const draft = { draft: true, date: "2099-01-01T00:00:00+01:00", expires: null };
  expect(markOf(draft, new Date("2026-01-01T00:00:00Z"))).toBe("draft");
});

test("comments that close by themselves are open until then, and closed from then on", () => {
  const closing = magazineWith({
    "articles/probe.md": article({ date: "2012-12-01", comments: "2012-12-24 18:00" }),
  });
  const stateAt = (now: string) =>
    editionAt(closing, new Date(now), false).articles.find(({ id }) => id === "probe")?.comments;
  expect(stateAt("2012-12-24T16:59:59.999Z")).toBe("open");
  expect(stateAt("2012-12-24T17:00:00Z")).toBe("closed");
});
