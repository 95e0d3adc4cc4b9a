import { readDraft } from "../domain/comment.ts";
import type { Draft } from "../domain/comment.ts";
import { keyedHash } from "../domain/digest.ts";
import { actCountersOf } from "../domain/rates.ts";
import type { ActCounters } from "../domain/rates.ts";
import { DAY } from "../domain/times.ts";
import { confirmWordings, notifyWordings, signedInWordings } from "../mail/letters/wordings.ts";
import type { SignedInEntry, Taken, WrittenComment } from "../store/port/posting.ts";
import type { NewComment, Posted } from "../wire.ts";
import { writeConfirmation } from "./confirm.ts";
import { hashOfMailbox, isLate } from "./letters.ts";
import type { ThreadNow } from "./magazine.ts";
import { checkPayment, refusalOf } from "./payment.ts";
import { wrongField } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { Senders } from "./senders.ts";
import type { Service } from "./service.ts";
import { settle } from "./settle.ts";

// A conversation is read as a whole.
const MOST_REPLIES = 500;
// Its letter may have to wait for its turn; a link in it works for seven days at most.
const LONGEST_WAIT = 7 * DAY;

/**
 * Takes a comment, once for each solved challenge. A guest's waits for its letter to be answered, and what is said of it is always the
 * same, whatever is known of the address; a signed-in reader's is settled at once.
 * @param reader the address that a session proves; null for a guest.
 */
export async function post(
  service: Service,
  asked: { thread: string; input: NewComment; reader: string | null; senders: Senders },
): Promise<Posted | Refusal> {
  const { magazine, clock, limits, secret } = service;
  const { input, reader, senders } = asked;
  const thread = await magazine.thread(asked.thread);
  if ("missing" in thread) return { refused: "missing", what: thread.missing };
  const read = readDraft(reader === null ? input : { ...input, email: reader });
  if ("errors" in read) return { refused: "fields", errors: read.errors };
  const { draft } = read;
  const bodyHash = hashOfPost(secret, thread.id, draft, reader !== null);
  const payment = await checkPayment(service, {
    challenge: input.challenge,
    thread: thread.id,
    action: "comment",
    bodyHash,
  });
  if ("refused" in payment) return payment;
  const now = clock();
  // A guest's address counts when it is confirmed: until then anybody may have given it.
  const account = reader === null ? {} : { account: hashOfMailbox(secret, reader) };
  const limiting = actCountersOf(
    "comment",
    limits.comment,
    { ...senders, thread: thread.id, ...account },
    now,
  );
  const isHoneypotFilled = (input.website ?? "") !== "";
  const sent = { thread, draft, reader, network: senders.network, isHoneypotFilled };
  const paid = { solution: payment.solution, bodyHash, ...limiting };
  const taken = payment.isRepeated
    ? ({ state: "repeated" } as const)
    : await take(service, { ...sent, paid, openFor: Math.max(0, now - payment.madeAt) }, now);
  const refusal = refusalOf(taken, now);
  if (refusal !== null) return refusal;
  return reader === null ? postedBy(service, limiting) : becomeOf(service, payment.solution);
}

/** A post that has passed the gate, with what it tells beside its words. */
interface Sent extends Pick<WrittenComment, "isHoneypotFilled" | "openFor"> {
  thread: ThreadNow;
  draft: Draft;
  reader: string | null;
  network: string;
  paid: Pick<WrittenComment, "solution" | "bodyHash" | "counters" | "queues">;
}

async function take(service: Service, sent: Sent, now: number): Promise<Taken | Refusal> {
  const { store, magazine, ids } = service;
  const { thread, draft, reader, network, paid, isHoneypotFilled, openFor } = sent;
  const place = await placeIn(service, thread, draft.replyTo);
  if ("refused" in place) {
    // What was taken stays taken, though the thread may have been closed since.
    const used = await store.solution(paid.solution);
    return used?.bodyHash === paid.bodyHash ? { state: "repeated" } : place;
  }
  const site = await magazine.site();
  if (site === null) return { refused: "missing", what: "list" };
  const { notify, ...words } = draft;
  const wording = notifyWordings[site.language];
  const entry = {
    ...words,
    ...paid,
    ...place,
    subject: ids.id(),
    thread: thread.id,
    isHoneypotFilled,
    openFor,
    wording: (reader === null ? confirmWordings : signedInWordings)[site.language],
    subscription: notify === null ? null : { id: ids.id(), scope: notify, wording },
  };
  if (reader !== null) return takeSignedIn(service, entry, now);
  const sending = { network, until: now + LONGEST_WAIT };
  const confirmation = writeConfirmation(service, entry.subject, site, thread, draft, sending);
  return store.post({ ...entry, ...confirmation }, now);
}

/** The conversation in which a comment will stand, when it may: null for one that opens its own. */
export async function placeIn(
  { store }: Pick<Service, "store">,
  { id, state }: ThreadNow,
  replyTo: number | null,
): Promise<{ conversation: number | null } | Refusal> {
  if (state === "closed") return { refused: "closed", what: "thread" };
  if (replyTo === null) return { conversation: null };
  const answered = await store.answered(id, replyTo);
  if (answered === null) return wrongField("replyTo", "invalid");
  if (answered.replies >= MOST_REPLIES) return { refused: "closed", what: "conversation" };
  return { conversation: answered.conversation };
}

async function takeSignedIn(
  service: Service,
  entry: Omit<SignedInEntry, "settlement">,
  now: number,
): Promise<Taken> {
  const comment = { ...entry, id: entry.subject, state: "unconfirmed", signedIn: true } as const;
  const attempt = async () =>
    service.store.postSignedIn({ ...entry, settlement: await settle(service, comment) }, now);
  const first = await attempt();
  // Others of the same address came in between, so that the checks have to look once more.
  return first.state === "limited" && first.full.length === 0 ? attempt() : first;
}

/** What every guest is told. */
async function postedBy(service: Service, limiting: ActCounters): Promise<Posted> {
  return { state: "unconfirmed", ...((await isLate(service, limiting)) ? { late: true } : {}) };
}

/** What became of the comment that this solution paid for; the same however often it is asked. */
async function becomeOf(service: Service, solution: string): Promise<Posted> {
  const used = await service.store.solution(solution);
  return used === null ? { state: "held" } : postedAs(service, used.subject);
}

/** What became of a comment that has been settled: it stands there, or waits for a moderator. */
export async function postedAs({ store }: Pick<Service, "store">, id: string): Promise<Posted> {
  const comment = await store.publicComment(id);
  return comment?.state === "published" ? { state: "published", comment } : { state: "held" };
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
