import type { Groups, Index } from "./index.ts";
import type { Column } from "./model.ts";

/**
 * An index in numbers: an article is its place among all, from 0 for the newest. What is compared for each article lies close together then,
 * which makes it a hundred times as quick as looking at the articles themselves.
 */
export interface Places {
  readonly byColumn: ReadonlyMap<Column, Int32Array>;
  readonly byTopic: ReadonlyMap<string, Int32Array>;
  readonly bySeries: ReadonlyMap<string, Int32Array>;
  readonly all: Int32Array;
  /** By place: a number for its column. */
  readonly columns: Int32Array;
  /** Numbers of topics: those of the article at a place stand from `topicsFrom` of the place to that of the next. */
  readonly topics: Int32Array;
  readonly topicsFrom: Int32Array;
}

const known = new WeakMap<Index, Places>();

/** Made when it is first asked for. */
export function placesIn(index: Index): Places {
  const places = known.get(index) ?? count(index);
  known.set(index, places);
  return places;
}

function count(index: Index): Places {
  const { byColumn, byTopic, bySeries, all, order } = index;
  const inPlaces = <Key>(groups: Groups<Key>) =>
    new Map(
      [...groups].map(([key, articles]) => [
        key,
        Int32Array.from(articles, (one) => order.get(one) ?? 0),
      ]),
    );
  const numbersOf = <Key>(groups: Groups<Key>) =>
    new Map([...groups.keys()].map((key, number) => [key, number]));
  const columns = numbersOf(byColumn);
  const topics = numbersOf(byTopic);
  let from = 0;
  const topicsFrom = [0, ...all.map((one) => (from += one.topics.length))];
  return {
    byColumn: inPlaces(byColumn),
    byTopic: inPlaces(byTopic),
    bySeries: inPlaces(bySeries),
    all: Int32Array.from(all.keys()),
    columns: Int32Array.from(all, ({ column }) => columns.get(column) ?? -1),
    topics: Int32Array.from(all.flatMap((one) => one.topics.map((name) => topics.get(name) ?? -1))),
    topicsFrom: Int32Array.from(topicsFrom),
  };
}

/** Where a place stands in a list of them, which is in order; where it would, if it is not there. */
export function among(list: Int32Array, place: number): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((list[middle] ?? Infinity) < place) from = middle + 1;
    else to = middle;
  }
  return from;
}
