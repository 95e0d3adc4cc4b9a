import type { CommentState } from "./comment.ts";

/** What a moderator can do to a comment, in the order of the buttons. `keep` only settles the reports about it. */
export const commentActs = ["publish", "keep", "reject", "hide", "erase"] as const;
export type CommentAct = (typeof commentActs)[number];

/** From which states an act leads to which. */
export const transitions: Readonly<
  Record<CommentAct, { from: readonly CommentState[]; to: CommentState }>
> = {
  publish: { from: ["held", "hidden", "rejected"], to: "published" },
  keep: { from: ["published"], to: "published" },
  reject: { from: ["held", "hidden"], to: "rejected" },
  hide: { from: ["published"], to: "hidden" },
  erase: { from: ["unconfirmed", "held", "published", "hidden", "rejected"], to: "erased" },
};

/** Whether this word names an act on a comment. */
export function isCommentAct(word: string): word is CommentAct {
  return commentActs.some((act) => act === word);
}

/**
 * What an act means for a comment in this state: to hide what reports have hidden is to reject it, to let it stand is to publish it.
 * Null when it means nothing.
 */
export function fittingAct(act: CommentAct, state: CommentState): CommentAct | null {
  const meant = state === "hidden" ? whenHidden(act) : act;
  return transitions[meant].from.includes(state) ? meant : null;
}

function whenHidden(act: CommentAct): CommentAct {
  if (act === "hide") return "reject";
  return act === "keep" ? "publish" : act;
}

/** The acts that change a comment in this state. */
export function actsFor(state: CommentState): CommentAct[] {
  return commentActs.filter((act) => transitions[act].from.includes(state));
}

/** Why something was removed. `spam` and `duplicate` are told to nobody (DSA Art. 17 leaves out deceptive mass mail). */
export const removalReasons = [
  "spam",
  "duplicate",
  "insult",
  "offtopic",
  "private",
  "advertising",
  "illegal",
] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** Whether the writer of a removed comment gets the reasons by mail. */
export function isTold(reason: string): boolean {
  return reason !== "spam" && reason !== "duplicate" && reason !== "";
}
