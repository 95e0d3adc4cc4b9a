import { tokenAddress } from "../domain/addresses.ts";
import { actCountersOf } from "../domain/rates.ts";
import type { ActCounters } from "../domain/rates.ts";
import { cleanCode, codeOf, hashOfCode, lifetimes } from "../domain/session.ts";
import type { CodePurpose, Purpose } from "../domain/session.ts";
import { hashOfToken } from "../domain/token.ts";
import { knowNetwork, wayInLink } from "./known-network.ts";
import { isLate, strangersLetter } from "./letters.ts";
import { codeLetter, accountLetter } from "../mail/letters/readers.ts";

import { busy } from "./refusal.ts";
import type { Busy } from "./refusal.ts";
import type { Service } from "./service.ts";
import type { Senders } from "./senders.ts";

/**
 * Begins to sign in: a code goes by mail, and only with the attempt's name, which nobody else gets, can it be used. Answer and work are the
 * same for every address, also for one that has had its share or is not allowed (to which nothing is sent).
 * @returns the attempt, and whether its letter may be late; or that its sender has asked too often.
 */
export async function beginSignIn(
  service: Service,
  asking: { purpose: CodePurpose; email: string; senders: Senders },
): Promise<{ attempt: string; isLate: boolean } | Busy> {
  const { store, ids, clock, secret, magazine } = service;
  const { purpose, email, senders } = asking;
  const now = clock();
  const attempt = ids.id();
  const code = codeOf(ids.token());
  const expires = now + lifetimes.code;
  const wayIn = wayInLink(service, email);
  const { network } = senders;
  const letter = strangersLetter(
    service,
    { to: email, ...codeLetter(code, wayIn, await magazine.lastKnownSite()), expires },
    { purpose, network },
  );
  const limiting = signInCounters(service, purpose, senders, now);
  const asked = await store.beginSignIn(
    {
      idHash: hashOfToken(`attempt ${purpose}`, attempt),
      purpose,
      email,
      codeHash: hashOfCode(secret, attempt, code),
      expires,
      ...limiting,
      isAllowed: purpose !== "desk" || isModerator(service, email),
      letter,
    },
    now,
  );
  if (asked.state === "limited") return busy(asked.full, now);
  return { attempt, isLate: await isLate(service, limiting) };
}

/** Mails a link to one's own page. Known, unknown and served addresses get the same answer. @returns as `beginSignIn`. */
export async function mailAccountLink(
  service: Service,
  { email, senders }: { email: string; senders: Senders },
): Promise<{ isLate: boolean } | Busy> {
  const { store, ids, clock, magazine, settings } = service;
  const now = clock();
  const token = ids.token();
  const expires = now + lifetimes.account;
  const link = tokenAddress(settings.serviceUrl, "mine", token);
  const text = accountLetter(link, wayInLink(service, email), await magazine.lastKnownSite());
  const { network } = senders;
  const letter = { to: email, ...text, expires };
  const limiting = signInCounters(service, "account", senders, now);
  const session = {
    tokenHash: hashOfToken("session account", token),
    purpose: "account" as const,
    email,
    expires,
    ...limiting,
    letter: strangersLetter(service, letter, { purpose: "account", network }),
  };
  const asked = await store.mailSession(session, now);
  return asked.state === "limited"
    ? busy(asked.full, now)
    : { isLate: await isLate(service, limiting) };
}

/** Whether this address stands in MODERATORS. */
export function isModerator({ settings }: Pick<Service, "settings">, email: string): boolean {
  return settings.moderators.some((each) => each.toLowerCase() === email.toLowerCase());
}

/** What counts who asks for a code or a link. At the desk nothing of the site's: its letters go to few, and nobody else shall stop them. */
function signInCounters(
  { limits }: Pick<Service, "limits">,
  purpose: Purpose,
  senders: Senders,
  now: number,
): ActCounters {
  const limiting = actCountersOf(`sign-in-${purpose}`, limits.signIn, senders, now);
  return purpose === "desk" ? { ...limiting, queues: [] } : limiting;
}

/**
 * Tries a code. Each attempt opens one session at most, and takes five tries. The network in which the right one is typed is known from then on.
 * @returns the session's token, the address that it proves, and its end; null when the code is wrong, too old, used, or tried too often.
 */
export async function finishSignIn(
  service: Pick<Service, "store" | "ids" | "clock" | "secret" | "secrets">,
  typed: { purpose: CodePurpose; attempt: string; code: string; network: string },
): Promise<{ token: string; email: string; expires: number } | null> {
  const { store, ids, clock, secrets } = service;
  const { purpose, attempt, code, network } = typed;
  const now = clock();
  const token = ids.token();
  const expires = now + lifetimes[purpose];
  const email = await store.finishSignIn(
    {
      idHash: hashOfToken(`attempt ${purpose}`, attempt),
      codeHashes: secrets.map((secret) => hashOfCode(secret, attempt, cleanCode(code))),
      tokenHash: hashOfToken(`session ${purpose}`, token),
      expires,
    },
    now,
  );
  if (email === null) return null;
  await knowNetwork(service, { email, network });
  return { token, email, expires };
}

/** The address that a token proves for this purpose; null when it proves none (any more). */
export async function sessionOf(
  { store, clock }: Pick<Service, "store" | "clock">,
  purpose: Purpose,
  token: string,
): Promise<{ email: string } | null> {
  const email = await store.session(hashOfToken(`session ${purpose}`, token), clock());
  return email === null ? null : { email };
}

/** Ends a session, wherever its token was copied to. */
export async function endSession(
  { store }: Pick<Service, "store">,
  purpose: Purpose,
  token: string,
): Promise<void> {
  await store.endSession(hashOfToken(`session ${purpose}`, token));
}
