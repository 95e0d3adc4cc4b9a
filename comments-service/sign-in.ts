import { countersOf, proofCounters } from "./domain/rates.ts";
import type { Counter } from "./domain/rates.ts";
import {
  cleanCode,
  codeOf,
  hashOfAttempt,
  hashOfCode,
  hashOfSession,
  lifetimes,
} from "./domain/session.ts";
import type { Purpose } from "./domain/session.ts";
import { letterTo } from "./mail/letter-to.ts";
import { codeLetter } from "./mail/letters/code.ts";
import type { Senders, Service } from "./service.ts";

/**
 * Begins to sign in: a code goes by mail, and only with the attempt's name, which nobody else gets, can it be used. The answer is the same for
 * every address, also for one that has had its share or is not allowed (to which nothing is sent).
 * @returns the attempt; or which of the sender's or the site's counters are full.
 */
export async function beginSignIn(
  service: Service,
  asking: { purpose: Purpose; email: string; senders: Senders; isAllowed?: boolean },
): Promise<{ attempt: string } | { full: Counter[] }> {
  const { store, ids, clock, limits, secret, magazine } = service;
  const { purpose, email, senders, isAllowed = true } = asking;
  const now = clock();
  const attempt = ids.id();
  const code = codeOf(ids.token());
  const expires = now + lifetimes.code;
  const letter = letterTo(service, {
    to: email,
    ...codeLetter(code, await magazine.shown()),
    expires,
  });
  const { full } = await store.beginSignIn(
    {
      idHash: hashOfAttempt(purpose, attempt),
      purpose,
      email,
      codeHash: hashOfCode(secret, attempt, code),
      expires,
      counters: countersOf("sign-in", limits.signIn, senders, now),
      address: proofCounters({ mailbox: letter.recipient, sender: senders.sender48 }, limits, now),
      isAllowed,
      letter,
    },
    now,
  );
  return full.length > 0 ? { full } : { attempt };
}

/**
 * Tries a code. Each attempt opens one session at most, and takes five tries.
 * @returns the session's token, the address that it proves, and its end; null when the code is wrong, too old, used, or tried too often.
 */
export async function finishSignIn(
  { store, ids, clock, secrets }: Pick<Service, "store" | "ids" | "clock" | "secrets">,
  { purpose, attempt, code }: { purpose: Purpose; attempt: string; code: string },
): Promise<{ token: string; email: string; expires: number } | null> {
  const now = clock();
  const token = ids.token();
  const expires = now + lifetimes[purpose];
  const email = await store.finishSignIn(
    {
      idHash: hashOfAttempt(purpose, attempt),
      codeHashes: secrets.map((secret) => hashOfCode(secret, attempt, cleanCode(code))),
      tokenHash: hashOfSession(purpose, token),
      expires,
    },
    now,
  );
  return email === null ? null : { token, email, expires };
}

/** The address that a token proves for this purpose; null when it proves none (any more). */
export async function sessionOf(
  { store, clock }: Pick<Service, "store" | "clock">,
  purpose: Purpose,
  token: string,
): Promise<{ email: string } | null> {
  const email = await store.session(hashOfSession(purpose, token), clock());
  return email === null ? null : { email };
}

/** Ends a session, wherever its token was copied to. */
export async function endSession(
  { store }: Pick<Service, "store">,
  purpose: Purpose,
  token: string,
): Promise<void> {
  await store.endSession(hashOfSession(purpose, token));
}
