import { createHash } from "node:crypto";
import type { TestSite, TestThread } from "./site.ts";

export const INDEX = "/threads-by-year.json";

/** The threads of each year, by the year. */
export type TestYears = Readonly<Record<string, readonly TestThread[]>>;

/** Prints threads by their years into a magazine, as a build does. @returns the path of each year's file. */
export function printYears(site: TestSite, byYear: TestYears): Record<string, string> {
  site.files.clear();
  const printed = Object.entries(byYear).map(([year, threads]) => {
    const text = JSON.stringify({ version: 1, threads });
    const hash = createHash("sha256").update(text).digest("hex");
    const path = `/assets/threads-${year}-${hash.slice(0, 16)}.json`;
    site.files.set(path, text);
    return { year, hash, path };
  });
  const years = printed.map(({ year, hash }) => ({ year, hash }));
  site.files.set(INDEX, JSON.stringify({ version: 1, site: site.list.site, years }));
  return Object.fromEntries(printed.map(({ year, path }) => [year, path]));
}
