import type { Article } from "../model.ts";
import type { Context } from "./context.ts";
import { textView } from "./frame.ts";
import type { FeedEntry, Page } from "./views.ts";

/** How many articles a feed holds, newest first. */
const feedLength = 20;

/** The magazine's Atom feed (RFC 4287). */
export function feedPage(context: Context): Page {
  const { magazine, addresses } = context;
  const entries = magazine.articles.slice(0, feedLength).map((one) => entry(context, one));
  const newest = (times: readonly string[]) =>
    times.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
  return {
    path: addresses.feed,
    layout: "feed",
    source: "magazine.yaml",
    view: {
      language: magazine.language,
      title: magazine.title,
      description: magazine.description,
      url: `${magazine.url}${addresses.home()}`,
      self: `${magazine.url}${addresses.feed}`,
      id: `${magazine.url}/`,
      updated: newest(entries.map((one) => one.updated)),
      publisher: magazine.publisher,
      entries,
    },
  };
}

function entry({ magazine, addresses, moved }: Context, article: Article): FeedEntry {
  return {
    id: tagUri(magazine.url, article),
    title: article.title,
    url: magazine.url + addresses.canonical(article),
    date: article.date,
    updated: article.updated ?? article.date,
    authors: article.authors.map((author) => ({
      name: author.name,
      url: magazine.url + addresses.author(author),
    })),
    column: article.column.name,
    standfirst: article.standfirst,
    text: textView(article.text, moved),
  };
}

/** Stays the same when the article moves (RFC 4151): the magazine's host, the day of the article, its id. */
function tagUri(url: string, article: Article): string {
  return `tag:${new URL(url).hostname},${article.date.slice(0, 10)}:${article.id}`;
}
