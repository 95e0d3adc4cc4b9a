import { commentAddress, lastingAddress } from "../domain/addresses.ts";
import { sha256 } from "../domain/digest.ts";
import type { RemovalReason } from "../domain/moderation.ts";
import { unsubscribeLink } from "../domain/token.ts";
import {
  decisionLetter,
  notificationLetter,
  removalLetter,
  whyRemoved,
} from "../mail/letters/readers.ts";
import type { CommentInLetter, Written } from "../mail/letters/written.ts";
import type { KeptComment } from "../store/port/reading.ts";
import type { MailboxLetter } from "../store/port/letters.ts";
import { letterTo } from "./letters.ts";
import type { Service } from "./service.ts";

/** A comment as it becomes public. */
type Published = Pick<KeptComment, "id" | "thread" | "name" | "email" | "text" | "replyTo">;

/**
 * The letters that go out with a publication, to be written in its batch: one to each address that wanted to be told. Their ids follow from
 * the comment and the wish, so nobody is told twice; and they go out only while the comment is published.
 */
export async function tellSubscribers(
  service: Service,
  comment: Published,
): Promise<MailboxLetter[]> {
  const { store, magazine, settings, secret } = service;
  const site = await magazine.lastKnownSite();
  const subscribers = await store.subscribers(comment);
  return subscribers.map(({ id, email, scope, title }) => {
    const unsubscribe = unsubscribeLink(settings.serviceUrl, secret, id);
    const link = lastingAddress(settings.serviceUrl, comment.id);
    const letter = notificationLetter(site, comment, { title, scope, link, unsubscribe });
    const letterId = sha256(`notification ${comment.id} ${id}`).slice(0, 32);
    return letterTo(
      service,
      { to: email, ...letter, unsubscribe, expires: null },
      { id: letterId, isNotification: true },
    );
  });
}

/** Why something was removed, or not published: as the house has it, and in the moderator's own words. */
interface Why {
  reason: RemovalReason;
  note: string;
}

/** The letter that tells a writer what became of a held comment: it was published, or why it was not. */
export async function tellOfDecision(
  service: Service,
  comment: KeptComment,
  refused: Why | null,
): Promise<MailboxLetter[]> {
  return tellWriter(service, comment, (about) => {
    const link = lastingAddress(service.settings.serviceUrl, comment.id);
    const why = refused && whyRemoved(about.site.language, refused.reason, refused.note);
    return decisionLetter({ ...about, outcome: why === null ? { link } : { why } });
  });
}

/** The statement of reasons to the writer of a removed comment. */
export async function tellOfRemoval(
  service: Service,
  comment: KeptComment,
  { reason, note }: Why,
): Promise<MailboxLetter[]> {
  const cause = (await service.store.reports([comment.id])).length > 0 ? "reports" : "own";
  return tellWriter(service, comment, (about) =>
    removalLetter({ ...about, why: whyRemoved(about.site.language, reason, note), cause }),
  );
}

async function tellWriter(
  service: Service,
  comment: KeptComment,
  letterOf: (about: CommentInLetter) => Written,
): Promise<MailboxLetter[]> {
  // Who was forgotten has no address any more.
  if (comment.email === "") return [];
  const letter = letterOf(await inLetter(service, comment));
  return [letterTo(service, { to: comment.email, ...letter, expires: null })];
}

/** The comment as letters about it show it. */
export async function inLetter(
  { magazine, store }: Pick<Service, "magazine" | "store">,
  { thread, number, text }: KeptComment,
): Promise<CommentInLetter> {
  const { title, url } = (await store.thread(thread)) ?? { title: thread, url: "" };
  return { site: await magazine.lastKnownSite(), title, link: commentAddress(url, number), text };
}
