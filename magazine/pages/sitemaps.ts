import { changedAt, lastChangeAmong, newest } from "../changed.ts";
import type { Article } from "../model.ts";
import type { Context } from "./context.ts";
import type { SitemapView } from "./machine-views.ts";
import type { Page } from "./page.ts";

/** So many addresses a sitemap may hold (sitemaps.org 0.9), and so many articles one of news (Google). */
const most = 50_000;
const mostNews = 1000;

type Place = SitemapView["pages"][number];

/** Many, and so each is made only when its sitemap is looked at. */
type Places = readonly (() => Place)[];

/**
 * `/sitemap.xml` with every canonical address once; of more than 50,000 it is an index to `/sitemap-1.xml` and so on. A list was changed
 * when one of its articles was. The oldest articles stand first, so that a new one changes the last file alone.
 */
export function sitemapPages(context: Context): Page[] {
  const { magazine, addresses } = context;
  const places = placesIn(context);
  const source = "magazine.yaml";
  const path = addresses.sitemap();
  const sitemap = (path: string, those: Places): Extract<Page, { layout: "sitemap" }> => ({
    path,
    layout: "sitemap",
    source,
    get view() {
      return { pages: those.map((place) => place()) };
    },
  });
  if (places.length <= most) return [sitemap(path, places)];
  const count = Math.ceil(places.length / most);
  const parts = Array.from({ length: count }, (_, index) =>
    sitemap(addresses.sitemap(index + 1), places.slice(index * most, (index + 1) * most)),
  );
  return [
    {
      path,
      layout: "sitemapIndex",
      source,
      get view() {
        const sitemaps = parts.map((part) => ({
          url: magazine.url + part.path,
          updated: newest(part.view.pages.flatMap(({ updated }) => updated ?? [])),
        }));
        return { sitemaps };
      },
    },
    ...parts,
  ];
}

function placesIn({ magazine, index, addresses }: Context): Places {
  const lastChange = lastChangeAmong(magazine.articles);
  const list =
    (path: string, articles: readonly Article[] = []) =>
    () => ({ url: magazine.url + path, updated: lastChange(articles) });
  return [
    list(addresses.home(), magazine.articles),
    ...magazine.columns.map((one) => list(addresses.column(one), index.byColumn.get(one))),
    ...(index.byTopic.size > 0 ? [list(addresses.topics())] : []),
    ...[...index.byTopic].map(([topic, articles]) => list(addresses.topic(topic), articles)),
    ...(index.bySeries.size > 0 ? [list(addresses.allSeries())] : []),
    ...[...index.bySeries].map(([name, articles]) => list(addresses.series(name), articles)),
    ...(index.byMonth.size > 0 ? [list(addresses.archive())] : []),
    ...[...index.byMonth].map(([month, articles]) => list(addresses.month(month), articles)),
    list(addresses.authors()),
    ...magazine.authors.map((one) => list(addresses.author(one), index.byAuthor.get(one))),
    ...magazine.pages.map((page) => list(addresses.plain(page))),
    ...magazine.articles.toReversed().map((article) => () => ({
      url: magazine.url + addresses.canonical(article),
      updated: changedAt(article),
    })),
  ];
}

/** `/news-sitemap.xml`, as Google reads it: what appeared in the two days before the edition, and so often nothing. */
export function newsSitemapPage({ magazine, addresses }: Context): Page {
  const news = magazine.articles.filter(({ isNews }) => isNews).slice(0, mostNews);
  return {
    path: addresses.newsSitemap,
    layout: "newsSitemap",
    source: "magazine.yaml",
    view: {
      publication: magazine.title,
      language: magazine.language,
      articles: news.map((article) => ({
        url: magazine.url + addresses.canonical(article),
        title: article.title,
        date: article.date,
      })),
    },
  };
}
