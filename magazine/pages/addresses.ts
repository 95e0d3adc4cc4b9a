import type { Article, Author, Column, Language, PlainPage } from "../model.ts";
import { slugOf } from "../text/slug.ts";
import { addressWords } from "../words/address-words.ts";

/** What part of an article a page shows. */
export type PartNumber = number | "all";

/** The formats of feeds, by the ending of their names. */
export const feedFormats = ["atom", "rss", "json"] as const;
export type FeedFormat = (typeof feedFormats)[number];

/**
 * Every address of the magazine is made here. Addresses begin and end with a slash, or name a file.
 * `page` counts from 1; the first page of a list stands at the list's own address.
 */
export function addressesIn(language: Language) {
  const word = addressWords[language];
  // Each is asked for on every page of its articles.
  const slugs = new Map<string, string>();
  const slug = (name: string) => {
    const known = slugs.get(name) ?? slugOf(name, language);
    slugs.set(name, known);
    return known;
  };
  const paged = (base: string, page: number) =>
    page === 1 ? base : `${base}${word.page}/${page}/`;
  const article = (one: Article, part: PartNumber = 1) => {
    const first = `/${one.column.slug}/${one.slug}/`;
    if (part === "all") return `${first}${word.all}/`;
    return part === 1 ? first : `${first}${part}/`;
  };
  return {
    home: (page = 1) => paged("/", page),
    column: (column: Column, page = 1) => paged(`/${column.slug}/`, page),
    authors: () => `/${word.authors}/`,
    author: (author: Author, page = 1) => paged(`/${word.authors}/${author.slug}/`, page),
    topics: () => `/${word.topics}/`,
    topic: (topic: string, page = 1) => paged(`/${word.topics}/${slug(topic)}/`, page),
    allSeries: () => `/${word.series}/`,
    series: (name: string, page = 1) => paged(`/${word.series}/${slug(name)}/`, page),
    archive: () => `/${word.archive}/`,
    /** Of `2012-10`. */
    month: (month: string, page = 1) => paged(`/${word.archive}/${month.replace("-", "/")}/`, page),
    search: () => `/${word.search}/`,
    /** The folder that `npm run search` fills. */
    searchIndex: `/${word.search}/index/`,
    plain: (page: PlainPage) => `/${page.slug}/`,
    article,
    /** The one address that search engines, feeds and share links are told. */
    canonical: (one: Article) => article(one, one.text.parts.length > 1 ? "all" : 1),
    /** The feed of what stands at an address: `/marken/feed.atom` of `/marken/`. */
    feed: (base: string, format: FeedFormat) => `${base}feed.${format}`,
    /** The one that robots.txt names, or a part of it, from 1. */
    sitemap: (part?: number) => `/sitemap${part === undefined ? "" : `-${part}`}.xml`,
    newsSitemap: "/news-sitemap.xml",
    threads: "/threads.json",
    threadYears: "/threads-by-year.json",
    /** @param hash of what stands in it, so that it may be kept for ever. */
    threadsOfYear: (year: string, hash: string) =>
      `/assets/threads-${year}-${hash.slice(0, 16)}.json`,
    schedule: "/schedule.json",
    robots: "/robots.txt",
    headers: "/_headers",
    redirects: "/_redirects",
    /** The folder of all pictures. */
    images: `/${word.images}/`,
    notFound: "/404.html",
    /** No slug begins with a sign, so that it is in nobody's way. */
    stylePage: "/_style/",
  };
}

export type Addresses = ReturnType<typeof addressesIn>;
