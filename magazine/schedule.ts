import type { Magazine, Occasion, Occasions } from "./model.ts";

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
  let next = Infinity;
  const what = new Set<Occasion>();
  const meet = (at: number, occasion: Occasion): void => {
    if (at <= now.getTime() || at > next) return;
    if (at < next) what.clear();
    next = at;
    what.add(occasion);
  };
  for (const { draft, date, expires, commentsClose } of articles) {
    if (draft) continue;
    const appears = Date.parse(date);
    const ends = expires === null ? Infinity : Date.parse(expires);
    if (appears <= ends) meet(appears, "publication");
    if (appears + newsTime <= ends) meet(appears + newsTime, "news");
    if (expires !== null) meet(ends, "expiry");
    if (commentsClose === null) continue;
    const closes = Date.parse(commentsClose);
    if (closes <= ends) meet(closes, "comments");
  }
  return next === Infinity
    ? null
    : { time: new Date(next).toISOString(), what: [...what].toSorted() };
}
