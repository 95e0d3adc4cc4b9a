import { beforeAll, describe, expect, test } from "vitest";
import { structuredData } from "../../layouts/structured-data.ts";
import { printPage } from "../../layouts/print.ts";
import { pagesOf } from "../../magazine/pages/pages.ts";
import type { ArticleView } from "../../magazine/pages/views.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { article, magazineWith } from "../magazine/read/broken.ts";
import { printSite, sample } from "../site.ts";
import type { Site } from "../site.ts";

type Data = Readonly<Record<string, unknown>>;

/**
 * What must stand in each thing of schema.org: what Google's search documentation (November 2026) calls required, and what it recommends
 * and we always know. It requires nothing of an article, and knows no CollectionPage.
 */
const required: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: [
    "headline",
    "datePublished",
    "dateModified",
    "author",
    "publisher",
    "mainEntityOfPage",
  ],
  ProfilePage: ["mainEntity"],
  Person: ["name", "url"],
  Organization: ["name", "url"],
  BreadcrumbList: ["itemListElement"],
  ListItem: ["position", "name"],
  CollectionPage: ["name", "url", "mainEntity"],
  ItemList: ["itemListElement"],
  WebSite: ["name", "url"],
};

/** What may stand there besides. */
const optional: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: ["description", "image", "articleSection", "keywords", "inLanguage"],
  ProfilePage: ["url"],
  Person: ["description", "jobTitle", "image", "sameAs"],
  ListItem: ["item", "url"],
  CollectionPage: ["description", "inLanguage"],
  WebSite: ["description", "inLanguage"],
};

const isThing = (value: object): value is Data => "@type" in value;

/** A thing and all that stand in it. */
function things(value: unknown): Data[] {
  if (Array.isArray(value)) return value.flatMap(things);
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(things);
  return isThing(value) ? [value, ...inside] : inside;
}

function graphOf(html: string): Data[] {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.+?)<\/script>/g)];
  expect(blocks.length).toBeLessThanOrEqual(1);
  return blocks.flatMap(([, json = ""]) => {
    const data = JSON.parse(json) as { "@context": string; "@graph": Data[] };
    expect(data["@context"]).toBe("https://schema.org");
    return data["@graph"];
  });
}

const typesOf = (html: string) => graphOf(html).map((thing) => thing["@type"]);

describe.each([sample, "test/fixtures/magazine"])("in %s", (content) => {
  let site: Site;
  beforeAll(async () => {
    site = await printSite(content);
  });

  test("each kind of page says what it is, and the way to it", () => {
    const kinds: Readonly<Record<string, readonly string[]>> = {
      home: ["WebSite", "CollectionPage"],
      column: ["CollectionPage", "BreadcrumbList"],
      authors: ["BreadcrumbList"],
      author: ["ProfilePage", "BreadcrumbList"],
      article: ["NewsArticle", "BreadcrumbList"],
      plain: ["BreadcrumbList"],
      notFound: [],
    };
    for (const { path, layout } of site.pages.filter((page) => page.layout in kinds))
      expect({ path, types: typesOf(site.printed.get(path) ?? "") }).toEqual({
        path,
        types: kinds[layout],
      });
  });

  test("every thing has what Google's documentation asks for, no empty field, and none that is misspelt", () => {
    const all = [...site.printed.values()].flatMap(graphOf).flatMap(things);
    expect(new Set(all.map((thing) => thing["@type"]))).toEqual(new Set(Object.keys(required)));
    for (const thing of all) {
      const type = String(thing["@type"]);
      const must = required[type] ?? [];
      const fields = Object.keys(thing).filter((name) => name !== "@type");
      expect(must.filter((name) => !fields.includes(name))).toEqual([]);
      expect(fields.filter((name) => ![...must, ...(optional[type] ?? [])].includes(name))).toEqual(
        [],
      );
      expect(Object.values(thing).filter((value) => value === "" || value === null)).toEqual([]);
    }
  });

  test("every address in it is absolute and a page's, and lists count from 1 on", () => {
    const { magazine, printed } = site;
    const all = [...printed.values()].flatMap(graphOf).flatMap(things);
    const addresses = all.flatMap(({ url, item, mainEntityOfPage }) => [
      url,
      item,
      mainEntityOfPage,
    ]);
    const named = addresses.filter((address) => typeof address === "string");
    expect(named.length).toBeGreaterThan(50);
    const missing = named.filter((url) => {
      return !url.startsWith(`${magazine.url}/`) || !printed.has(url.slice(magazine.url.length));
    });
    expect(missing).toEqual([]);
    for (const { itemListElement } of all) {
      if (!Array.isArray(itemListElement)) continue;
      const positions = itemListElement.map(({ position }: { position: number }) => position);
      expect(positions).toEqual(positions.map((_, index) => index + 1));
    }
  });

  test("the way to a page begins at the home page and ends at the page, of at least two steps as Google asks", () => {
    for (const { path, layout, view } of site.pages) {
      const graph = graphOf(site.printed.get(path) ?? "");
      const trail = graph.find((thing) => thing["@type"] === "BreadcrumbList");
      if (trail === undefined || !("head" in view)) continue;
      const steps = trail["itemListElement"] as { item: string; name: string }[];
      expect(steps.length).toBeGreaterThanOrEqual(
        layout === "article" || layout === "author" ? 3 : 2,
      );
      expect(steps[0]).toMatchObject({ item: `${site.magazine.url}/`, name: site.magazine.title });
      const last = steps.at(-1)?.item.slice(site.magazine.url.length) ?? "";
      // Every page of a list is the list's.
      expect(view.head.canonical.replace(/seite\/\d+\/$/u, "")).toBe(last);
    }
  });

  test("Open Graph has its four, the language, and what an article is", () => {
    for (const { path, layout, view } of site.pages) {
      if (!("head" in view) || layout === "notFound") continue;
      const html = site.printed.get(path) ?? "";
      const found = [...html.matchAll(/<meta property="([^"]+)" content="([^"]*)">/g)];
      const properties = new Map(found.map(([, name = "", content = ""]) => [name, content]));
      expect([...properties.values()]).not.toContain("");
      const must = ["og:type", "og:title", "og:url", "og:site_name", "og:locale"];
      if (view.head.description !== null) must.push("og:description");
      if (layout === "article")
        must.push(
          "article:published_time",
          "article:modified_time",
          "article:section",
          "article:author",
        );
      if (layout === "article")
        must.push("og:image", "og:image:alt", "og:image:width", "og:image:height");
      expect({ path, missing: must.filter((name) => !properties.has(name)) }).toEqual({
        path,
        missing: [],
      });
      expect(properties.get("og:locale")).toBe("de_DE");
    }
  });
});

