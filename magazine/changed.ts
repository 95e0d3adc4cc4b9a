import type { Article, Time } from "./model.ts";

/** When the text of an article was last changed, by `updated` and `corrections`; of one that never was, when it appeared. */
export function changedAt({ date, changes }: Pick<Article, "date" | "changes">): Time {
  return changes.length === 0 ? date : (newest([date, ...changes.map(({ time }) => time)]) ?? date);
}

/** When any of these articles last was; null of none. */
export function lastChange(articles: readonly Article[]): Time | null {
  return newest(articles.map(changedAt));
}

/** The same for many lists of these articles, each of which is looked at once. */
export function lastChangeAmong(
  all: readonly Article[],
): (articles: readonly Article[]) => Time | null {
  let instants: ReadonlyMap<Article, number> | undefined;
  return (articles) => {
    instants ??= new Map(all.map((one) => [one, Date.parse(changedAt(one))]));
    let found: Article | null = null;
    let latest = -Infinity;
    for (const one of articles) {
      const at = instants.get(one) ?? -Infinity;
      if (at > latest) [found, latest] = [one, at];
    }
    return found && changedAt(found);
  };
}

/** The newest of these times; null of none. */
export function newest(times: readonly Time[]): Time | null {
  let found: Time | null = null;
  let latest = -Infinity;
  for (const time of times) {
    const at = Date.parse(time);
    if (at > latest) [found, latest] = [time, at];
  }
  return found;
}
