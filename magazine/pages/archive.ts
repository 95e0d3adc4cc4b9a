import { formatMonth } from "../dates.ts";
import type { Context } from "./context.ts";
import { listingPages } from "./lists.ts";
import type { Page } from "./page.ts";
import type { ArchiveView } from "./views.ts";

/** All months in which something appeared on one page, and each with its articles; nothing where there are no articles. */
export function archivePages(context: Context): Page[] {
  const { magazine, index, addresses, frame } = context;
  const canonical = addresses.archive();
  const under = frame.finding.find(({ href }) => href === canonical);
  if (under === undefined) return [];
  const months = [...index.byMonth].map(([month, articles]) => ({
    month,
    articles,
    name: formatMonth(articles[0]?.date ?? "", magazine.locale),
  }));
  const byYear = Map.groupBy(months, ({ month }) => month.slice(0, "2012".length));
  const years: ArchiveView["years"] = [...byYear].map(([year, those]) => ({
    year,
    months: those.map(({ month, name, articles }) => ({
      title: name.replace(` ${year}`, ""),
      href: addresses.month(month),
      count: articles.length,
    })),
  }));
  const head = { title: under.title, description: null, canonical, trail: [under] };
  const pages = months.flatMap(({ month, name, articles }) =>
    listingPages(context, under, {
      name,
      articles,
      address: (page) => addresses.month(month, page),
    }),
  );
  return [
    { path: canonical, layout: "archive", source: "articles", view: { frame, head, years } },
    ...pages,
  ];
}
