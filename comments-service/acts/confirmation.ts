import { sha256 } from "../domain/digest.ts";
import type { ListedThread, Site } from "../domain/thread-list.ts";
import { HOUR } from "../domain/times.ts";
import { strangersLetter } from "./letter-to.ts";
import type { Service } from "./service.ts";
import type { Scope } from "../wire.ts";
import type { NewProof } from "../store/port/store.ts";

const LIFETIME = 48 * HOUR;
const TIME_DIGITS = 12;
const SECRET_DIGITS = 64;

/**
 * A new token for a comment and the letter that carries it. Only the token's hash is kept. The link works from when the letter's turn
 * comes, so that nobody can use it up by having many others sent before.
 * @param subject the comment's id.
 * @param sending in which network it is asked for, and until when the link may work at most.
 */
export function writeConfirmation(
  service: Service,
  subject: string,
  site: Site,
  thread: ListedThread,
  words: { name: string; email: string; text: string; notify: Scope | null },
  { network, until }: { network: string; until: number },
): NewProof {
  const { ids, settings } = service;
  const to = words.email;
  // The time in front lets the hashes of one hour stand together in the database, so that many new ones change few of its pages.
  const token = `${subject.slice(0, TIME_DIGITS)}${ids.token()}`;
  const confirms = {
    site,
    title: thread.title,
    name: words.name,
    text: words.text,
    notify: words.notify,
    link: `${settings.serviceUrl}/confirm?token=${token}`,
  };
  const works = { for: LIFETIME, until };
  const letter = strangersLetter(service, { to, confirms }, { purpose: "confirm", network });
  return { subject, tokenHash: hashOfToken(token), letter: { ...letter, works } };
}

/**
 * The token has 256 bits of its own, so its plain hash tells nothing; the time in front of them is no secret (tokens of earlier versions have none).
 * The purpose keeps it from proving anything else.
 */
export function hashOfToken(token: string): string {
  return token.slice(0, -SECRET_DIGITS) + sha256(`confirm ${token}`);
}
