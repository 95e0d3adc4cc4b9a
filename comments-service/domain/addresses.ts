import { commentAnchor } from "./comment-anchor.ts";

/** Where a comment stands on its article's page; the article itself while the comment has no number. */
export function commentAddress(article: string, number: number | null): string {
  return number === null ? article : `${article}#${commentAnchor(number)}`;
}

/** The lasting address of a comment, which leads to where it stands: an article may move, and a number comes with the first publication. */
export function lastingAddress(serviceUrl: string, comment: string): string {
  return `${serviceUrl}/comments/${comment}`;
}

/** A page of the service that a letter leads to, with the token that says what its reader may do there. */
export function tokenAddress(
  serviceUrl: string,
  page: "confirm" | "mine" | "way-in" | "act" | "objections",
  token: string,
): string {
  return `${serviceUrl}/${page}?token=${token}`;
}

/** A page of the desk: the first, or one about something. */
export function deskAddress(
  serviceUrl: string,
  about?: { comment: string } | { notice: string },
): string {
  if (about === undefined) return `${serviceUrl}/desk/`;
  return "comment" in about
    ? `${serviceUrl}/desk/comments/${about.comment}`
    : `${serviceUrl}/desk/notices/${about.notice}`;
}
