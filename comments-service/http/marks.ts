import type { Site } from "../domain/thread-list.ts";
import type { Comment } from "../wire.ts";
import { wordsIn } from "../words/words.ts";
import { html } from "./html.ts";
import type { Markup } from "./html.ts";

/** What stands beside a writer's name, as in the thread: who writes for the magazine, and what the editors recommend. */
export function marks(
  comment: Pick<Comment, "badge" | "badgeWord" | "wroteArticle" | "recommended">,
  { language }: Pick<Site, "language">,
): Markup[] {
  const { badge, badgeWord, wroteArticle, recommended } = comment;
  const { badges } = wordsIn(language);
  const place = wroteArticle ? badges.ofThisArticle : "";
  return [
    ...(badge ? [html` <span class="mark">${badgeWord ?? badges[badge]}${place}</span>`] : []),
    ...(recommended ? [html` <span class="mark outlined">${badges.recommended}</span>`] : []),
  ];
}
