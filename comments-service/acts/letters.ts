import { keyedHash } from "../domain/digest.ts";
import { mailboxOf } from "../domain/email-address.ts";
import { mailboxCounter, mayBeLate } from "../domain/rates.ts";
import type { ActCounters } from "../domain/rates.ts";
import { shareOf } from "../domain/shares.ts";
import type { LetterPurpose } from "../domain/shares.ts";
import type { Service } from "./service.ts";
import type { MailboxLetter, StrangersLetter } from "../store/port/letters.ts";
import type { Letter, Unprinted } from "../mail/mail.ts";
import { sealLetter } from "../mail/sealed-letter.ts";

/** A hash that stands for a mailbox: letters to it are counted under this name, and found when it wants to be forgotten. */
export function hashOfMailbox(secret: string, address: string): string {
  return keyedHash(secret, `mailbox ${mailboxOf(address)}`);
}

/**
 * Closes a letter that anybody can have us send to any address: its share of the mailbox decides whether it goes.
 * @param network who asks for it, as a hash of the day.
 */
export function strangersLetter(
  { ids, clock, limits, secret, settings }: LetterParts & Pick<Service, "settings">,
  letter: Letter | Unprinted,
  { purpose, network }: { purpose: LetterPurpose; network: string },
): StrangersLetter {
  const recipient = hashOfMailbox(secret, letter.to);
  const mailbox = mailboxOf(letter.to);
  const hasDesk = settings.moderators.some((each) => mailboxOf(each) === mailbox);
  const who = { mailbox: recipient, network, hasDesk };
  const share = shareOf(purpose, who, limits.strangers, clock());
  return { id: ids.id(), sealed: sealLetter(secret, letter), recipient, share };
}

/**
 * Closes a letter to a reader who has asked for it. It takes its turn among all such letters to the same mailbox.
 * @param more an id of its own, where the same letter may be written twice; whether it is a notification.
 */
export function letterTo(
  { ids, clock, limits, secret }: LetterParts,
  letter: Letter,
  more: Partial<Pick<MailboxLetter, "id" | "isNotification">> = {},
): MailboxLetter {
  const recipient = hashOfMailbox(secret, letter.to);
  return {
    id: ids.id(),
    sealed: sealLetter(secret, letter),
    recipient,
    mailbox: mailboxCounter(recipient, limits, clock()),
    ...more,
  };
}

/** Whether what was just asked for may be long on its way; says nothing of the address. */
export async function isLate(
  { store }: Pick<Service, "store">,
  limiting: ActCounters,
): Promise<boolean> {
  return mayBeLate(limiting, await store.counted([...limiting.counters, ...limiting.queues]));
}

type LetterParts = Pick<Service, "ids" | "clock" | "limits" | "secret">;
