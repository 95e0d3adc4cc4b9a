import type { Article, Magazine, Occasion, Occasions } from "./model.ts";

/** How long an article is news, in milliseconds: search engines ask for those of the last two days. */
export const newsTime = 2 * 24 * 60 * 60 * 1000;

/**
 * The next moment at which an edition differs from that of `now`, and by what: an article appears or expires, is no news any more, or its
 * comments close. Null when nothing of it is still to come.
 */
export function nextOccasions(
  { articles }: Pick<Magazine, "articles">,
  now: Date,
): Occasions | null {
  const coming = articles
    .filter(({ draft }) => !draft)
    .flatMap(momentsOf)
    .filter(({ at }) => at > now.getTime());
  if (coming.length === 0) return null;
  const next = coming.reduce((least, { at }) => Math.min(least, at), Infinity);
  const what = coming.filter(({ at }) => at === next).map(({ what }) => what);
  return { time: new Date(next).toISOString(), what: [...new Set(what)].toSorted() };
}

/** In milliseconds since 1970. */
function momentsOf(article: Article): { at: number; what: Occasion }[] {
  const appears = Date.parse(article.date);
  const expires = article.expires === null ? Infinity : Date.parse(article.expires);
  const closes = article.commentsClose === null ? Infinity : Date.parse(article.commentsClose);
  const moments = [
    { at: appears, what: "publication" },
    { at: expires, what: "expiry" },
    { at: appears + newsTime, what: "news" },
    { at: closes, what: "comments" },
  ] as const;
  return moments.filter(({ at }) => Number.isFinite(at) && at <= expires);
}
