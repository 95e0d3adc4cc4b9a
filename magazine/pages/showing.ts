import type { Article, Author, PlainPage } from "../model.ts";
import { articlePages } from "./article.ts";
import { authorPages, authorsPage } from "./authors.ts";
import type { Context } from "./context.ts";
import { feedPages } from "./feed.ts";
import { formerFeeds } from "./moved.ts";
import type { Page } from "./page.ts";
import { plainPages } from "./plain.ts";

/** Of which the texts are shown. */
interface Shown {
  readonly articles: readonly Article[];
  readonly authors: readonly Author[];
  readonly pages: readonly PlainPage[];
}

/**
 * The pages that show a text of these: an article's own and the feeds that hold it; an author's own, that of all authors, and those at whose end a bio stands; a plain page. No other
 * page of a magazine differs when nothing but these texts does.
 */
export function pagesShowing(
  context: Context,
  { articles, authors, pages }: Shown,
): readonly Page[] {
  const { byAuthor } = context.index;
  const by = authors.flatMap((author) => byAuthor.get(author) ?? []);
  const shown = new Set<unknown>(articles);
  const feeds = feedPages(context).filter(({ madeOf }) => madeOf?.().some((one) => shown.has(one)));
  return [
    ...[...new Set([...articles, ...by])].flatMap((article) => articlePages(context, article)),
    ...authors.flatMap((author) => authorPages(context, author)),
    ...(authors.length > 0 ? [authorsPage(context)] : []),
    ...plainPages(context).filter(({ source }) => pages.some(({ file }) => file === source)),
    ...feeds,
    ...formerFeeds(context, feeds),
  ];
}
