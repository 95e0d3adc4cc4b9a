import type { Article, Time } from "./model.ts";

/** When the text of an article was last changed, by `updated` and `corrections`; of one that never was, when it appeared. */
export function changedAt({ date, changes }: Pick<Article, "date" | "changes">): Time {
  return newest([date, ...changes.map(({ time }) => time)]) ?? date;
}

/** When any of these articles last was; null of none. */
export function lastChange(articles: readonly Article[]): Time | null {
  return newest(articles.map(changedAt));
}

/** The newest of these times; null of none. */
export function newest(times: readonly Time[]): Time | null {
  return times.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
}
