import { tokenAddress } from "../domain/addresses.ts";
import { readSolution } from "../domain/challenge.ts";
import { accountCounters, countersOf } from "../domain/rates.ts";
import { kept } from "../domain/retention.ts";
import { threadAt } from "../domain/thread-list.ts";
import type { ListedThread, Site } from "../domain/thread-list.ts";
import { HOUR } from "../domain/times.ts";
import { hashOfToken } from "../domain/token.ts";
import type { KeptProof } from "../store/port/settling.ts";
import type { NewProof } from "../store/port/posting.ts";
import type { Scope } from "../wire.ts";
import { knowNetwork } from "./known-network.ts";
import { hashOfMailbox, strangersLetter } from "./letters.ts";
import { busy } from "./refusal.ts";
import type { Busy } from "./refusal.ts";
import type { Senders } from "./senders.ts";
import type { Service } from "./service.ts";
import { settle } from "./settle.ts";

const LIFETIME = 48 * HOUR;

/**
 * A new token for a comment and the letter that carries it. Only the token's hash is kept. The link works from when the letter's turn
 * comes, so that nobody can use it up by having many others sent before.
 * @param subject the comment's id.
 * @param sending in which network it is asked for, and until when the link may work at most.
 */
export function writeConfirmation(
  service: Service,
  subject: string,
  site: Site,
  thread: ListedThread,
  words: { name: string; email: string; text: string; notify: Scope | null },
  { network, until }: { network: string; until: number },
): NewProof {
  const { ids, settings } = service;
  const to = words.email;
  // The time in front lets the hashes of one hour stand together in the database, so that many new ones change few of its pages.
  const token = `${subject.slice(0, 12)}${ids.token()}`;
  const confirms = {
    site,
    title: thread.title,
    name: words.name,
    text: words.text,
    notify: words.notify,
    link: tokenAddress(settings.serviceUrl, "confirm", token),
  };
  const validity = { for: LIFETIME, until };
  const letter = strangersLetter(service, { to, confirms }, { purpose: "confirm", network });
  return { subject, tokenHash: hashOfToken("confirm", token), letter: { ...letter, validity } };
}

/** 'No mail received?': another letter for an unconfirmed comment. Nothing tells whether there was one. */
export async function confirmAgain(
  service: Service,
  { challenge, senders }: { challenge: string; senders: Senders },
): Promise<void> {
  const { store, magazine, limits, clock } = service;
  // Only who solved the challenge of the post knows its signature, so that alone says which comment is meant.
  const used = await store.solution(readSolution(challenge)?.id ?? "");
  const comment = used === null ? null : await store.comment(used.subject);
  if (comment?.state !== "unconfirmed") return;
  const site = await magazine.site();
  const thread = await magazine.thread(comment.thread);
  if (site === null || "missing" in thread) return;
  const now = clock();
  const { sender, network } = senders;
  const words = { ...comment, notify: await store.wish(comment.id) };
  // The link shall not outlive the comment.
  const sending = { network, until: comment.askedAt + kept.unconfirmed };
  const confirmation = writeConfirmation(service, comment.id, site, thread, words, sending);
  const counters = countersOf("again", limits.again, { sender, comment: comment.id }, now);
  await store.postAgain({ ...confirmation, counters }, now);
}

/** What the mailed link leads to. */
export type Confirmation =
  | { state: "ask" | "published" | "held" | "closed" | "expired" | "gone"; proof: KeptProof }
  | { state: "unknown" };

/** Looks at the mailed link. That changes nothing, since mail scanners look at every link. */
export async function confirmationOf(
  { store, clock }: Pick<Service, "store" | "clock">,
  token: string,
): Promise<Confirmation> {
  const proof = await store.proof(hashOfToken("confirm", token));
  if (proof === null) return { state: "unknown" };
  // A used one whose comment stands is as good as new.
  if (proof.state === "published" || proof.state === "held") return { state: proof.state, proof };
  if (proof.state !== "unconfirmed") return { state: "gone", proof };
  if (proof.expires <= clock()) return { state: "expired", proof };
  if (threadAt(proof.thread, clock()).state === "closed") return { state: "closed", proof };
  return { state: "ask", proof };
}

/**
 * Uses the mailed link: the checks publish its comment or hold it, and the network in which this is done is known from then on.
 * @returns what the link leads to now; or that its address has had its share of comments, which alone keeps a good link from working.
 */
export async function confirm(
  service: Service,
  { token, network }: { token: string; network: string },
): Promise<Confirmation | Busy> {
  const { store, clock, limits, secret } = service;
  const before = await confirmationOf(service, token);
  const comment = before.state === "ask" ? await store.comment(before.proof.comment) : null;
  if (comment === null) return before;
  const now = clock();
  const counters = accountCounters(hashOfMailbox(secret, comment.email), limits, now);
  const tokenHash = hashOfToken("confirm", token);
  const attempt = async () => {
    const settlement = await settle(service, { ...comment, signedIn: false });
    return store.confirm({ tokenHash, comment: comment.id, settlement, counters }, now);
  };
  const [isDone] = await Promise.all([
    attempt(),
    knowNetwork(service, { email: comment.email, network }),
  ]);
  // Where others of the same address came in between, the checks have to look once more.
  if (!isDone) await attempt();
  const after = await confirmationOf(service, token);
  if (after.state !== "ask") return after;
  const counted = await store.counted(counters);
  const full = counters.filter(({ most }, index) => (counted[index] ?? 0) >= most);
  return busy(full, now);
}
