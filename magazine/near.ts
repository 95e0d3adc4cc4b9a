import type { Index } from "./index.ts";
import type { Article } from "./model.ts";
import { among, placesIn } from "./places.ts";
import type { Places } from "./places.ts";

/** How many articles are related to one. */
export const relatedCount = 3;
/** How far in time, in articles of the same topic or column, one looks for them: so that a long list costs no more than a short one. */
export const reach = 24;

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

/**
 * Three articles to read after one: those that share most topics with it, then those of its column, then others; of equal ones the nearest
 * in time, and of equally near ones the newer. Its neighbours in the column are none of them: they are offered already.
 */
export function relatedTo(index: Index, article: Article): readonly Article[] {
  const known = relatedIn(index.all);
  const here = placeOf(index, article);
  if (known[here * relatedCount] === unknown)
    known.set(findRelated(index, article, here), here * relatedCount);
  const articles: Article[] = [];
  for (let at = here * relatedCount; at < (here + 1) * relatedCount; at += 1) {
    const one = index.all[known[at] ?? -1];
    if (one !== undefined) articles.push(one);
  }
  return articles;
}

/** Not looked for yet. */
const unknown = -2;

const found = new WeakMap<readonly Article[], Int32Array>();

/**
 * What has been found for these articles, in their order: three places for each, -1 where there is none, -2 where nobody has asked. They follow from the order of
 * the articles, their columns and their topics, and from nothing else.
 */
export function relatedIn(articles: readonly Article[]): Int32Array {
  const known = found.get(articles) ?? new Int32Array(articles.length * relatedCount).fill(unknown);
  found.set(articles, known);
  return known;
}

/** @returns three places, the nearest first; -1 where there is none */
function findRelated(index: Index, article: Article, here: number): readonly number[] {
  const places = placesIn(index);
  const { older, newer } = neighboursOf(index, article);
  const [before, after] = [older, newer].map((one) => (one === null ? -1 : placeOf(index, one)));
  const rankOf = rankFrom(places, here);
  const nearest = Array.from({ length: relatedCount }, () => -1);
  const ranks = Array.from({ length: relatedCount }, () => Infinity);
  const meet = (place: number): void => {
    if (place === here || place === before || place === after) return;
    const rank = rankOf(place);
    let at = relatedCount;
    for (; at > 0 && rank < (ranks[at - 1] ?? 0); at -= 1);
    // Nearly all are further away than those that were found, and some are met in several lists.
    if (at === relatedCount || ranks[at - 1] === rank) return;
    for (let last = relatedCount - 1; last > at; last -= 1) {
      nearest[last] = nearest[last - 1] ?? -1;
      ranks[last] = ranks[last - 1] ?? Infinity;
    }
    nearest[at] = place;
    ranks[at] = rank;
  };
  const lookIn = (list: Int32Array = none): void => {
    const at = among(list, here);
    const last = Math.min(list.length - 1, at + reach);
    // From the middle on, so that few are nearer than those that were found.
    for (let one = at; one <= last; one += 1) meet(list[one] ?? here);
    for (let one = at - 1; one >= Math.max(0, at - reach); one -= 1) meet(list[one] ?? here);
  };
  for (const topic of article.topics) lookIn(places.byTopic.get(topic));
  lookIn(places.byColumn.get(article.column));
  // Those that share neither topic nor column come after all others.
  if (nearest[relatedCount - 1] === -1) lookIn(places.all);
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

function placeOf({ order }: Index, article: Article): number {
  return order.get(article) ?? Infinity;
}
