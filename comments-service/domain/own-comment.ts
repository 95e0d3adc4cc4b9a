import { commentAddress } from "./addresses.ts";
import type { OwnComment } from "../wire.ts";
import { goneAs } from "./comment.ts";
import type { CommentState } from "./comment.ts";
import { MINUTE } from "./times.ts";

/** Somebody's own comment, as it is kept. `isAnswered`: by a comment with a number that was not erased. */
export interface KeptOwnComment extends Pick<OwnComment, "badge" | "badgeWord" | "wroteArticle"> {
  id: string;
  thread: string;
  /** The article's title and address. */
  title: string;
  url: string;
  state: CommentState;
  number: number | null;
  replyTo: number | null;
  name: string;
  text: string;
  askedAt: number;
  confirmedAt: number | null;
  publishedAt: number | null;
  editedAt: number | null;
  /** Since when the editors recommend it. */
  recommendedAt: number | null;
  isAnswered: boolean;
  /** Hidden by the editors, and not by reports alone. */
  byEditors: boolean;
}

/** How long a comment may be edited after it appeared, or was taken, while nobody has answered. */
export const EDITABLE = 15 * MINUTE;

/** Until when a comment may be edited; null when it is too late, somebody has answered, or its state does not allow it. */
export function editableUntil(
  { state, publishedAt, confirmedAt, isAnswered }: KeptOwnComment,
  now: number,
): number | null {
  const since = publishedAt ?? confirmedAt;
  if ((state !== "published" && state !== "held") || isAnswered || since === null) return null;
  return since + EDITABLE > now ? since + EDITABLE : null;
}

/** A comment as its writer may see it. */
export function ownComment(row: KeptOwnComment, now: number): OwnComment {
  const { id, thread, title, number, replyTo, name, text, state } = row;
  const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  // A comment without a number has never shown.
  const { gone } = number === null ? {} : goneAs(state, row.byEditors);
  if (state === "erased" || gone === "erased")
    throw new Error(`comment ${id} is erased and nobody's own any more`);
  return {
    id,
    thread,
    title,
    url: commentAddress(row.url, number),
    number,
    replyTo,
    name,
    text,
    state,
    badge: row.badge,
    ...(row.badgeWord !== undefined && { badgeWord: row.badgeWord }),
    ...(row.wroteArticle && { wroteArticle: true }),
    recommended: state === "published" && row.recommendedAt !== null,
    ...(gone && { gone }),
    writtenAt: new Date(row.askedAt).toISOString(),
    publishedAt: time(row.publishedAt),
    editedAt: time(row.editedAt),
    editableUntil: time(editableUntil(row, now)),
  };
}
