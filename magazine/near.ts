import type { Index } from "./index.ts";
import type { Article } from "./model.ts";
import { among, placesIn } from "./places.ts";
import type { Places } from "./places.ts";

/** How many articles are related to one. */
const related = 3;
/** How far in time, in articles of the same topic or column, one looks for them: so that a long list costs no more than a short one. */
const reach = 24;

const none = new Int32Array();

/** The articles before and after one in its column. */
export function neighboursOf(
  index: Index,
  article: Article,
): { readonly older: Article | null; readonly newer: Article | null } {
  const list = placesIn(index).byColumn.get(article.column) ?? none;
  const at = among(list, placeOf(index, article));
  const there = (one: number) => index.all[list[one] ?? -1] ?? null;
  return { older: there(at + 1), newer: there(at - 1) };
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
  const list = placesIn(index).bySeries.get(name) ?? none;
  if (list.length < 2) return null;
  const at = among(list, placeOf(index, article));
  const near = list.slice(Math.max(0, at - nearInSeries), at + nearInSeries + 1).toReversed();
  const count = list.length;
  const from = Math.max(1, count - at - nearInSeries);
  const articles = [...near].flatMap((place) => index.all[place] ?? []);
  return { name, place: count - at, count, from, articles };
}

/** An article by its place, and how far it is from another: the less, the nearer. */
interface Near {
  readonly place: number;
  readonly rank: number;
}

/**
 * Three articles to read after one: those that share most topics with it, then those of its column, then others; of equal ones the nearest
 * in time, and of equally near ones the newer. Its neighbours in the column are none of them: they are offered already.
 */
export function relatedTo(index: Index, article: Article): readonly Article[] {
  const known = relatedIn(index.all);
  const here = placeOf(index, article);
  if (known[here * related] === unknown)
    for (let at = 0, found = findRelated(index, article, here); at < related; at += 1)
      known[here * related + at] = found[at]?.place ?? -1;
  return [...known.subarray(here * related, (here + 1) * related)].flatMap(
    (place) => index.all[place] ?? [],
  );
}

/** Not looked for yet. */
const unknown = -2;

const found = new WeakMap<readonly Article[], Int32Array>();

/**
 * What has been found for these articles, in their order: three places for each, -1 where there is none, -2 where nobody has asked. They follow from the order of
 * the articles, their columns and their topics, and from nothing else.
 */
export function relatedIn(articles: readonly Article[]): Int32Array {
  const known = found.get(articles) ?? new Int32Array(articles.length * related).fill(unknown);
  found.set(articles, known);
  return known;
}

function findRelated(index: Index, article: Article, here: number): readonly Near[] {
  const places = placesIn(index);
  const { older, newer } = neighboursOf(index, article);
  const left = new Set([here, ...[older, newer].map((one) => one && placeOf(index, one))]);
  const rankOf = rankFrom(places, here);
  let nearest: readonly Near[] = [];
  const lookIn = (list: Int32Array = none) => {
    const at = among(list, here);
    const last = Math.min(list.length - 1, at + reach);
    for (let one = Math.max(0, at - reach); one <= last; one += 1) {
      const place = list[one] ?? here;
      const rank = rankOf(place);
      // Nearly all are further away than those that were found.
      if (rank < (nearest[related - 1]?.rank ?? Infinity) && !left.has(place))
        nearest = withOne(nearest, { place, rank });
    }
  };
  for (const topic of article.topics) lookIn(places.byTopic.get(topic));
  lookIn(places.byColumn.get(article.column));
  // Those that share neither topic nor column come after all others.
  if (nearest.length < related) lookIn(places.all);
  return nearest;
}

/** By topics in common, then by column, then by distance in time, then the newer first: all in one number, which is another for each place. */
function rankFrom(
  { columns, topics, topicsFrom }: Places,
  here: number,
): (place: number) => number {
  const column = columns[here];
  const own = Array.from(topics.slice(topicsFrom[here], topicsFrom[here + 1]));
  return (place) => {
    let missing = own.length;
    const end = topicsFrom[place + 1] ?? 0;
    for (let at = topicsFrom[place] ?? 0; at < end; at += 1)
      if (own.includes(topics[at] ?? -1)) missing -= 1;
    const elsewhere = columns[place] === column ? 0 : 1;
    const distance = 2 * Math.abs(place - here) + (place > here ? 1 : 0);
    return (2 * missing + elsewhere) * 2 ** 32 + distance;
  };
}

/** The nearest of these and one more, in their order. */
function withOne(nearest: readonly Near[], one: Near): readonly Near[] {
  // An article may be met in several lists.
  if (nearest.some(({ place }) => place === one.place)) return nearest;
  return [...nearest, one].toSorted((a, b) => a.rank - b.rank).slice(0, related);
}

function placeOf({ order }: Index, article: Article): number {
  return order.get(article) ?? Infinity;
}
