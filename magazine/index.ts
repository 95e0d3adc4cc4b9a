import type { Article, Author, Column, Magazine, PlainPage } from "./model.ts";

/** What a magazine's pages look up: made once, so that no page searches a list. */
export interface Index {
  readonly byColumn: Groups<Column>;
  readonly byAuthor: Groups<Author>;
  /** By the topic as it is written; there is one way to write each. */
  readonly byTopic: Groups<string>;
  /** By the series' name, as it is written. */
  readonly bySeries: Groups<string>;
  /** By the month on the magazine's clock: `2012-10`. */
  readonly byMonth: Groups<string>;
  /** All articles, newest first. */
  readonly all: readonly Article[];
  /** Where each article stands among all, from 0. */
  readonly order: ReadonlyMap<Article, number>;
  /** Plain pages by their slug. */
  readonly pages: ReadonlyMap<string, PlainPage>;
}

/** Articles by what they have in common, newest first; what no article has is not there. */
export type Groups<Key> = ReadonlyMap<Key, readonly Article[]>;

/** The index of an edition. */
export function indexOf({ articles, pages }: Magazine): Index {
  return {
    byColumn: grouped(articles, ({ column }) => [column]),
    byAuthor: grouped(articles, ({ authors }) => authors),
    byTopic: grouped(articles, ({ topics }) => topics),
    bySeries: grouped(articles, ({ series }) => (series === null ? [] : [series])),
    byMonth: grouped(articles, ({ date }) => [date.slice(0, "2012-10".length)]),
    all: articles,
    order: new Map(articles.map((article, place) => [article, place])),
    pages: new Map(pages.map((page) => [page.slug, page])),
  };
}

/** Each article under each of its keys; the order stays. */
function grouped<Key>(
  articles: readonly Article[],
  keysOf: (article: Article) => readonly Key[],
): Groups<Key> {
  const groups = new Map<Key, Article[]>();
  for (const article of articles) {
    for (const key of keysOf(article)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [article]);
      else group.push(article);
    }
  }
  return groups;
}
