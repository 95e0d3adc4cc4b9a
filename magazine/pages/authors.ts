import type { Author } from "../model.ts";
import { words } from "../words/words.ts";
import type { Context } from "./context.ts";
import { textView } from "./frame.ts";
import { listPages } from "./lists.ts";
import { lazyPage } from "./page.ts";
import type { Page } from "./page.ts";

/** All authors on one page: it is an index, and perPage counts articles. */
export function authorsPage(context: Context): Page {
  const { magazine, addresses, frame, notes } = context;
  const title = words[magazine.language].authors;
  const canonical = addresses.authors();
  return {
    path: canonical,
    layout: "authors",
    source: "authors",
    get view() {
      return {
        frame,
        head: { title, description: null, canonical, trail: [frame.authors] },
        authors: [...notes.values()],
      };
    },
  };
}

/** Who an author is, and what they wrote. */
export function authorPages(context: Context, author: Author): Page[] {
  const { frame, index, addresses, moved } = context;
  const { name, tagline, role, portrait, links } = author;
  const list = {
    name,
    description: tagline,
    articles: index.byAuthor.get(author) ?? [],
    address: (page: number) => addresses.author(author, page),
    hasFeeds: true,
    under: [frame.authors],
  };
  return listPages(context, list).map(({ path, madeOf, view }) => {
    const withAuthor = () => [author, ...madeOf()];
    return lazyPage({ path, layout: "author", source: author.file, madeOf: withAuthor }, () => {
      const bio = textView(author.bio, moved);
      return { ...view(), name, tagline, role, portrait, links, bio };
    });
  });
}
