import { changedAt } from "../changed.ts";
import type { Article } from "../model.ts";
import { inSeries, neighboursOf, relatedTo } from "../near.ts";
import { words } from "../words/words.ts";
import type { PartNumber } from "./addresses.ts";
import { cardAddress, cardOf } from "./cards.ts";
import type { Context } from "./context.ts";
import { feedLinks, textView } from "./frame.ts";
import { knownPage } from "./known-pages.ts";
import { shareLinks } from "./share.ts";
import { teaserOf } from "./teaser.ts";
import { lazyPage } from "./page.ts";
import type { Ingredient, Page } from "./page.ts";
import type { ArticleView, Conversation, Head, SeriesView, Way } from "./views.ts";

/** Words a minute that people read silently, in the middle of what studies give for German and English. */
const readingSpeed = 220;

/** An article's pages: its parts, and, of several, the full view. */
export function articlePages(context: Context, article: Article): Page[] {
  const { addresses } = context;
  const parts = article.text.parts.map((_, index): PartNumber => index + 1);
  const views: PartNumber[] = parts.length > 1 ? [...parts, "all"] : parts;
  const made = () => (lastOf(context, article).made ??= madeOf(context, article));
  const shared = () => (lastOf(context, article).view ??= sharedView(context, article));
  return views.map((part) =>
    lazyPage(
      {
        path: addresses.article(article, part),
        layout: "article",
        source: article.file,
        madeOf: made,
      },
      () => ({ ...shared(), part, head: head(context, article, part) }),
    ),
  );
}

/** Whatever `sharedView` looks up of articles and authors, each in its place. */
function madeOf({ index }: Context, article: Article): readonly Ingredient[] {
  const { older, newer } = neighboursOf(index, article);
  const series = inSeries(index, article);
  const inIt = series === null ? [] : [series.place, series.count, series.from, ...series.articles];
  const related = relatedTo(index, article);
  return [article, ...article.authors, older, newer, related.length, ...related, ...inIt];
}

/** What the pages of an article share is made once, since they are asked for one after the other; all articles' would be too much to hold. */
interface Last {
  readonly article: Article;
  made?: readonly Ingredient[];
  view?: SharedView;
}

const last = new WeakMap<Context, Last>();

function lastOf(context: Context, article: Article): Last {
  const before = last.get(context);
  if (before?.article === article) return before;
  const now = { article };
  last.set(context, now);
  return now;
}

type SharedView = Omit<ArticleView, "part" | "head">;

function sharedView(context: Context, article: Article): SharedView {
  const { magazine, index, addresses, frame, moved, notes } = context;
  const { parts } = article.text;
  const { older, newer } = neighboursOf(index, article);
  const way = (one: Article | null): Way | null =>
    one && { title: one.title, href: addresses.article(one) };
  return {
    frame,
    column: { title: article.column.name, href: addresses.column(article.column) },
    title: article.title,
    standfirst: article.standfirst,
    authors: article.authors.flatMap((author) => notes.get(author) ?? []),
    minutes: Math.max(1, Math.round(article.text.words / readingSpeed)),
    date: article.date,
    changed: changedAt(article),
    updated: article.updated,
    corrections: article.corrections,
    topics: article.topics.map((title) => ({ title, href: addresses.topic(title) })),
    series: seriesOf(context, article),
    image: article.image,
    card: cardAddress(cardOf(magazine, article), article.slug, addresses.images),
    text: textView(article.text, moved),
    mark: article.mark,
    share: shareLinks(magazine.share, article.title, magazine.url + addresses.canonical(article)),
    turner:
      parts.length > 1
        ? {
            parts: parts.map(({ title }, index) => ({
              href: addresses.article(article, index + 1),
              title,
            })),
            all: addresses.article(article, "all"),
          }
        : null,
    neighbours: { older: way(older), newer: way(newer) },
    related: relatedTo(index, article).map((one) => teaserOf(context, one)),
    conversation: conversation(context, article),
    publisher: magazine.publisher.name,
  };
}

function seriesOf({ index, addresses }: Context, article: Article): SeriesView | null {
  const found = inSeries(index, article);
  if (found === null) return null;
  const { name, articles, ...place } = found;
  const ways = articles.map((one) => ({ title: one.title, href: addresses.article(one) }));
  return { title: name, href: addresses.series(name), ...place, articles: ways };
}

/** Titles carry the part, so that no two pages of an article are called the same. */
function head({ magazine, addresses }: Context, article: Article, part: PartNumber): Head {
  const count = article.text.parts.length;
  const inParts = typeof part === "number" && count > 1;
  return {
    title: inParts
      ? `${article.title} – ${words[magazine.language].partOf(part, count)}`
      : article.title,
    description: article.standfirst,
    canonical: addresses.canonical(article),
    feeds: feedLinks(addresses, article.column.name, addresses.column(article.column)),
    trail: [
      { title: article.column.name, href: addresses.column(article.column) },
      { title: article.title, href: addresses.canonical(article) },
    ],
  };
}

function conversation(context: Context, article: Article): Conversation | null {
  const { magazine } = context;
  if (magazine.comments === null || article.comments === "off") return null;
  return {
    service: magazine.comments.service,
    thread: article.id,
    timeZone: magazine.timeZone,
    year: article.date.slice(0, 4),
    rules: knownPage(context, "rules"),
    privacy: knownPage(context, "privacy"),
  };
}
