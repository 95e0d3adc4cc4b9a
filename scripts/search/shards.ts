import type { PrintedArticle } from "./articles.ts";

/** So many articles keep Pagefind below half a gigabyte of memory. */
const most = 1000;

/** Articles of whole years that have an index of their own. */
export interface Shard {
  /** Its first year, which it keeps when others follow. */
  readonly name: string;
  readonly articles: readonly PrintedArticle[];
}

/**
 * Divides articles among indexes: whole years, from the oldest on, as many as have a thousand articles together. So a change reaches the
 * files of its years alone, and a small magazine has one index.
 *
 * @param articles the oldest first
 */
export function shardsOf(articles: readonly PrintedArticle[]): readonly Shard[] {
  const shards: { name: string; articles: readonly PrintedArticle[] }[] = [];
  for (const [year, those] of Map.groupBy(articles, ({ date }) => date.slice(0, "2012".length))) {
    const last = shards.at(-1);
    if (last === undefined || last.articles.length + those.length > most)
      shards.push({ name: year, articles: those });
    else last.articles = [...last.articles, ...those];
  }
  return shards;
}
