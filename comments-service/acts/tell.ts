import { sha256 } from "../domain/digest.ts";
import { unsubscribeLink } from "../domain/unsubscribing.ts";
import { letterTo } from "./letters.ts";
import { decisionLetterText } from "../mail/letters/decision.ts";
import { notificationLetter } from "../mail/letters/notification.ts";
import type { Service } from "./service.ts";
import type { KeptComment, MailboxLetter } from "../store/port/store.ts";

/** A comment as it becomes public. */
export interface Published {
  id: string;
  thread: string;
  name: string;
  email: string;
  text: string;
  replyTo: number | null;
}

/** What a moderator decided on a held comment; `why` as it was written. */
export type Decision = { state: "published" } | { state: "rejected"; why: string };

/**
 * The letters that go out with a publication, to be written in its batch: one to each address that wanted to be told. Their ids follow from
 * the comment and the wish, so nobody is told twice; and they go out only while the comment is published.
 */
export async function lettersOnPublish(
  service: Service,
  comment: Published,
): Promise<MailboxLetter[]> {
  const { store, magazine, settings, secret } = service;
  const site = await magazine.shown();
  const subscribers = await store.subscribers(comment);
  return subscribers.map(({ id, email, scope, title }) => {
    const unsubscribe = unsubscribeLink(settings.serviceUrl, secret, id);
    const link = `${settings.serviceUrl}/comments/${comment.id}`;
    const letter = notificationLetter({ site, title, scope, comment, link, unsubscribe });
    const letterId = sha256(`notification ${comment.id} ${id}`).slice(0, 32);
    return letterTo(
      service,
      { to: email, ...letter, unsubscribe, expires: null },
      { id: letterId, isNotification: true },
    );
  });
}

/** The letter that tells a writer what became of a held comment. */
export async function decisionLetter(
  service: Service,
  comment: KeptComment,
  decision: Decision,
): Promise<MailboxLetter[]> {
  const { store, magazine, settings } = service;
  // Who was forgotten has no address any more.
  if (comment.email === "") return [];
  const site = await magazine.shown();
  const title = (await store.thread(comment.thread))?.title ?? comment.thread;
  const outcome =
    decision.state === "published"
      ? { link: `${settings.serviceUrl}/comments/${comment.id}` }
      : { why: decision.why };
  const letter = decisionLetterText({ site, title, text: comment.text, outcome });
  return [letterTo(service, { to: comment.email, ...letter, expires: null })];
}
