import { fittingAct, isTold } from "../domain/moderation.ts";
import type { CommentAct, RemovalReason } from "../domain/moderation.ts";
import { letterTo } from "./letters.ts";
import { removalLetter, whyRemoved } from "../mail/letters/removal.ts";
import type { RemovedComment } from "../mail/letters/removal.ts";
import { decisionLetter, lettersOnPublish } from "./tell.ts";
import type { Service } from "./service.ts";
import type { AnyLetter } from "../store/port/desk.ts";
import type { KeptComment } from "../store/port/store.ts";

/** What a moderator decides about a comment. */
export interface Decided {
  act: CommentAct;
  comment: string;
  by: string;
  /** Acts done at once share one, and are taken back together. */
  batch: string;
  /** For `reject` and `hide`. */
  reason: RemovalReason | null;
  /** The moderator's own words to the writer. */
  note: string;
  /** Which words the moderator has read: the time of their last edit, zero when there was none. What removes them does not ask; null: whatever stands there. */
  seen: number | null;
}

/**
 * Does an act on a comment, records it, and writes the letters that belong to it, in one batch.
 * @returns whether it was done: not when the comment has meanwhile become something to which the act does not apply, or its
 *   writer has given it other words that would appear unread.
 */
export async function decide(service: Service, decided: Decided): Promise<boolean> {
  const { store, ids, clock } = service;
  const comment = await store.comment(decided.comment);
  const act = comment === null ? null : fittingAct(decided.act, comment.state);
  if (comment === null || act === null) return false;
  const { by, batch, reason, note, seen } = decided;
  const letters = await lettersFor(service, comment, { ...decided, act });
  const why = [reason ?? "", note].filter((part) => part !== "").join(": ");
  return store.moderate(
    {
      id: ids.id(),
      batch,
      by,
      why,
      act,
      comment: comment.id,
      letters,
      ...(seen !== null && (act === "publish" || act === "keep") ? { seen } : {}),
    },
    clock(),
  );
}

async function lettersFor(
  service: Service,
  comment: KeptComment,
  { act, reason, note }: Decided,
): Promise<readonly AnyLetter[]> {
  const wasHeld = comment.state === "held";
  if (act === "publish")
    return [
      // Who was told when it was first published is not told again.
      ...(comment.number === null ? await lettersOnPublish(service, comment) : []),
      ...(wasHeld ? await decisionLetter(service, comment, { state: "published" }) : []),
    ];
  if ((act !== "reject" && act !== "hide") || reason === null || !isTold(reason)) return [];
  const { language } = await service.magazine.shown();
  const why = whyRemoved(language, reason, note);
  if (wasHeld) return decisionLetter(service, comment, { state: "rejected", why });
  const cause = (await service.store.reports(comment.id)).length > 0 ? "reports" : "own";
  return writeRemoval(service, comment, { why, cause, objection: null });
}

/** The statement of reasons to the writer of a removed comment. */
export async function writeRemoval(
  service: Service,
  comment: KeptComment,
  about: Pick<RemovedComment, "why" | "cause" | "objection">,
): Promise<AnyLetter[]> {
  if (comment.email === "") return [];
  const site = await service.magazine.shown();
  const title = (await service.store.thread(comment.thread))?.title ?? comment.thread;
  const letter = removalLetter({ site, title, text: comment.text, ...about });
  return [letterTo(service, { to: comment.email, ...letter, expires: null })];
}
