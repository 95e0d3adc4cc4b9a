import { mayBeLate, turnsOf } from "../domain/rates.ts";
import type { Counter, Turns } from "../domain/rates.ts";
import { cleanCode, codeOf, hashOfCode, lifetimes } from "../domain/session.ts";
import type { Purpose } from "../domain/session.ts";
import { hashOfToken } from "../domain/token.ts";
import { knowNetwork, wayInLink } from "./known-network.ts";
import { strangersLetter } from "./letters.ts";
import { codeLetter } from "../mail/letters/code.ts";
import type { Service } from "./service.ts";
import type { Senders } from "./senders.ts";

/**
 * Begins to sign in: a code goes by mail, and only with the attempt's name, which nobody else gets, can it be used. Answer and work are the
 * same for every address, also for one that has had its share or is not allowed (to which nothing is sent).
 * @returns the attempt, and whether its letter may be late; or which of the sender's counters are full.
 */
export async function beginSignIn(
  service: Service,
  asking: { purpose: Purpose; email: string; senders: Senders },
): Promise<{ attempt: string; isLate: boolean } | { full: Counter[] }> {
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
    { to: email, ...codeLetter(code, wayIn, await magazine.shown()), expires },
    { purpose, network },
  );
  const turns = signInTurns(service, purpose, senders, now);
  const asked = await store.beginSignIn(
    {
      idHash: hashOfToken(`attempt ${purpose}`, attempt),
      purpose,
      email,
      codeHash: hashOfCode(secret, attempt, code),
      expires,
      ...turns,
      isAllowed: purpose !== "desk" || isModerator(service, email),
      letter,
    },
    now,
  );
  if (asked.state === "limited") return asked;
  return { attempt, isLate: await isLate(service, turns) };
}

/** Whether this address stands in MODERATORS. */
export function isModerator({ settings }: Pick<Service, "settings">, email: string): boolean {
  return settings.moderators.some((each) => each.toLowerCase() === email.toLowerCase());
}

/** What counts who asks for a code or a link. At the desk nothing of the site's: its letters go to few, and nobody else shall stop them. */
export function signInTurns(
  { limits }: Pick<Service, "limits">,
  purpose: Purpose,
  senders: Senders,
  now: number,
): Turns {
  const turns = turnsOf(`sign-in-${purpose}`, limits.signIn, senders, now);
  return purpose === "desk" ? { ...turns, queues: [] } : turns;
}

/** Whether what was just asked for may be long on its way; says nothing of the address. */
export async function isLate({ store }: Pick<Service, "store">, turns: Turns): Promise<boolean> {
  return mayBeLate(turns, await store.counted([...turns.counters, ...turns.queues]));
}

/**
 * Tries a code. Each attempt opens one session at most, and takes five tries. The network in which the right one is typed is known from then on.
 * @returns the session's token, the address that it proves, and its end; null when the code is wrong, too old, used, or tried too often.
 */
export async function finishSignIn(
  service: Pick<Service, "store" | "ids" | "clock" | "secret" | "secrets">,
  typed: { purpose: Purpose; attempt: string; code: string; network: string },
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
