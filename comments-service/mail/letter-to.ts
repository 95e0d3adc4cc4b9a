import { keyedHash } from "../domain/digest.ts";
import { mailboxOf, ownDomain } from "../domain/email-address.ts";
import { mailboxCounter, strangersCounters } from "../domain/rates.ts";
import type { Service } from "../service.ts";
import type { MailboxLetter } from "../store/store.ts";
import type { Letter, Unprinted } from "./mail.ts";
import { sealLetter } from "./sealed-letter.ts";

/** A hash that stands for a mailbox: letters to it are counted under this name, and found when it wants to be forgotten. */
export function hashOfMailbox(secret: string, address: string): string {
  return keyedHash(secret, `mailbox ${mailboxOf(address)}`);
}

type Turn = Pick<MailboxLetter, "queues" | "ofSender" | "recipient">;

/** The turn of a letter that anybody can have us send to any address: a sender gets few of them, and a domain not many. */
export function strangersTurn(
  { clock, limits, secret }: Pick<Service, "clock" | "limits" | "secret">,
  { to, sender }: { to: string; sender: string },
): Required<Turn> {
  const own = ownDomain(mailboxOf(to));
  const domain = own === null ? null : keyedHash(secret, `domain ${own}`);
  const recipient = hashOfMailbox(secret, to);
  return {
    recipient,
    ...strangersCounters({ mailbox: recipient, domain, sender }, limits, clock()),
  };
}

/**
 * Closes a letter to a reader. It takes its turn among all letters to the same mailbox.
 * @param more an id of its own, where the same letter may be written twice; whether it is a notification; whose turn it takes beside the mailbox's.
 */
export function letterTo(
  { ids, clock, limits, secret }: Pick<Service, "ids" | "clock" | "limits" | "secret">,
  letter: Letter | Unprinted,
  more: Partial<Pick<MailboxLetter, "id" | "isNotification"> & Turn> = {},
): MailboxLetter {
  const recipient = more.recipient ?? hashOfMailbox(secret, letter.to);
  return {
    id: ids.id(),
    sealed: sealLetter(secret, letter),
    recipient,
    mailbox: mailboxCounter(recipient, limits, clock()),
    ...more,
  };
}
