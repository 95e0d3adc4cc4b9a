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

test("an article of a series says which part it is and leads to those around it, in the order of their dates", () => {
  const [newest] = magazine.articles;
  if (newest === undefined) throw new Error("the sample has articles");
  const parts = Array.from({ length: 12 }, (_, at) => {
    const id = `teil-${12 - at}`;
    const date = `2026-0${at < 6 ? 6 : 5}-${String(28 - at).padStart(2, "0")}T09:00:00+02:00`;
    return { ...newest, id, slug: id, title: id, date, series: "Über Türen", aliases: [] };
  });
  const alone = { ...newest, id: "allein", slug: "allein", series: "Eine", aliases: [] };
  const all = pagesOf({ ...magazine, articles: [alone, ...parts] });
  const seriesAt = (slug: string) =>
    all.flatMap(({ path, layout, view }) =>
      layout === "article" && path === `/${newest.column.slug}/${slug}/` ? [view.series] : [],
    )[0];
  const shown = (slug: string) =>
    seriesAt(slug)
      ?.articles.map(({ title }) => title.slice(5))
      .join(" ");
  expect(seriesAt("teil-7")).toMatchObject({
    title: "Über Türen",
    href: "/serien/ueber-tueren/",
    place: 7,
    count: 12,
    from: 3,
  });
  expect(shown("teil-7")).toBe("3 4 5 6 7 8 9 10 11");
  expect([seriesAt("teil-1")?.from, shown("teil-1")]).toEqual([1, "1 2 3 4 5"]);
  expect([seriesAt("teil-12")?.from, shown("teil-12")]).toEqual([8, "8 9 10 11 12"]);
  expect(seriesAt("teil-7")?.articles[0]?.href).toBe(`/${newest.column.slug}/teil-3/`);
  expect(seriesAt("allein")).toBeNull();
  const first = all.find(({ path }) => path === "/serien/ueber-tueren/");
  expect(first?.layout === "listing" && first.view.articles.map(({ title }) => title)).toEqual([
    "teil-1",
    "teil-2",
  ]);
});

test("a series has a page, feeds and a place in the sitemap, as a topic has, and its articles a box", async () => {
  const { printed } = await printSite(sample);
  const print = (path: string) => printed.get(path) ?? "";
  expect(print("/serien/")).toContain('<a href="/serien/nach-dem-abschied/" dir="auto">');
  expect(print("/impressum/")).toContain('<a href="/serien/">Serien</a>');
  const article = print("/alltag/besucher-nummer-siebzehn/");
  expect(article).toMatch(/Serie: Nach dem Abschied<\/a>, Teil 2 von 2<\/p>\s*<h1/u);
  const [, box = ""] = article.split('<nav class="series');
  expect(box.split("</nav>")[0]).toMatch(
    /<ol start="1">\s*<li><a href="\/alltag\/die-schluessel-betreffend\/"[^>]*>[^<]*<\/a><\/li>\s*<li aria-current="page"/u,
  );
  for (const base of ["/serien/nach-dem-abschied/", "/themen/buero/"]) {
    expect(print("/sitemap.xml")).toContain(`<loc>${magazine.url}${base}</loc>`);
    for (const format of ["atom", "rss", "json"]) {
      const feed = print(`${base}feed.${format}`);
      expect(feed).toContain("Besucher Nummer siebzehn");
      expect(feed).toContain(
        base === "/themen/buero/" ? "Thema: Büro" : "Serie: Nach dem Abschied",
      );
      expect(print(base)).toMatch(
        new RegExp(`rel="alternate" [^>]*href="${base}feed.${format}"`, "u"),
      );
    }
  }
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
  expect(empty.filter(({ path }) => /^\/(?:themen|serien|archiv)\//u.test(path))).toEqual([]);
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
