import { keyedHash } from "../domain/digest.ts";
import { isId } from "../domain/ids.ts";
import { readIllegalNotice } from "../domain/notice.ts";
import type { NoticeInput } from "../domain/notice.ts";
import { cleanText, isVisible } from "../domain/plain-text.ts";
import { actCountersOf } from "../domain/rates.ts";
import { DAY } from "../domain/times.ts";
import { hashOfToken } from "../domain/token.ts";
import { receiptLetter } from "../mail/letters/notice.ts";
import type { KeptNotice, Party } from "../store/port/notices.ts";
import type { KeptComment } from "../store/port/reading.ts";
import { limits as longest } from "../wire.ts";
import { strangersLetter } from "./letters.ts";
import { busy } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { Senders } from "./senders.ts";
import type { Service } from "./service.ts";
import { callModerators } from "./tell-desk.ts";
import { inLetter } from "./tell.ts";

/** How long one may object to a decision: DSA Art. 20(1) asks for six months at least. */
const OBJECTION_TIME = 184 * DAY;

/** The comment that a notice may be about; null when nobody can read it. */
export async function noticeable(
  { store }: Pick<Service, "store">,
  id: string,
): Promise<KeptComment | null> {
  const comment = isId(id) ? await store.comment(id) : null;
  return comment?.state === "published" ? comment : null;
}

/**
 * Takes a notice of illegal content (DSA Art. 16), once for each form: every moderator is called, and whoever gave it gets a receipt.
 * @param form names the very form that was filled in.
 */
export async function giveNotice(
  service: Service,
  given: {
    comment: KeptComment;
    form: string;
    input: NoticeInput;
    isHoneypotFilled: boolean;
    senders: Senders;
  },
): Promise<"received" | Extract<Refusal, { refused: "fields" | "busy" }>> {
  const { store, ids, clock, limits, secret } = service;
  const { comment, form, input, senders } = given;
  const read = readIllegalNotice(input);
  if ("errors" in read) return { refused: "fields", errors: read.errors };
  // Only a program fills in what no person sees; it is told what everybody is told.
  if (given.isHoneypotFilled) return "received";
  const { notice } = read;
  const { network } = senders;
  const now = clock();
  const id = ids.id();
  const receipt = receiptLetter({ ...(await inLetter(service, comment)), reason: notice.reason });
  const letter = { to: notice.email, ...receipt, expires: null };
  const taken = await store.giveNotice(
    {
      ...notice,
      id,
      comment: comment.id,
      form,
      bodyHash: keyedHash(secret, JSON.stringify(["notice", comment.id, notice])),
      ...actCountersOf("notice", limits.report, { ...senders, thread: comment.thread }, now),
      desk: callModerators(service),
      receipt:
        notice.email === ""
          ? null
          : strangersLetter(service, letter, { purpose: "confirm", network }),
    },
    now,
  );
  return typeof taken === "string" ? "received" : busy(taken.full, now);
}

/** What a link to object leads to, when there is nothing to ask. */
export type Objection = "given" | "over" | "unknown";

/** The decision that a link objects to (DSA Art. 20), and for whom; one objection of each side. */
export async function objectionOf(
  { store, clock }: Pick<Service, "store" | "clock">,
  token: string,
): Promise<{ notice: KeptNotice; party: Party } | Objection> {
  const found = await store.noticeToObject(hashOfToken("objection", token));
  if (found === null || found.notice.decided === null) return "unknown";
  if (found.notice.objections.some(({ party }) => party === found.party)) return "given";
  return found.notice.decided + OBJECTION_TIME <= clock() ? "over" : found;
}

/**
 * Objects to a decision, and calls every moderator.
 * @returns what became of it; or the notice, when no word was given.
 */
export async function object(
  service: Service,
  { token, words }: { token: string; words: string },
): Promise<Objection | { notice: KeptNotice }> {
  const found = await objectionOf(service, token);
  if (typeof found === "string") return found;
  const { notice, party } = found;
  const text = cleanText(words).slice(0, longest.text);
  if (!isVisible(text)) return { notice };
  const desk = callModerators(service);
  await service.store.object({ notice: notice.id, party, text, desk }, service.clock());
  return "given";
}
