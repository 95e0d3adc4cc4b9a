import { changedAt, lastChange } from "../changed.ts";
import type { Article } from "../model.ts";
import { words } from "../words/words.ts";
import { feedFormats } from "./addresses.ts";
import type { Context } from "./context.ts";
import { textView } from "./frame.ts";
import type { FeedEntry, FeedView } from "./machine-views.ts";
import { lazyPage } from "./page.ts";
import type { Page } from "./page.ts";

/** How many articles a feed holds, newest first. */
const feedLength = 20;

/** Whose articles a feed holds, and the content file that says so. */
interface Subject extends Pick<FeedView, "title" | "description"> {
  readonly source: string;
  /** The page that shows them. */
  readonly base: string;
  readonly articles: readonly Article[];
}

const layouts = { atom: "atom", rss: "rss", json: "jsonFeed" } as const;

/** The feeds of the magazine, of each column, author, topic and series; of a column or author without articles, too, so that their addresses stay. */
export function feedPages(context: Context): Page[] {
  const { magazine, index, addresses } = context;
  const { title, description, articles } = magazine;
  const word = words[magazine.language];
  const group = (base: string, name: string, description: string, of: readonly Article[]) => ({
    title: `${title} – ${name}`,
    description,
    source: "articles",
    base,
    articles: of,
  });
  const subjects: Subject[] = [
    { title, description, source: "magazine.yaml", base: addresses.home(), articles },
    ...magazine.columns.map((column) => ({
      title: `${title} – ${column.name}`,
      description: column.description,
      source: column.file,
      base: addresses.column(column),
      articles: index.byColumn.get(column) ?? [],
    })),
    ...magazine.authors.map((author) => ({
      title: `${title} – ${author.name}`,
      description: word.articlesBy(author.name),
      source: author.file,
      base: addresses.author(author),
      articles: index.byAuthor.get(author) ?? [],
    })),
    ...[...index.byTopic].map(([name, of]) =>
      group(addresses.topic(name), name, word.topic(name), of),
    ),
    ...[...index.bySeries].map(([name, of]) =>
      group(addresses.series(name), name, word.series(name), of),
    ),
  ];
  return subjects.flatMap((subject) => feedsOf(context, subject));
}

function feedsOf(context: Context, subject: Subject): Page[] {
  const { magazine, addresses } = context;
  const { title, description, source, base } = subject;
  const articles = subject.articles.slice(0, feedLength);
  const host = new URL(magazine.url).hostname;
  // The same for all formats, which print their texts once.
  let made: readonly FeedEntry[] | undefined;
  const entries = () => (made ??= articles.map((one) => entry(context, host, one)));
  const madeOf = () => [title, description, ...articles];
  return feedFormats.map((format) =>
    lazyPage(
      { path: addresses.feed(base, format), layout: layouts[format], source, madeOf },
      () => ({
        language: magazine.language,
        locale: magazine.locale,
        title,
        description,
        site: magazine.url,
        url: magazine.url + base,
        self: magazine.url + addresses.feed(base, format),
        updated: lastChange(articles),
        publisher: magazine.publisher,
        entries: entries(),
      }),
    ),
  );
}

function entry({ magazine, addresses, moved }: Context, host: string, article: Article): FeedEntry {
  return {
    id: tagUri(host, article),
    title: article.title,
    url: magazine.url + addresses.canonical(article),
    date: article.date,
    updated: changedAt(article),
    changes: { updated: article.updated, corrections: article.corrections },
    authors: article.authors.map((author) => ({
      name: author.name,
      url: magazine.url + addresses.author(author),
    })),
    categories: [article.column.name, ...article.topics],
    standfirst: article.standfirst,
    image: article.image,
    text: textView(article.text, moved),
  };
}

/** Stays the same when the article moves (RFC 4151): the magazine's host, the day of the article, its id. */
function tagUri(host: string, article: Article): string {
  return `tag:${host},${article.date.slice(0, 10)}:${article.id}`;
}
