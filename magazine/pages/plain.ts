import { words } from "../words/words.ts";
import type { Context } from "./context.ts";
import { textView } from "./frame.ts";
import type { Page } from "./page.ts";
import { teaserOf } from "./teaser.ts";

/** Impressum, Datenschutz and the like. */
export function plainPages({ magazine, addresses, frame, moved }: Context): Page[] {
  return magazine.pages.map((page) => {
    const canonical = addresses.plain(page);
    return {
      path: canonical,
      layout: "plain",
      source: page.file,
      get view() {
        return {
          frame,
          head: {
            title: page.title,
            description: page.description,
            canonical,
            trail: [{ title: page.title, href: canonical }],
          },
          title: page.title,
          text: textView(page.text, moved),
        };
      },
    };
  });
}

/** How many articles the page for a missing address shows. */
const newestLength = 5;

/** What the CDN shows for an address that is not there. */
export function notFoundPage(context: Context): Page {
  const { magazine, index, addresses, frame } = context;
  const { title } = words[magazine.language].notFound;
  const canonical = addresses.notFound;
  return {
    path: canonical,
    layout: "notFound",
    source: "magazine.yaml",
    view: {
      frame,
      head: { title, description: null, canonical },
      newest: index.all.slice(0, newestLength).map((article) => teaserOf(context, article)),
    },
  };
}
