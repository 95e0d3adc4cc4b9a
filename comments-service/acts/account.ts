import { wordErrors } from "../domain/comment.ts";
import { isId } from "../domain/ids.ts";
import { EDITABLE, editableUntil, ownComment } from "../domain/own-comment.ts";
import type { KeptOwnComment } from "../domain/own-comment.ts";
import { cleanText } from "../domain/plain-text.ts";
import { editTries } from "../domain/rates.ts";
import { hashOfToken, unsubscribeToken } from "../domain/token.ts";
import type { KeptSubscription, OwnAsked } from "../store/port/accounts.ts";
import type { KeptNote } from "../store/port/notes.ts";
import { limits } from "../wire.ts";
import type { Me, Posted } from "../wire.ts";
import { hashOfMailbox } from "./letters.ts";
import { postedAs } from "./post.ts";
import { wrongField } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import type { Service } from "./service.ts";
import { settle } from "./settle.ts";

/** All that is kept about an address, as its owner may see it. @param asked which of its comments, when not all. */
export async function meOf(
  { store, clock }: Pick<Service, "store" | "clock">,
  email: string,
  asked?: OwnAsked,
): Promise<Me> {
  const [rows, name, subscriptions, notes] = await Promise.all([
    store.own(email, asked),
    store.ownName(email),
    store.subscriptions(email),
    asked === undefined ? store.notesAbout(email) : null,
  ]);
  const now = clock();
  return {
    email,
    name,
    comments: rows.map((row) => ownComment(row, now)),
    subscriptions: subscriptions.map(({ thread, title, scope, askedAt, confirmedAt }) => ({
      thread,
      title,
      scope,
      askedAt: new Date(askedAt).toISOString(),
      confirmedAt: confirmedAt === null ? null : new Date(confirmedAt).toISOString(),
    })),
    // Who wrote them is not told.
    ...(notes === null ? {} : { notes: notes.map(ownNote) }),
  };
}

function ownNote({ comment, text, created }: KeptNote) {
  return { comment, text, createdAt: new Date(created).toISOString() };
}

/** The comment that a token was mailed for, with its address; null when there is none, or it is not confirmed. */
export async function ownByLink(
  { store }: Pick<Service, "store">,
  token: string,
): Promise<{ row: KeptOwnComment; email: string } | null> {
  const proof = await store.proof(hashOfToken("confirm", token));
  const comment = proof?.used ? await store.comment(proof.comment) : null;
  if (comment === null) return null;
  const [row] = await store.own(comment.email, { comment: comment.id });
  return row === undefined ? null : { row, email: comment.email };
}

/**
 * Gives one's own comment new words; the checks run again. Only within a quarter of an hour, and while nobody has answered.
 * @param signedIn whether the address was proven by signing in, rather than by the link in the comment's own letter.
 * @returns what became of it; or that it is not this address's comment, or what is wrong with the words.
 */
export async function editOwn(
  service: Service,
  edit: { comment: string; email: string; text: string; signedIn: boolean },
): Promise<Posted | Refusal> {
  const { store, clock } = service;
  const { comment, email, signedIn } = edit;
  const [own] = isId(comment) ? await store.own(email, { comment }) : [];
  if (own === undefined) return notOwn;
  const text = cleanText(edit.text);
  const errors = wordErrors("text", text, limits.text);
  if (errors.length > 0) return { refused: "fields", errors };
  const tooLate = wrongField("text", "expired");
  const now = clock();
  if (editableUntil(own, now) === null) return tooLate;
  if (!(await store.mayTry(editTries(comment, now)))) return tooLate;
  // An edit is an act of its own: how the post was sent does not say how this was made.
  const edited = { ...own, email, text, signedIn, isHoneypotFilled: false, openFor: null };
  const change = async () => {
    const settlement = own.state === "held" ? null : await settle(service, edited);
    return store.edit({ comment, email, text, since: now - EDITABLE, settlement }, now);
  };
  // Where others of the same address came in between, the checks have to look once more.
  const isDone = (await change()) || (await change());
  return isDone ? postedAs(service, comment) : tooLate;
}

/** Erases one's own comment, whatever became of it. @returns why not, when it was not this address's. */
export async function eraseOwn(
  { store }: Pick<Service, "store">,
  { comment, email }: { comment: string; email: string },
): Promise<Refusal | null> {
  const own = isId(comment) ? await store.own(email, { comment }) : [];
  return own.length > 0 && (await store.erase(comment)) ? null : notOwn;
}

const notOwn: Refusal = { refused: "missing", what: "own comment" };

/** Forgets an address: all its comments, or only its name and address beside them; sessions, wishes and waiting letters in any case. */
export async function forget(
  { store, secrets }: Pick<Service, "store" | "secrets">,
  email: string,
  texts: "erase" | "keep",
): Promise<void> {
  const recipients = secrets.map((secret) => hashOfMailbox(secret, email));
  await store.forget({ email, texts, recipients });
}

/** What a link to unsubscribe names. */
export interface UnsubscribeLink {
  subscription: string;
  token: string;
}

/** The wish that a link ends; null when it names none, or carries no proof. */
export async function wishOf(
  { store, secrets }: Pick<Service, "store" | "secrets">,
  { subscription, token }: UnsubscribeLink,
): Promise<KeptSubscription | null> {
  if (!isId(subscription)) return null;
  const right = secrets.map((secret) => unsubscribeToken(secret, subscription));
  return right.includes(token) ? store.subscription(subscription) : null;
}

/** Ends all wishes of an address about a thread. */
export function endWishes(
  { store, clock }: Pick<Service, "store" | "clock">,
  about: { thread: string; email: string },
): Promise<void> {
  return store.unsubscribe(about, clock());
}

/** The same by a link. @returns the wish that it names, as it is now; null as `wishOf`. */
export async function unsubscribe(
  service: Service,
  link: UnsubscribeLink,
): Promise<KeptSubscription | null> {
  const wish = await wishOf(service, link);
  if (wish === null) return null;
  await endWishes(service, wish);
  return { ...wish, endedAt: wish.endedAt ?? service.clock() };
}
