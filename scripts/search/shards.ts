import type { PrintedArticle } from "./articles.ts";

/** So many articles keep Pagefind below half a gigabyte of memory. */
const most = 1000;

/** Articles of a time that have an index of their own. */
export interface Shard {
  /** Its first year, which it keeps when others follow; within a large year its first month, or day. */
  readonly name: string;
  readonly articles: readonly PrintedArticle[];
}

/** A time of a date: its year, its month, its day. */
const times = ["2012", "2012-10", "2012-10-19"].map(({ length }) => length);

/**
 * Divides articles among indexes: whole years, from the oldest on, as many as have a thousand articles together; a year that has more is
 * divided by itself into months, and a month that has more into days. So a change reaches the files of its time alone, and a small magazine
 * has one index.
 *
 * @param articles the oldest first
 */
export function shardsOf(
  articles: readonly PrintedArticle[],
  [time = Infinity, ...shorter] = times,
): readonly Shard[] {
  const shards: Shard[] = [];
  let open: Shard | undefined;
  for (const [name, those] of Map.groupBy(articles, ({ date }) => date.slice(0, time))) {
    if (those.length > most && shorter.length > 0) {
      shards.push(...shardsOf(those, shorter));
      open = undefined;
    } else if (open !== undefined && open.articles.length + those.length <= most) {
      open = { name: open.name, articles: [...open.articles, ...those] };
      shards.splice(-1, 1, open);
    } else {
      open = { name, articles: those };
      shards.push(open);
    }
  }
  return shards;
}
