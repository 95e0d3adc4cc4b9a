import { tokenAddress } from "../domain/addresses.ts";
import type { CommentState } from "../domain/comment.ts";
import { fittingAct } from "../domain/moderation.ts";
import type { CommentAct } from "../domain/moderation.ts";
import { hashOfToken } from "../domain/token.ts";
import { letterTo } from "./letters.ts";
import { inLetter } from "./tell.ts";
import { noticeDecisionLetter } from "../mail/letters/notice.ts";
import type { Outcome } from "../mail/letters/notice.ts";
import type { Service } from "./service.ts";
import type { AnyLetter } from "../store/port/letters.ts";
import type { KeptNotice } from "../store/port/notices.ts";
import type { KeptComment } from "../store/port/reading.ts";

/**
 * Decides on a notice of illegal content, or anew after an objection: the comment goes or stays (or comes back, where no other notice has removed it), and both sides get the
 * reasons, with a link to object after the first decision.
 * @returns the batch under which the record has it; nothing stands there when the notice was not waiting for a decision.
 */
export async function decideNotice(
  service: Service,
  notice: KeptNotice,
  { decision, grounds, by }: { decision: "removed" | "kept"; grounds: string; by: string },
): Promise<string> {
  const { store, ids, clock } = service;
  const comment = await store.comment(notice.comment);
  const entry = { id: ids.id(), by };
  if (comment === null) return entry.id;
  const isFirst = notice.decision === null;
  // Who has not been told of a removal hears nothing of a comment that simply stays.
  const tellsWriter = decision === "removed" || notice.decision === "removed";
  const hasObjected = notice.objections.some(({ party }) => party === "writer");
  const act = actFor(decision, notice, comment.state);
  const outcome = outcomeOf(decision, notice, comment.state, act);
  const notifier = await writeSide(service, comment, {
    to: notice.email,
    outcome,
    grounds,
    isFirst,
    // The link tells which one it was: its words stay here, and can be erased.
    text: "",
  });
  const writer = tellsWriter
    ? await writeSide(service, comment, {
        to: comment.email,
        outcome,
        grounds,
        isFirst: isFirst || (notice.decision === "kept" && !hasObjected),
        text: comment.text,
      })
    : { letters: [], token: null };
  await store.decideNotice(
    {
      id: notice.id,
      entry,
      decision,
      isRemovedOtherwise: notice.isRemovedOtherwise,
      grounds,
      tokens: { notifier: notifier.token, writer: writer.token },
      comment: comment.id,
      letters: notifier.letters,
      quoting: writer.letters,
      moderation:
        act === null
          ? null
          : {
              id: ids.id(),
              batch: entry.id,
              by,
              why: "illegal",
              act,
              comment: comment.id,
              letters: [],
            },
    },
    clock(),
  );
  return entry.id;
}

/** What happens to the comment: it goes, or comes back when it had gone for this notice alone; else nothing. */
function actFor(
  decision: "removed" | "kept",
  notice: KeptNotice,
  state: CommentState,
): CommentAct | null {
  if (decision === "removed") return fittingAct("hide", state) ?? fittingAct("reject", state);
  const isOverturned = notice.decision === "removed" && !notice.isRemovedOtherwise;
  return isOverturned ? fittingAct("publish", state) : null;
}

/** What both sides are told of the comment. */
function outcomeOf(
  decision: "removed" | "kept",
  { isRemovedOtherwise }: KeptNotice,
  state: CommentState,
  act: CommentAct | null,
): Outcome {
  if (decision === "removed") return "removed";
  if (act === "publish") return "back";
  if (state === "published") return "stays";
  return isRemovedOtherwise ? "removed otherwise" : "gone";
}

/** The letter to one side, and the hash of the token in its link; nothing for who left no address. */
async function writeSide(
  service: Service,
  comment: KeptComment,
  side: {
    to: string;
    outcome: Outcome;
    grounds: string;
    isFirst: boolean;
    text: string;
  },
): Promise<{ letters: AnyLetter[]; token: string | null }> {
  const { to, outcome, grounds, isFirst, text } = side;
  if (to === "") return { letters: [], token: null };
  const token = isFirst ? service.ids.token() : null;
  const objection =
    token === null ? null : tokenAddress(service.settings.serviceUrl, "objections", token);
  const about = { ...(await inLetter(service, comment)), text };
  const letter = noticeDecisionLetter({ ...about, outcome, grounds, objection });
  return {
    letters: [letterTo(service, { to, ...letter, expires: null })],
    token: token === null ? null : hashOfToken("objection", token),
  };
}
