import type { Groups } from "../index.ts";
import type { Context } from "./context.ts";
import { listingPages } from "./lists.ts";
import type { Page } from "./page.ts";

/** All topics on one page, and each with its articles; nothing where no article has a topic. */
export function topicPages(context: Context): Page[] {
  const { index, addresses } = context;
  return groupPages(context, addresses.topics(), index.byTopic, addresses.topic);
}

/** The same of series, whose articles stand in the order in which they appeared. */
export function seriesPages(context: Context): Page[] {
  const { index, addresses } = context;
  const inOrder = [...index.bySeries].map(
    ([name, articles]) => [name, articles.toReversed()] as const,
  );
  return groupPages(context, addresses.allSeries(), new Map(inOrder), addresses.series);
}

function groupPages(
  context: Context,
  canonical: string,
  groups: Groups<string>,
  address: (name: string, page?: number) => string,
): Page[] {
  const { magazine, frame } = context;
  const under = frame.finding.find(({ href }) => href === canonical);
  if (under === undefined) return [];
  const compare = new Intl.Collator(magazine.language).compare;
  const named = [...groups].toSorted(([a], [b]) => compare(a, b));
  const overview: Page = {
    path: canonical,
    layout: "topics",
    source: "articles",
    view: {
      frame,
      head: { title: under.title, description: null, canonical, trail: [under] },
      topics: named.map(([title, { length }]) => ({ title, href: address(title), count: length })),
    },
  };
  const pages = named.flatMap(([name, articles]) =>
    listingPages(context, under, {
      name,
      articles,
      address: (page) => address(name, page),
      hasFeeds: true,
    }),
  );
  return [overview, ...pages];
}
