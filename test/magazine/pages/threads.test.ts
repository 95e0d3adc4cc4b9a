import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { printPage } from "../../../layouts/print.ts";
import type { Magazine } from "../../../magazine/model.ts";
import { contextOf } from "../../../magazine/pages/pages.ts";
import { threadPages } from "../../../magazine/pages/threads.ts";
import { buildAssets } from "../../../scripts/build/assets.ts";
import { article, magazineWith } from "../read/broken.ts";

const { assets } = await buildAssets("de");
const INDEX = "/threads-by-year.json";

interface File {
  readonly version: number;
  readonly site: object;
  readonly years: readonly { readonly year: string; readonly hash: string }[];
  readonly threads: readonly { readonly id: string }[];
}

/** The files that the service reads, as they are printed, by their addresses. */
function printed(magazine: Magazine): Map<string, string> {
  const pages = threadPages(contextOf(magazine));
  return new Map(pages.map((page) => [page.path, printPage(page, assets)]));
}

function read(files: ReadonlyMap<string, string>, path: string): File {
  return JSON.parse(files.get(path) ?? "null") as File;
}

/** Each year with the ids of its file. */
function yearsIn(files: ReadonlyMap<string, string>): [string, string[]][] {
  return read(files, INDEX).years.map(({ year, hash }) => {
    const file = read(files, `/assets/threads-${year}-${hash.slice(0, 16)}.json`);
    return [year, file.threads.map(({ id }) => id)];
  });
}

/** The addresses at which one prints what the other does not. */
function differing(
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): (string | undefined)[] {
  const paths = [...one.keys()].filter((path) => one.get(path) !== other.get(path));
  return paths.map((path) => path.replace(/-[0-9a-f]{16}\./u, "-HASH.")).toSorted();
}

const silvester = { date: "2012-12-31 23:59" };
// In UTC it is still 2012 then.
const neujahr = { date: "2013-01-01 00:30" };
const magazine = magazineWith({
  "articles/silvester.md": article(silvester),
  "articles/neujahr.md": article(neujahr),
  "articles/still.md": article({ date: "1999-05-01", comments: "off" }),
});

test("each year has a file with the threads of its articles, by the magazine's clock; the index names it with its hash", () => {
  const files = printed(magazine);
  const years = yearsIn(files);
  expect(years.map(([year]) => year)).toEqual(["2099", "2013", "2012"]);
  expect(new Map(years).get("2013")).toEqual(["neujahr"]);
  expect(new Map(years).get("2012")).toContain("silvester");
  for (const { year, hash } of read(files, INDEX).years) {
    const text = files.get(`/assets/threads-${year}-${hash.slice(0, 16)}.json`) ?? "";
    expect(createHash("sha256").update(text).digest("hex")).toBe(hash);
  }
});

test("threads.json says all of it in the form that older services read", () => {
  const files = printed(magazine);
  const whole = read(files, "/threads.json");
  expect(Object.keys(whole)).toEqual(["version", "site", "threads"]);
  expect(whole.version).toBe(1);
  expect(whole.site).toEqual(read(files, INDEX).site);
  expect(whole.threads.map(({ id }) => id)).toEqual(yearsIn(files).flatMap(([, ids]) => ids));
});

test("one changed article changes the file of its year, and what names it", () => {
  const changed = (id: string, more: object): Magazine => ({
    ...magazine,
    articles: magazine.articles.map((one) => (one.id === id ? { ...one, ...more } : one)),
  });
  const files = printed(magazine);
  const always = [INDEX, "/threads.json"];
  const renamed = printed(changed("neujahr", { title: "Anders" }));
  expect(differing(renamed, files)).toEqual(["/assets/threads-2013-HASH.json", ...always]);
  expect(differing(printed(changed("neujahr", { featured: true })), files)).toEqual([]);
  // The only one of 2013: its year goes, and threads.json tells no dates.
  const moved = printed(changed("neujahr", { date: "2012-12-31T23:30:00+01:00" }));
  expect(differing(moved, files)).toEqual(["/assets/threads-2012-HASH.json", INDEX]);
  expect(yearsIn(moved).map(([year]) => year)).toEqual(["2099", "2012"]);
});

test("where threads.json would be longer than services take, it is empty and of a version that older ones refuse", () => {
  const [one] = magazine.articles;
  if (one === undefined) throw new Error("the magazine has articles");
  const long = { ...one, title: "x".repeat(1_000_000) };
  const many = (count: number): Magazine => ({
    ...magazine,
    articles: Array.from({ length: count }, () => long),
  });
  const fits = printed(many(19));
  expect(read(fits, "/threads.json")).toMatchObject({ version: 1, threads: { length: 19 } });
  const tooLong = printed(many(20));
  const { site } = read(fits, INDEX);
  expect(read(tooLong, "/threads.json")).toEqual({ version: 2, site, threads: [] });
  expect(yearsIn(tooLong).flatMap(([, ids]) => ids)).toHaveLength(20);
});

test("a magazine without articles has no years", () => {
  const files = printed({ ...magazine, articles: [] });
  expect(read(files, INDEX)).toMatchObject({ version: 1, years: [] });
  expect([...files.keys()]).toEqual(["/threads.json", INDEX]);
});
