import { parseXml } from "@rgrove/parse-xml";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { printPage } from "../../layouts/print.ts";
import { pagesOf } from "../../magazine/pages/pages.ts";
import { slugOf } from "../../magazine/text/slug.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { article, magazineWith } from "../magazine/read/broken.ts";
import { printSite, sample } from "../site.ts";

const body = `Ein [Artikel](/marken/drei-fragen/), einer [von früher](/2012/10/zwei-abteilungen.html), der
[Abschnitt](#die-pflanze), [ein Buch](https://buch.example/?a=b&c=d) und [wir](mailto:a@b.example).[^1]

## Die Pflanze

![Ein Grundriss](grundriss.svg)

<!-- pagebreak -->

Zurück zur [Pflanze](#die-pflanze).[^1]

[^1]: Eine Note mit einem [Verweis](/marken/).
`;

/** What a feed reader sees of an entry. */
interface Entry {
  readonly id: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly date: number;
  readonly authors: readonly (string | undefined)[];
  readonly categories: readonly (string | undefined)[];
  readonly summary: string | null;
  readonly text: string;
}

interface Feed {
  readonly self: string | undefined;
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly entries: readonly Entry[];
}

const time = (date: string | undefined) => Date.parse(date ?? "");

/** Reads each format with feedsmith, a reader that knows nothing of how it was printed. */
const readers: Readonly<Record<"atom" | "rss" | "json", (text: string) => Feed>> = {
  atom(text) {
    const feed = parseAtomFeed(text);
    const link = (rel: string, links = feed.links) => links?.find((one) => one.rel === rel)?.href;
    return {
      self: link("self"),
      url: link("alternate"),
      title: feed.title?.value,
      language: feed.xml?.lang,
      entries: (feed.entries ?? []).map((one) => ({
        id: one.id,
        url: link("alternate", one.links),
        title: one.title?.value,
        date: time(one.published),
        authors: (one.authors ?? []).map(({ name }) => name),
        categories: (one.categories ?? []).map(({ term }) => term),
        summary: one.summary?.value ?? null,
        text: one.content?.value ?? "",
      })),
    };
  },
  rss(text) {
    const feed = parseRssFeed(text);
    return {
      self: feed.atom?.links?.[0]?.href,
      url: feed.link,
      title: feed.title,
      language: feed.language,
      entries: (feed.items ?? []).map((one) => ({
        id: one.guid?.value,
        url: one.link,
        title: one.title,
        date: time(one.pubDate),
        authors: one.dc?.creators ?? [],
        categories: (one.categories ?? []).map(({ name }) => name),
        summary: one.description ?? null,
        text: one.content?.encoded ?? "",
      })),
    };
  },
  json(text) {
    const feed = parseJsonFeed(text);
    expect(JSON.parse(text)).toMatchObject({ version: "https://jsonfeed.org/version/1.1" });
    return {
      self: feed.feed_url,
      url: feed.home_page_url,
      title: feed.title,
      language: feed.language,
      entries: (feed.items ?? []).map((one) => ({
        id: one.id,
        url: one.url,
        title: one.title,
        date: time(one.date_published),
        authors: (one.authors ?? []).map(({ name }) => name),
        categories: one.tags ?? [],
        summary: one.summary ?? null,
        text: one.content_html ?? "",
      })),
    };
  },
};
const formats = Object.keys(readers) as (keyof typeof readers)[];

