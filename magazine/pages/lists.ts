import type { Article } from "../model.ts";
import { words } from "../words/words.ts";
import type { Context } from "./context.ts";
import { feedLinks } from "./frame.ts";
import { lazyPage } from "./page.ts";
import type { Ingredient, Page } from "./page.ts";
import { teaserOf } from "./teaser.ts";
import type { Head, ListView, Way } from "./views.ts";

/** What a list of articles is planned from. */
export interface List {
  /** Its name in the titles of its pages; null on the home page, whose title is the magazine's own. */
  readonly name: string | null;
  readonly description: string | null;
  /** Newest first. */
  readonly articles: readonly Article[];
  /** Where a page of it stands; the first is 1. */
  readonly address: (page: number) => string;
  /** Whether it has feeds of its own, beside the magazine's. */
  readonly hasFeeds?: boolean;
  /** What it stands under, from the home page on. */
  readonly under?: readonly Way[];
}

/** A page of a list: where it stands, which one it is, and what every list shows. */
interface ListPage {
  readonly path: string;
  /** The first is 1. */
  readonly page: number;
  readonly view: () => ListView;
  readonly madeOf: () => readonly Ingredient[];
}

/** Plans the pages of a list, `perPage` articles each; an empty list still has its first page. */
export function listPages(context: Context, list: List): ListPage[] {
  const { perPage } = context.magazine;
  const { articles, address } = list;
  const count = Math.max(1, Math.ceil(articles.length / perPage));
  return Array.from({ length: count }, (_, index) => {
    const page = index + 1;
    const newer = page > 1 ? address(page - 1) : null;
    const older = page < count ? address(page + 1) : null;
    const shown = articles.slice(index * perPage, page * perPage);
    return {
      path: address(page),
      page,
      madeOf: () => [list.name, count, ...shown],
      view: () => ({
        frame: context.frame,
        head: headOf(context, list, page, count),
        articles: shown.map((article) => teaserOf(context, article)),
        turner: count > 1 ? { page, count, newer, older } : null,
      }),
    };
  });
}

/** Titles say which page it is, so that no two pages of a list are called the same. */
function headOf(
  { magazine, addresses }: Context,
  { name, description, address, hasFeeds = false, under = [] }: List,
  page: number,
  count: number,
): Head {
  const place = page > 1 ? words[magazine.language].pageOfList(page, count) : null;
  return {
    title: [name ?? (place === null ? "" : magazine.title), place].filter(Boolean).join(" – "),
    description,
    canonical: address(page),
    ...(name !== null && { trail: [...under, { title: name, href: address(1) }] }),
    ...(hasFeeds && { feeds: feedLinks(addresses, name ?? magazine.title, address(1)) }),
  };
}

/** Plans the pages of a topic, a series or a month, which stand under the page of all of them. */
export function listingPages(
  context: Context,
  under: Way,
  list: Pick<List, "articles" | "address" | "hasFeeds"> & { readonly name: string },
): Page[] {
  return listPages(context, { ...list, description: null, under: [under] }).map(
    ({ path, madeOf, view }) =>
      lazyPage({ path, layout: "listing", source: "articles", madeOf }, () => ({
        ...view(),
        name: list.name,
        under,
      })),
  );
}
