import type { Article, ArticleMark, Magazine } from "./model.ts";
import { newsTime, nextOccasions } from "./schedule.ts";

/**
 * The magazine as it is printed at `now`: without drafts, without articles whose date is still to come, without expired ones. A
 * preview keeps them all, each says by its mark why readers do not see it, and every page that search engines shall not keep it.
 * What was to close by then is closed.
 */
export function editionAt(magazine: Magazine, now: Date, preview: boolean): Magazine {
  const articles = magazine.articles.map((article) => articleAt(article, now));
  return {
    ...magazine,
    preview,
    next: nextOccasions(magazine, now),
    articles: preview ? articles : articles.filter(({ mark }) => mark === null),
  };
}

/** The article itself, where nothing of it is another at `now` than it was read: of nearly all. */
function articleAt(article: Article, now: Date): Article {
  const mark = markOf(article, now);
  const isNews = mark === null && isNew(article, now);
  const comments = isClosed(article, now) ? "closed" : article.comments;
  if (mark === article.mark && isNews === article.isNews && comments === article.comments)
    return article;
  return { ...article, mark, isNews, comments };
}

/** Why readers do not see the article at `now`; null when they do. */
export function markOf(
  { draft, date, expires }: Pick<Article, "draft" | "date" | "expires">,
  now: Date,
): ArticleMark | null {
  if (draft) return "draft";
  if (expires !== null && Date.parse(expires) <= now.getTime()) return "expired";
  return Date.parse(date) > now.getTime() ? "scheduled" : null;
}

/** Whether an article appeared less than two days before `now`. */
function isNew({ date }: Article, now: Date): boolean {
  return now.getTime() - Date.parse(date) < newsTime;
}

function isClosed({ commentsClose }: Article, now: Date): boolean {
  return commentsClose !== null && Date.parse(commentsClose) <= now.getTime();
}
