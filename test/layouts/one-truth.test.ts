import { beforeAll, describe, expect, test } from "vitest";
import { addressesIn } from "../../magazine/pages/addresses.ts";
import { printSite, sample } from "../site.ts";
import type { Site } from "../site.ts";

describe.each([sample, "test/fixtures/magazine"])("in %s", (content) => {
  let site: Site;
  beforeAll(async () => {
    site = await printSite(content);
  });

  test("canonical, og:url, structured data, sitemap, feed and share links of an article carry one address", () => {
    const { magazine, printed } = site;
    const { article: addressOf } = addressesIn(magazine.language);
    expect(magazine.articles.length).toBeGreaterThan(3);
    for (const article of magazine.articles) {
      const several = article.text.parts.length > 1;
      const truth = magazine.url + addressOf(article, several ? "all" : 1);
      const parts = article.text.parts.map((_, index) => addressOf(article, index + 1));
      for (const path of several ? [...parts, addressOf(article, "all")] : parts) {
        const html = printed.get(path) ?? "";
        expect(one(html, /<link rel="canonical" href="([^"]+)">/g)).toBe(truth);
        expect(one(html, /<meta property="og:url" content="([^"]+)">/g)).toBe(truth);
        expect(structuredData(html)).toMatchObject({
          "@graph": [{ mainEntityOfPage: truth }, { "@type": "BreadcrumbList" }],
        });
        const shared = [...html.matchAll(/<a href="([^"]+)" rel="noopener nofollow">/g)];
        expect(shared).toHaveLength(magazine.share.length);
        for (const [, href] of shared) expect(href).toContain(encodeURIComponent(truth));
      }
      expect(printed.get("/sitemap.xml")).toContain(`<loc>${truth}</loc>`);
      for (const path of several ? parts : []) {
        expect(printed.get("/sitemap.xml")).not.toContain(`<loc>${magazine.url}${path}</loc>`);
      }
      const feed = printed.get("/feed.atom") ?? "";
      expect(feed).toContain(`<link rel="alternate" type="text/html" href="${truth}"`);
    }
  });

  test("threads.json tells where imprint and privacy are, and nothing of pages that are not there", () => {
    const { magazine, printed } = site;
    const list = JSON.parse(printed.get("/threads.json") ?? "") as { site: object };
    const { title, url, language, timeZone } = magazine;
    const [imprint, privacy] = ["/impressum/", "/datenschutz/"].map((path) =>
      printed.has(path) ? url + path : undefined,
    );
    const authors = magazine.authors
      .filter(({ badge }) => badge !== null)
      .map(({ slug: id, badge }) => ({ id, badge }));
    const badges = authors.length > 0 && { authors };
    expect(list.site).toEqual({ title, url, language, timeZone, imprint, privacy, ...badges });
  });

  test("threads.json leads to the first part of each article that has comments", () => {
    const { magazine, printed } = site;
    const list = JSON.parse(printed.get("/threads.json") ?? "") as {
      threads: { id: string; url: string; state: string }[];
    };
    const { article: addressOf } = addressesIn(magazine.language);
    expect(list.threads).toEqual(
      magazine.articles
        .filter(({ comments }) => comments !== "off")
        .map((article) => {
          const aliases = article.aliases.map(({ path: former }) => magazine.url + former);
          return {
            id: article.id,
            url: magazine.url + addressOf(article, 1),
            title: article.title,
            state: article.comments,
            authors: article.authors.map(({ slug }) => slug),
            aliases: aliases.length > 0 ? aliases : undefined,
          };
        }),
    );
  });
});

/** What the pattern catches, which must be there once. */
function one(text: string, pattern: RegExp): string | undefined {
  const found = [...text.matchAll(pattern)];
  expect(found).toHaveLength(1);
  return found[0]?.[1];
}

function structuredData(html: string): unknown {
  return JSON.parse(one(html, /<script type="application\/ld\+json">(.+?)<\/script>/g) ?? "");
}
