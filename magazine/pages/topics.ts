import type { Context } from "./context.ts";
import { listingPages } from "./lists.ts";
import type { Page } from "./page.ts";

/** All topics on one page, and each with its articles; nothing where no article has a topic. */
export function topicPages(context: Context): Page[] {
  const { magazine, index, addresses, frame } = context;
  const under = frame.finding.find(({ href }) => href === addresses.topics());
  if (under === undefined) return [];
  const compare = new Intl.Collator(magazine.language).compare;
  const topics = [...index.byTopic].toSorted(([a], [b]) => compare(a, b));
  const canonical = addresses.topics();
  const overview: Page = {
    path: canonical,
    layout: "topics",
    source: "articles",
    view: {
      frame,
      head: { title: under.title, description: null, canonical, trail: [under] },
      topics: topics.map(([title, { length }]) => ({
        title,
        href: addresses.topic(title),
        count: length,
      })),
    },
  };
  const pages = topics.flatMap(([name, articles]) =>
    listingPages(context, under, {
      name,
      articles,
      address: (page) => addresses.topic(name, page),
    }),
  );
  return [overview, ...pages];
}
