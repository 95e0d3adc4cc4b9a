import { expect, test } from "vitest";
import { editionAt } from "../../../magazine/edition.ts";
import { pagesOf } from "../../../magazine/pages/pages.ts";
import { readMagazine } from "../../../magazine/read/magazine.ts";
import { printSite, sample, today } from "../../site.ts";

const magazine = { ...editionAt(readMagazine(sample), today, false), perPage: 2 };
const pages = pagesOf(magazine);

/** The titles on the pages of a topic or a month, in their order. */
function listed(address: string): string[] {
  return pages.flatMap(({ path, layout, view }) =>
    layout === "listing" && (path === address || path.startsWith(`${address}seite/`))
      ? view.articles.map(({ title }) => title)
      : [],
  );
}

test("each topic has a page with its articles, and all stand on one, in the order of the alphabet", () => {
  const titles = magazine.articles.filter(({ topics }) => topics.includes("Büro"));
  expect(titles.length).toBeGreaterThan(magazine.perPage);
  expect(listed("/themen/buero/")).toEqual(titles.map(({ title }) => title));
  const overview = pages.find(({ path }) => path === "/themen/");
  if (overview?.layout !== "topics") throw new Error("there are topics");
  const { topics } = overview.view;
  expect(topics).toContainEqual({ title: "Büro", href: "/themen/buero/", count: titles.length });
  const names = topics.map(({ title }) => title);
  expect(names).toEqual(names.toSorted(new Intl.Collator("de").compare));
  expect(new Set(names)).toEqual(new Set(magazine.articles.flatMap((one) => one.topics)));
});

test("each month has a page with its articles, and the archive names them by year, newest first", () => {
  const [newest] = magazine.articles;
  const [year = "", month = ""] = newest?.date.split("-") ?? [];
  const those = magazine.articles.filter(({ date }) => date.startsWith(`${year}-${month}`));
  expect(listed(`/archiv/${year}/${month}/`)).toEqual(those.map(({ title }) => title));
  const overview = pages.find(({ path }) => path === "/archiv/");
  if (overview?.layout !== "archive") throw new Error("there are articles");
  const { years } = overview.view;
  const published = new Set(magazine.articles.map(({ date }) => date.slice(0, 4)));
  expect(years.map((one) => one.year)).toEqual([...published]);
  expect(years[0]?.months[0]).toEqual({
    title: "November",
    href: `/archiv/${year}/${month}/`,
    count: those.length,
  });
  const counts = years.flatMap(({ months }) => months.map(({ count }) => count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(magazine.articles.length);
});

test("a magazine without articles has neither, and no way to them", () => {
  const empty = pagesOf({ ...magazine, articles: [] });
  expect(empty.filter(({ path }) => /^\/(?:themen|archiv)\//u.test(path))).toEqual([]);
  expect(empty.flatMap(({ view }) => ("frame" in view ? view.frame.finding : []))).toEqual([]);
});

test("every page leads to topics and archive, an article to its topics, and the sitemap names them", async () => {
  const { printed } = await printSite(sample);
  const impressum = printed.get("/impressum/") ?? "";
  for (const href of ["/themen/", "/archiv/"]) expect(impressum).toContain(`<a href="${href}">`);
  const end = printed.get("/vertrieb/achtzig-prozent/alles/") ?? "";
  expect(end).toContain('<a href="/themen/zahlen/" rel="tag"');
  const sitemap = printed.get("/sitemap.xml") ?? "";
  for (const path of ["/themen/", "/themen/buero/", "/archiv/"])
    expect(sitemap).toContain(`<loc>${magazine.url}${path}</loc>`);
});
