import type { Context } from "./context.ts";
import type { Page } from "./page.ts";

/** The page on which articles are searched; what it searches is made later, by `npm run search`. */
export function searchPage({ addresses, frame }: Context): Page {
  const { title, href: canonical } = frame.search;
  return {
    path: canonical,
    layout: "search",
    source: "magazine.yaml",
    view: {
      frame,
      head: { title, description: null, canonical, trail: [frame.search] },
      index: addresses.searchIndex,
    },
  };
}