describe.each([sample, "test/fixtures/magazine"])("in %s", async (content) => {
  const { magazine, printed } = await printSite(content);
  const site = magazine.url;
  const subjects = [
    { path: "/", title: magazine.title, articles: magazine.articles },
    ...magazine.columns.map((column) => ({
      path: `/${column.slug}/`,
      title: `${magazine.title} – ${column.name}`,
      articles: magazine.articles.filter((one) => one.column === column),
    })),
    ...magazine.authors.map((author) => ({
      path: `/autoren/${author.slug}/`,
      title: `${magazine.title} – ${author.name}`,
      articles: magazine.articles.filter(({ authors }) => authors.includes(author)),
    })),
    ...[...new Set(magazine.articles.flatMap(({ topics }) => topics))].map((topic) => ({
      path: `/themen/${slugOf(topic, "de")}/`,
      title: `${magazine.title} – ${topic}`,
      articles: magazine.articles.filter(({ topics }) => topics.includes(topic)),
    })),
    ...[...new Set(magazine.articles.flatMap(({ series }) => series ?? []))].map((name) => ({
      path: `/serien/${slugOf(name, "de")}/`,
      title: `${magazine.title} – ${name}`,
      articles: magazine.articles.filter(({ series }) => series === name),
    })),
  ];

  test.each(formats)(
    "a reader finds in each %s feed the articles of the magazine, a column, an author, a topic or a series",
    (format) => {
      expect(subjects.some(({ articles }) => articles.length > 2)).toBe(true);
      for (const { path, title, articles } of subjects) {
        const feed = readers[format](printed.get(`${path}feed.${format}`) ?? "");
        expect(feed).toMatchObject({
          self: `${site}${path}feed.${format}`,
          url: site + path,
          title,
          language: "de",
        });
        expect(feed.entries).toEqual(
          articles.map((one) => ({
            id: `tag:${new URL(site).hostname},${one.date.slice(0, 10)}:${one.id}`,
            url: expect.stringContaining(`${site}/${one.column.slug}/${one.slug}/`),
            title: one.title,
            date: Date.parse(one.date),
            authors: one.authors.map(({ name }) => name),
            categories: [one.column.name, ...one.topics],
            summary: one.standfirst,
            text: expect.stringMatching(/<p>.+<\/p>/su),
          })),
        );
      }
    },
  );

  test("every feed in XML is well-formed", () => {
    const feeds = [...printed].filter(([path]) => /feed\.(?:atom|rss)$/u.test(path));
    expect(feeds).toHaveLength(2 * subjects.length);
    for (const [, feed] of feeds) expect(() => parseXml(feed)).not.toThrow();
  });

  test("every page's head names the magazine's feeds, and those of what it is about first", () => {
    const types = { atom: "atom+xml", rss: "rss+xml", json: "feed+json" };
    for (const [path, html] of printed) {
      if (!path.endsWith("/") || html.includes('http-equiv="refresh"')) continue;
      const found = [...html.matchAll(/<link rel="alternate" type="(.+?)".*? href="(.+?)">/gu)];
      const first = path.split("/").slice(1, /^\/(?:autoren|themen|serien)\//u.test(path) ? 3 : 2);
      const own = subjects.find((one) => one.path === `/${first.join("/")}/`);
      const owners = own === undefined ? ["/"] : [own.path, "/"];
      expect(found.map(([, type, href]) => [type, href])).toEqual(
        owners.flatMap((owner) =>
          formats.map((format) => [`application/${types[format]}`, `${owner}feed.${format}`]),
        ),
      );
    }
  });
});

test("a feed holds the newest twenty", () => {
  const files = Array.from({ length: 25 }, (_, index) => `articles/probe-${index}.md`);
  const magazine = magazineWith(Object.fromEntries(files.map((file) => [file, article()])));
  const feed = pagesOf(magazine).find(({ path }) => path === "/marken/feed.atom");
  expect(feed?.view).toMatchObject({ entries: { length: 20 } });
});

describe.each(formats)("in a feed of the format %s", async (format) => {
  const image = { image: "grundriss.svg", imageAlt: "Ein Grundriss", imageCredit: "Anna Östreich" };
  const magazine = magazineWith({ "articles/2012/probe.md": article(image, body) });
  const page = pagesOf(magazine).find(({ path }) => path === `/feed.${format}`);
  const { assets } = await buildAssets("de");
  const { entries } = readers[format](page === undefined ? "" : printPage(page, assets));
  const text = entries.find(({ title }) => title === "Probe")?.text ?? "";

  test("every address is absolute", () => {
    const addresses = [...text.matchAll(/(?:href|src)="(.*?)"/g)].map(([, to]) => to);
    const site = "https://pruefblatt.example";
    const page = `${site}/marken/probe/alles/`;
    const picture = expect.stringMatching(
      /^https:\/\/pruefblatt\.example\/bilder\/grundriss\.[0-9a-f]{8}\.svg$/,
    );
    expect(addresses).toEqual([
      picture,
      `${site}/marken/drei-fragen/`,
      `${site}/alltag/zwei-abteilungen/`,
      `${page}#die-pflanze`,
      "https://buch.example/?a=b&amp;c=d",
      "mailto:a@b.example",
      `${page}#fn-1`,
      picture,
      `${page}#die-pflanze`,
      `${page}#fn-1`,
      `${site}/marken/`,
      `${page}#fnref-1`,
      `${page}#fnref-1-2`,
    ]);
    for (const entry of entries) expect(entry.text).not.toMatch(/(?:href|src)="[/#]/);
  });

  test("stands the picture at the top, with what it shows and whose it is", () => {
    expect(text).toMatch(/^<figure>\s*<img [^>]*alt="Ein Grundriss" width="\d+" height="\d+">/u);
    expect(text).toContain('<figcaption class="ui"><small>Anna Östreich</small></figcaption>');
  });
});
