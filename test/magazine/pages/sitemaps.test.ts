import { parseXml } from "@rgrove/parse-xml";
import { expect, test } from "vitest";
import { printPage } from "../../../layouts/print.ts";
import { editionAt } from "../../../magazine/edition.ts";
import { indexOf } from "../../../magazine/index.ts";
import type { Magazine } from "../../../magazine/model.ts";
import { addressesIn } from "../../../magazine/pages/addresses.ts";
import { frameOf } from "../../../magazine/pages/frame.ts";
import { pagesOf } from "../../../magazine/pages/pages.ts";
import { sitemapPages } from "../../../magazine/pages/sitemaps.ts";
import { buildAssets } from "../../../scripts/build/assets.ts";
import { article, magazineWith } from "../read/broken.ts";

const { assets } = await buildAssets("de");
const site = "https://pruefblatt.example";

/** What is printed at an address, which must be well-formed. */
function printed(magazine: Magazine, path: string): string {
  const page = pagesOf(magazine).find((one) => one.path === path);
  const xml = page === undefined ? "" : printPage(page, assets);
  expect(() => parseXml(xml)).not.toThrow();
  return xml;
}

/** Each address of a sitemap with what stands behind it. */
function entries(xml: string): Map<string, string | undefined> {
  const found = xml.matchAll(
    /<(url|sitemap)><loc>(.+?)<\/loc>(?:<lastmod>(.+?)<\/lastmod>)?<\/\1>/g,
  );
  return new Map([...found].map(([, , url = "", updated]) => [url.replace(site, ""), updated]));
}

const changed = {
  updated: "2012-12-03",
  corrections: "[{ date: 2012-12-05, text: Es waren drei. }]",
};

test("a sitemap says when an article was last changed, by what means ever, and a list with it", () => {
  const magazine = magazineWith({ "articles/probe.md": article(changed) });
  const sitemap = entries(printed(magazine, "/sitemap.xml"));
  const time = "2012-12-05T00:00:00+01:00";
  expect(sitemap.get("/marken/probe/")).toBe(time);
  expect(sitemap.get("/autoren/bert-zander/")).toBe(time);
  expect(sitemap.get("/alltag/zwei-abteilungen/alles/")).toBe("2012-10-22T14:30:00+02:00");
  expect(sitemap.has("/impressum/")).toBe(true);
  expect(sitemap.get("/impressum/")).toBeUndefined();
  const articles = [...sitemap.keys()].filter((path) => /^\/(?:alltag|marken)\/./u.test(path));
  expect(articles.at(-1)).toBe("/marken/zukunft/");
});

test("of more than 50,000 addresses the sitemap is an index to parts that hold each once, with the newest time in it", () => {
  const magazine = magazineWith({ "articles/probe.md": article(changed) });
  const one = magazine.articles.find(({ id }) => id === "probe");
  if (one === undefined) throw new Error("the article is there");
  const alone = entries(printed({ ...magazine, articles: [one] }, "/sitemap.xml"));
  const pagesWith = (count: number) => {
    const more = Array.from({ length: count - alone.size + 1 }, () => one);
    const many = { ...magazine, articles: more };
    const addresses = addressesIn("de");
    const around = { magazine: many, index: indexOf(many), addresses, moved: () => undefined };
    return sitemapPages({ ...around, frame: frameOf(around), notes: new Map() });
  };
  expect(pagesWith(50_000).map(({ path, layout }) => [path, layout])).toEqual([
    ["/sitemap.xml", "sitemap"],
  ]);
  const [index, first, second] = pagesWith(50_001);
  expect(index?.layout).toBe("sitemapIndex");
  expect(index === undefined ? "" : [...entries(printPage(index, assets))]).toEqual([
    ["/sitemap-1.xml", "2012-12-05T00:00:00+01:00"],
    ["/sitemap-2.xml", "2012-12-05T00:00:00+01:00"],
  ]);
  expect(first).toMatchObject({ path: "/sitemap-1.xml", view: { pages: { length: 50_000 } } });
  expect(second).toMatchObject({
    path: "/sitemap-2.xml",
    view: { pages: [{ url: `${site}/marken/probe/`, updated: "2012-12-05T00:00:00+01:00" }] },
  });
});

test("the news sitemap names what appeared in the last two days, as Google asks for it, and nothing later", () => {
  const title = "'Rabatt & <Treue>'";
  const magazine = magazineWith({
    "articles/probe.md": article(
      { title, date: "2012-10-20 10:00" },
      "Eins.\n\n<!-- pagebreak -->\n\nZwei.",
    ),
  });
  const newsAt = (now: string) =>
    printed(editionAt(magazine, new Date(now), false), "/news-sitemap.xml");
  expect(newsAt("2012-10-20T09:00:00Z"))
    .toContain(`<url><loc>${site}/marken/probe/alles/</loc><news:news>
<news:publication><news:name>Das Prüfblatt</news:name><news:language>de</news:language></news:publication>
<news:publication_date>2012-10-20T10:00:00+02:00</news:publication_date>
<news:title>Rabatt &amp; &lt;Treue&gt;</news:title>
</news:news></url>`);
  const named = (now: string) =>
    [...newsAt(now).matchAll(/<loc>(.+?)<\/loc>/g)].map(([, to]) => to);
  expect(named("2012-10-20T09:00:00Z")).toHaveLength(2);
  expect(named("2012-10-22T07:59:59Z")).toHaveLength(1);
  expect(named("2012-10-22T08:00:00Z")).toEqual([]);
});

test("robots.txt names both", () => {
  const magazine = magazineWith({});
  const page = pagesOf(magazine).find(({ path }) => path === "/robots.txt");
  expect(page && printPage(page, assets)).toMatch(
    /\n\nSitemap: https:\/\/pruefblatt\.example\/sitemap\.xml\nSitemap: https:\/\/pruefblatt\.example\/news-sitemap\.xml\n$/,
  );
});
