import type { Context } from "./context.ts";
import { listPages } from "./lists.ts";
import type { Page } from "./views.ts";

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
  const pages = topics.flatMap(([name, articles]) => {
    const address = (page: number) => addresses.topic(name, page);
    const list = { name, description: null, articles, address, under: [under] };
    return listPages(context, list).map(({ path, view }): Page => ({
      path,
      layout: "listing",
      source: "articles",
      view: { ...view, name, under },
    }));
  });
  return [overview, ...pages];
}
