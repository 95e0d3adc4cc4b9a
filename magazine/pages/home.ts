import type { Context } from "./context.ts";
import { listPages } from "./lists.ts";
import { teaserOf } from "./teaser.ts";
import type { Page } from "./page.ts";
import type { HomeView } from "./views.ts";

/** How many articles a column's strip on the home page shows. */
const stripLength = 3;

/** The home page: the newest article large, then the others; further pages hold the older ones. */
export function homePages(context: Context): Page[] {
  const { magazine, addresses } = context;
  const { description, articles } = magazine;
  const list = { name: null, description, articles, address: addresses.home };
  return listPages(context, list).map(({ path, page, view }) => {
    const first = page === 1;
    const teasers = view.articles;
    // In a preview, what readers do not see yet stands in the list and does not take the first place.
    const lead = first ? (teasers.find(({ mark }) => mark === null) ?? teasers[0] ?? null) : null;
    return {
      path,
      layout: "home",
      source: "magazine.yaml",
      view: {
        ...view,
        lead,
        articles: teasers.filter((one) => one !== lead),
        strips: first ? strips(context) : [],
      },
    };
  });
}

function strips(context: Context): HomeView["strips"] {
  const { magazine, index, addresses } = context;
  return magazine.columns.flatMap((column) => {
    const articles = index.byColumn.get(column) ?? [];
    if (articles.length === 0) return [];
    return {
      column: { title: column.name, href: addresses.column(column) },
      articles: articles.slice(0, stripLength).map((article) => teaserOf(context, article)),
    };
  });
}
