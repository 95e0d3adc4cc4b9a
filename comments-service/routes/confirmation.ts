import { keyedHash, sha256 } from "../domain/digest.ts";
import { mailboxOf } from "../domain/email-address.ts";
import { mailboxCounter } from "../domain/rates.ts";
import type { ListedThread, Site } from "../domain/thread-list.ts";
import { HOUR } from "../domain/times.ts";
import { confirmLetter } from "../mail/letters/confirm.ts";
import { sealLetter } from "../mail/sealed-letter.ts";
import type { Service } from "../service.ts";
import type { MailboxLetter, NewProof } from "../store/store.ts";

const LIFETIME = 48 * HOUR;

/**
 * A new token for a comment and the letter that carries it. Only the token's hash is kept.
 * @param subject the comment's id.
 */
export async function writeConfirmation(
  service: Service,
  subject: string,
  site: Site,
  thread: ListedThread,
  words: { name: string; email: string; text: string },
): Promise<NewProof & { letter: MailboxLetter }> {
  const { ids, clock, settings, secret, limits } = service;
  const now = clock();
  const expires = now + LIFETIME;
  const token = ids.token();
  const link = `${settings.serviceUrl}/confirm?token=${token}`;
  const letter = confirmLetter({
    site,
    title: thread.title,
    name: words.name,
    text: words.text,
    link,
    expires,
  });
  const mailbox = await keyedHash(secret, `mailbox ${mailboxOf(words.email)}`);
  return {
    subject,
    tokenHash: await hashOfToken(token),
    expires,
    letter: {
      id: ids.id(),
      sealed: await sealLetter(secret, { to: words.email, ...letter, expires }),
      mailbox: mailboxCounter(mailbox, limits, now),
    },
  };
}

/** The token has 256 bits of its own, so its plain hash tells nothing. The purpose keeps it from proving anything else. */
export function hashOfToken(token: string): Promise<string> {
  return sha256(`confirm ${token}`);
}
