import type { Index } from "./index.ts";
import type { Article } from "./model.ts";

/** How many articles are related to one. */
const related = 3;
/** How far in time, in articles of the same topic or column, one looks for them: so that a long list costs no more than a short one. */
const reach = 24;

/** The articles before and after one in its column. */
export function neighboursOf(
  index: Index,
  article: Article,
): { readonly older: Article | null; readonly newer: Article | null } {
  const { list, place } = among(index, index.byColumn.get(article.column), article);
  return { older: list[place + 1] ?? null, newer: list[place - 1] ?? null };
}

/** How many articles of its series an article leads to, before it and after it. */
const nearInSeries = 4;

/** An article in its series: which one it is, of how many, and those around it, in the order of their dates. Null where there is no other. */
export interface InSeries {
  readonly name: string;
  /** The first is 1. */
  readonly place: number;
  readonly count: number;
  /** The place of the first of `articles`. */
  readonly from: number;
  /** With the article itself. */
  readonly articles: readonly Article[];
}

export function inSeries(index: Index, article: Article): InSeries | null {
  const { series: name } = article;
  if (name === null) return null;
  const { list, place } = among(index, index.bySeries.get(name), article);
  if (list.length < 2) return null;
  const near = list.slice(Math.max(0, place - nearInSeries), place + nearInSeries + 1).toReversed();
  const count = list.length;
  const from = Math.max(1, count - place - nearInSeries);
  return { name, place: count - place, count, from, articles: near };
}

/**
 * Three articles to read after one: those that share most topics with it, then those of its column, then others; of equal ones the nearest
 * in time, and of equally near ones the newer. Its neighbours in the column are none of them: they are offered already.
 */
export function relatedTo(index: Index, article: Article): readonly Article[] {
  const { older, newer } = neighboursOf(index, article);
  const topics = article.topics.map((topic) => index.byTopic.get(topic));
  const near = [...topics, index.byColumn.get(article.column), index.all].flatMap((group) => {
    const { list, place } = among(index, group, article);
    return list.slice(Math.max(0, place - reach), place + reach + 1);
  });
  const here = orderOf(index, article);
  return [...new Set(near)]
    .filter((one) => one !== article && one !== older && one !== newer)
    .map((one) => {
      const order = orderOf(index, one);
      const common = one.topics.filter((topic) => article.topics.includes(topic)).length;
      const isElsewhere = one.column !== article.column;
      return {
        one,
        common,
        elsewhere: Number(isElsewhere),
        distance: Math.abs(order - here),
        order,
      };
    })
    .toSorted(
      (a, b) =>
        b.common - a.common ||
        a.elsewhere - b.elsewhere ||
        a.distance - b.distance ||
        a.order - b.order,
    )
    .slice(0, related)
    .map(({ one }) => one);
}

/** A group's articles, and where one of them stands among them: found by halves, since all lists have the magazine's order. */
function among(
  index: Index,
  list: readonly Article[] = [],
  article: Article,
): { readonly list: readonly Article[]; readonly place: number } {
  const order = orderOf(index, article);
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const one = list[middle];
    if (one !== undefined && orderOf(index, one) < order) from = middle + 1;
    else to = middle;
  }
  return { list, place: from };
}

function orderOf({ order }: Index, article: Article): number {
  return order.get(article) ?? Infinity;
}