test("an article's picture for sharing is named to networks, with its size, and to search engines", async () => {
  const { pages, printed } = await printSite(sample);
  const articles = pages.filter(({ layout }) => layout === "article");
  expect(articles.length).toBeGreaterThan(10);
  for (const { path, view } of articles) {
    const { card, frame } = view as ArticleView;
    const html = printed.get(path) ?? "";
    expect(html).toContain(`<meta property="og:image" content="${frame.url}${card}">`);
    expect(html).toContain('<meta property="og:image:width" content="1200">');
    expect(html).toContain('<meta property="og:image:height" content="630">');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
    expect(html).toContain(`${frame.url}${card}"],"datePublished"`);
  }
});

test("a correction, too, is a change, in the structured data, for networks and in the feed, where its words stand", async () => {
  const corrections = "[{ date: 2012-12-05, text: Es waren drei. }]";
  const magazine = magazineWith({
    "articles/probe.md": article({ updated: "2012-12-03", corrections, topics: "[Zahlen, Büro]" }),
  });
  const { assets } = await buildAssets("de");
  const print = (path: string) => {
    const page = pagesOf(magazine).find((one) => one.path === path);
    return page === undefined ? "" : printPage(page, assets);
  };
  const html = print("/marken/probe/");
  const modified = "2012-12-05T00:00:00+01:00";
  expect(graphOf(html)[0]).toMatchObject({
    datePublished: "2012-12-01T00:00:00+01:00",
    dateModified: modified,
    keywords: ["Zahlen", "Büro"],
  });
  expect(html).toContain(`<meta property="article:modified_time" content="${modified}">`);
  expect(html).toContain('<meta property="article:tag" content="Büro">');
  const feed = JSON.parse(print("/marken/feed.json")) as {
    items: { id: string; date_modified: string; content_html: string }[];
  };
  const item = feed.items.find(({ id }) => id.endsWith(":probe"));
  expect(item?.date_modified).toBe(modified);
  expect(item?.content_html).toMatch(
    /Aktualisiert am .*Korrekturen.*5\. Dezember 2012.*Es waren drei\./su,
  );
});

test("no text can end the script that holds structured data, and none is changed in it", async () => {
  const { pages } = await printSite("test/fixtures/magazine");
  const page = pages.find(({ layout }) => layout === "article");
  if (page?.layout !== "article") throw new Error("the fixture has articles");
  const headline = "</script><script>alert(1)</script><!-- \u2028\u2029";
  const html = String(structuredData(page.view, [{ "@type": "NewsArticle", headline }]));
  const [, json = ""] = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html) ?? [];
  expect(json).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(json)).toMatchObject({ "@graph": [{ headline }, {}] });
});
