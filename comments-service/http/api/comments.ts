import type { Context, Hono } from "hono";
import { readSolution } from "../../domain/challenge.ts";
import { readDraft } from "../../domain/comment.ts";
import type { Draft } from "../../domain/comment.ts";
import { keyedHash } from "../../domain/digest.ts";
import type { ListedThread } from "../../domain/thread-list.ts";
import { turnsOf } from "../../domain/rates.ts";
import { DAY } from "../../domain/times.ts";
import { hashOfMailbox } from "../../acts/letter-to.ts";
import { confirmWordings, notifyWordings, signedInWordings } from "../../mail/letters/wordings.ts";
import { isLate } from "../../acts/sign-in.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { sendersOf } from "../request.ts";
import { NewComment } from "../../wire.ts";
import type { Posted } from "../../wire.ts";
import { writeConfirmation } from "../../acts/confirmation.ts";
import { readerOf } from "../bearer.ts";
import { readBody, siteRoutes } from "../from-site.ts";
import { checkPayment, refusalOf } from "../payment.ts";
import { invalidFields, missingThread, problem } from "../problem.ts";
import { answerSignedIn, postSignedIn } from "./signed-in-post.ts";

const PATH = "/threads/:thread/comments";
// A conversation is read as a whole.
const MOST_REPLIES = 500;
// Its letter may have to wait for its turn; a link in it works for seven days at most.
const LONGEST_WAIT = 7 * DAY;
/** Writing a comment. A guest's answer is always the same, whatever is known of the address; a signed-in reader's is settled at once. */
export function commentRoutes(service: Service): Hono<Env> {
  const { store, magazine, clock, ids, limits, settings, secret } = service;

  return siteRoutes(settings, PATH).post(PATH, async (c) => {
    const body = await readBody(c, NewComment);
    if ("refusal" in body) return body.refusal;
    const thread = await magazine.thread(c.req.param("thread"));
    if ("missing" in thread) return missingThread(c, thread.missing);
    const reader = await readerOf(c, service);
    if (reader !== "guest" && "refusal" in reader) return reader.refusal;
    const read = readDraft(reader === "guest" ? body.input : { ...body.input, ...reader });
    if ("errors" in read) return invalidFields(c, read.errors);
    const { draft } = read;

    const bodyHash = hashOfPost(secret, thread.id, draft, reader !== "guest");
    const payment = await checkPayment(c, service, {
      challenge: body.input.challenge,
      thread: thread.id,
      action: "comment",
      bodyHash,
    });
    const now = clock();
    const who = {
      ...(await sendersOf(c, service)),
      thread: thread.id,
      // A guest's address counts when it is confirmed: until then anybody may have given it.
      ...(reader === "guest" ? {} : { account: hashOfMailbox(secret, reader.email) }),
    };
    const turns = turnsOf("comment", limits.comment, who, now);
    const answerGuest = async () => c.json(await postedBy(service, turns), 202);
    const answerAgain = (solution: string) =>
      reader === "guest" ? answerGuest() : answerSignedIn(c, service, solution);
    if (payment === "repeated") return answerAgain(readSolution(body.input.challenge)?.id ?? "");
    if ("refusal" in payment) return payment.refusal;
    const place = await placeIn(c, thread, draft.replyTo);
    if ("refusal" in place) {
      // What was taken stays taken, though the thread may have been closed since.
      const used = await store.solution(payment.solution);
      return used?.bodyHash === bodyHash ? answerAgain(payment.solution) : place.refusal;
    }
    const site = await magazine.site();
    if (site === null) return missingThread(c, "list");

    const { notify, ...words } = draft;
    const entry = {
      ...words,
      solution: payment.solution,
      subject: ids.id(),
      bodyHash,
      thread: thread.id,
      conversation: place.conversation,
      trap: (body.input.website ?? "") !== "",
      took: Math.max(0, now - payment.madeAt),
      wording: (reader === "guest" ? confirmWordings : signedInWordings)[site.language],
      subscription:
        notify === null
          ? null
          : { id: ids.id(), scope: notify, wording: notifyWordings[site.language] },
      ...turns,
    };
    if (reader !== "guest") return postSignedIn(c, service, entry, now);
    const sending = { network: who.network, until: now + LONGEST_WAIT };
    const confirmation = writeConfirmation(service, entry.subject, site, thread, draft, sending);
    const taken = await store.post({ ...entry, ...confirmation }, now);
    return refusalOf(c, taken, now) ?? answerGuest();
  });

  /** The conversation in which a comment will stand, when it may: null for one that opens its own. */
  async function placeIn(
    c: Context<Env>,
    { id, state }: ListedThread,
    replyTo: number | null,
  ): Promise<{ conversation: number | null } | { refusal: Response }> {
    if (state === "closed") return { refusal: problem(c, 409, "This thread is closed") };
    if (replyTo === null) return { conversation: null };
    const answered = await store.answered(id, replyTo);
    if (answered === null)
      return { refusal: invalidFields(c, [{ field: "replyTo", reason: "invalid" }]) };
    if (answered.replies >= MOST_REPLIES)
      return { refusal: problem(c, 409, "This conversation takes no more replies") };
    return { conversation: answered.conversation };
  }
}

/** The answer to every guest. */
export async function postedBy(
  service: Service,
  turns: Parameters<typeof isLate>[1],
): Promise<Posted> {
  return { state: "unconfirmed", ...((await isLate(service, turns)) ? { late: true } : {}) };
}

/** Under the secret: the hash stays for three days, and without it nobody shall try out whether somebody has written something. */
function hashOfPost(
  secret: string,
  thread: string,
  { name, email, text, replyTo, notify }: Draft,
  isSignedIn: boolean,
): string {
  return keyedHash(
    secret,
    JSON.stringify(["comment", thread, name, email, text, replyTo, notify, isSignedIn]),
  );
}
