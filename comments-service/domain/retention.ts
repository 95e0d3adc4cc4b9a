import { DAY, HOUR } from "./times.ts";

/** How long each kind of thing is kept. */
export const kept = {
  /** Comments that were never confirmed, with their proofs and letters; and what solved challenges were used for. */
  unconfirmed: 72 * HOUR,
  /** But as long as a link to confirm them works, they stay: its letter may have had to wait. */
  links: 0,
  /** Used proofs, so that a second click on an old link gets a polite answer. */
  proofs: 30 * DAY,
  /** Counters of senders and the keys of the day under which they are hashed. */
  senders: 2 * DAY,
  /** Readers' reports, with the address that some of them give. */
  reports: 90 * DAY,
  /** Codes and sessions, once they have ended. */
  sessions: 0,
  /** Wishes to be told of something, once they have ended: until then somebody may ask what was agreed to. */
  subscriptions: 90 * DAY,
  /** Links in letters to the desk that have expired. */
  actLinks: 7 * DAY,
  /** Notices of illegal content since their decision: objections take six months, the courts longer. */
  notices: 365 * DAY,
  /** Letters that went out, or were given up. */
  letters: 7 * DAY,
};

/** What was written before these times has had its time. */
export type CleaningTimes = typeof kept;

export function cleaningTimes(now: number): CleaningTimes {
  const times = Object.entries(kept).map(([what, age]) => [what, now - age]);
  return Object.fromEntries(times) as CleaningTimes;
}
