import { sha256 } from "../domain/digest.ts";
import type { ListedThread, Site } from "../domain/thread-list.ts";
import { mailboxCounter, nextDue } from "../domain/rates.ts";
import type { Counter } from "../domain/rates.ts";
import { DAY, HOUR } from "../domain/times.ts";
import { confirmLetter } from "../mail/letters/confirm.ts";
import { letterTo, strangersTurn } from "../mail/letter-to.ts";
import type { Service } from "../service.ts";
import type { Scope } from "../wire.ts";
import type { MailboxLetter, NewProof } from "../store/store.ts";

const LIFETIME = 48 * HOUR;
const LONGEST = 7 * DAY;

/**
 * A new token for a comment and the letter that carries it. Only the token's hash is kept. The link works from when the letter's turn
 * comes, so that nobody can use it up by having many others sent before.
 * @param subject the comment's id.
 * @param sending who asks for it, which queues it stands in beside those of its address, and until when the link may work at most.
 */
export async function writeConfirmation(
  service: Service,
  subject: string,
  site: Site,
  thread: ListedThread,
  words: { name: string; email: string; text: string; notify: Scope | null },
  sending: { sender: string; queues: readonly Counter[]; until?: number },
): Promise<NewProof & { letter: MailboxLetter }> {
  const { ids, clock, settings, store, limits } = service;
  const now = clock();
  const turn = strangersTurn(service, { to: words.email, sender: sending.sender });
  const mailbox = mailboxCounter(turn.recipient, limits, now);
  const queues = [...turn.queues, ...sending.queues];
  const { counter, late } = turn.ofSender;
  const counted = await store.counted([counter, late, mailbox, ...queues]);
  const due = Math.max(now, nextDue({ ...turn, mailbox, queues }, counted));
  const expires = Math.min(due + LIFETIME, sending.until ?? now + LONGEST);
  const token = ids.token();
  const link = `${settings.serviceUrl}/confirm?token=${token}`;
  const letter = confirmLetter({
    site,
    title: thread.title,
    name: words.name,
    text: words.text,
    notify: words.notify,
    link,
    expires,
  });
  return {
    subject,
    tokenHash: hashOfToken(token),
    expires,
    letter: letterTo(service, { to: words.email, ...letter, expires }, turn),
  };
}

/** The token has 256 bits of its own, so its plain hash tells nothing. The purpose keeps it from proving anything else. */
export function hashOfToken(token: string): string {
  return sha256(`confirm ${token}`);
}
