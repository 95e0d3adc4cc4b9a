import type { Comment } from "../../wire.ts";
import type { Site } from "../../domain/thread-list.ts";
import { raw } from "./statement.ts";
import type { Fragment } from "./statement.ts";

/** Of a comment by one of the magazine's authors: who it is, and the lists that tell the rest. */
export interface AuthorshipRow {
  author: string | null;
  badges: string | null;
  writers: string | null;
}

/** What makes an `AuthorshipRow` of a comment under this name in a statement. */
export function authorship(comment: "c" | "comment"): Fragment {
  return raw(`${comment}.author, CASE WHEN ${comment}.author IS NOT NULL THEN (SELECT site.authors FROM site) END AS badges,
    CASE WHEN ${comment}.author IS NOT NULL THEN (SELECT t.authors FROM thread AS t WHERE t.id = ${comment}.thread) END AS writers`);
}

/** What the author's badge says beside the usual; left out where it says no more. */
export function badgeIn({
  author,
  badges,
  writers,
}: AuthorshipRow): Pick<Comment, "badgeWord" | "wroteArticle"> {
  if (author === null) return {};
  const word = badgesIn(badges)?.find(({ id }) => id === author)?.badge;
  // Only what saves the magazine's list writes them.
  const isWriter = (JSON.parse(writers ?? "[]") as string[]).includes(author);
  return {
    ...(word !== undefined && { badgeWord: word }),
    ...(isWriter && { wroteArticle: true }),
  };
}

/** The authors of a site that have a badge with a word of its own. */
export function badgesIn(list: string | null): NonNullable<Site["authors"]> {
  return JSON.parse(list ?? "[]") as NonNullable<Site["authors"]>;
}
