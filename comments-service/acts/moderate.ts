import { isId } from "../domain/ids.ts";
import { fittingAct, isTold } from "../domain/moderation.ts";
import type { CommentAct, RemovalReason } from "../domain/moderation.ts";
import type { Recommendation } from "../store/port/desk.ts";
import type { DeskComment } from "../store/port/queues.ts";
import type { KeptComment } from "../store/port/reading.ts";
import type { MailboxLetter } from "../store/port/letters.ts";
import type { Service } from "./service.ts";
import { tellOfDecision, tellOfRemoval, tellSubscribers } from "./tell.ts";

/** What a moderator decides about a comment. */
export interface Decision {
  act: CommentAct;
  comment: string;
  by: string;
  /** For `reject` and `hide`. */
  reason: RemovalReason | null;
  /** The moderator's own words to the writer. */
  note: string;
  /** Which words the moderator has read: the time of their last edit, zero when there was none. What removes them does not ask; null: whatever stands there. */
  lastEditRead: number | null;
  /** When the moderator read what stood there: what a colleague has decided since stays. Left out: nobody is asked. */
  readAt?: number;
  /** The hash of the mailed link that acts: what anybody has decided since it was written stays. */
  link?: string;
}

/**
 * Does an act on a comment, records it, and writes the letters that belong to it, in one batch.
 * @param batch acts done at once share one, and are taken back together.
 * @returns whether it was done: not when the comment has meanwhile become something to which the act does not apply, or its
 *   writer has given it other words that would appear unread, or a colleague has decided on it since it was read.
 */
export async function moderate(
  service: Service,
  decision: Decision,
  batch: string = service.ids.id(),
): Promise<boolean> {
  const { store, ids, clock } = service;
  const comment = await store.comment(decision.comment);
  const act = comment === null ? null : fittingAct(decision.act, comment.state);
  if (comment === null || act === null) return false;
  const { by, reason, note, lastEditRead, readAt, link } = decision;
  const letters = await lettersFor(service, comment, { ...decision, act });
  const why = [reason ?? "", note].filter((part) => part !== "").join(": ");
  const read = {
    ...(lastEditRead !== null && (act === "publish" || act === "keep") ? { lastEditRead } : {}),
    ...(readAt === undefined ? {} : { readAt }),
    ...(link === undefined ? {} : { link }),
  };
  const moderation = { id: ids.id(), batch, by, why, act, comment: comment.id, letters, ...read };
  return store.moderate(moderation, clock());
}

/** Does acts one after the other: each publication takes the next number in their order. @returns their batch. */
export async function moderateAll(
  service: Service,
  decisions: readonly Decision[],
): Promise<string> {
  const batch = service.ids.id();
  for (const decision of decisions) await moderate(service, decision, batch);
  return batch;
}

/**
 * Recommends a published comment to readers, or does so no longer.
 * @returns the batch under which the record has it, if it was done: not where its writer has given it other words than the moderator has read.
 */
export async function recommend(
  { store, ids, clock }: Pick<Service, "store" | "ids" | "clock">,
  recommendation: Pick<Recommendation, "act" | "comment" | "by" | "lastEditRead">,
): Promise<string> {
  const id = ids.id();
  await store.recommend({ id, batch: id, why: "", ...recommendation }, clock());
  return id;
}

/** Takes back what a batch did, to one subject if one is named, where nothing else has happened to it since. @returns the batch of taking it back. */
export async function undo(
  { store, ids, clock }: Pick<Service, "store" | "ids" | "clock">,
  { batch, subject, by }: { batch: string; subject?: string | undefined; by: string },
): Promise<string> {
  const newBatch = ids.id();
  await store.undo({ batch, subject, by, newBatch }, clock());
  return newBatch;
}

/** A comment as the moderators see it; null when there is none. */
export async function deskComment(
  { store }: Pick<Service, "store">,
  id: string,
): Promise<DeskComment | null> {
  if (!isId(id)) return null;
  const [comment = null] = await store.deskComments({ what: { id }, after: null, most: 1 });
  return comment;
}

async function lettersFor(
  service: Service,
  comment: KeptComment,
  { act, reason, note }: Decision,
): Promise<readonly MailboxLetter[]> {
  const wasHeld = comment.state === "held";
  if (act === "publish")
    return [
      // Who was told when it was first published is not told again.
      ...(comment.number === null ? await tellSubscribers(service, comment) : []),
      ...(wasHeld ? await tellOfDecision(service, comment, null) : []),
    ];
  if ((act !== "reject" && act !== "hide") || reason === null || !isTold(reason)) return [];
  return wasHeld
    ? tellOfDecision(service, comment, { reason, note })
    : tellOfRemoval(service, comment, { reason, note });
}
