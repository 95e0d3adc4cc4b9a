import type { Article } from "../model.ts";
import type { Context } from "./context.ts";
import { listPages } from "./lists.ts";
import { teaserOf } from "./teaser.ts";
import { lazyPage } from "./page.ts";
import type { Page } from "./page.ts";
import type { HomeView } from "./views.ts";

/** How many articles a column's strip on the home page shows, and how many the editors recommend there. */
const stripLength = 3;
const mostFeatured = 3;

/**
 * The home page: the newest article large, what the editors recommend, the other new ones, and what is left in each column; further pages
 * hold the older ones. On the first page no article stands twice.
 */
export function homePages(context: Context): Page[] {
  const { magazine, addresses } = context;
  const { description, articles } = magazine;
  const list = { name: null, description, articles, address: addresses.home };
  const none = { lead: null, featured: [], strips: [] };
  return listPages(context, list).map(({ path, page, madeOf, view }) => {
    const isFirst = page === 1;
    return lazyPage(
      // The first shows the newest of each column besides.
      { path, layout: "home", source: "magazine.yaml", madeOf: isFirst ? undefined : madeOf },
      () => ({ ...view(), ...(isFirst ? dealt(context) : none) }),
    );
  });
}

/** What the first page shows, each article once. */
function dealt(context: Context): Pick<HomeView, "lead" | "featured" | "articles" | "strips"> {
  const { magazine, index, addresses } = context;
  const { articles, perPage } = magazine;
  const newest = articles.slice(0, perPage);
  // In a preview, what readers do not see yet stands in the list and does not take the first place.
  const lead = newest.find(({ mark }) => mark === null) ?? newest[0];
  const featured = articles.filter((one) => one.featured && one !== lead).slice(0, mostFeatured);
  const large = new Set([lead, ...featured]);
  const shown = new Set([...large, ...newest]);
  const teasers = (some: readonly Article[]) => some.map((one) => teaserOf(context, one));
  return {
    lead: lead === undefined ? null : teaserOf(context, lead),
    featured: teasers(featured),
    articles: teasers(newest.filter((one) => !large.has(one))),
    strips: magazine.columns.flatMap((column) => {
      const left = (index.byColumn.get(column) ?? []).filter((one) => !shown.has(one));
      if (left.length === 0) return [];
      return {
        column: { title: column.name, href: addresses.column(column) },
        description: column.description,
        articles: teasers(left.slice(0, stripLength)),
      };
    }),
  };
}
