import { DAY, HOUR } from "./times.ts";

/** How long each kind of thing is kept. */
const kept = {
  /** Comments that were never confirmed, with their proofs and letters; and what solved challenges were used for. */
  unconfirmed: 72 * HOUR,
  /** Used proofs, so that a second click on an old link gets a polite answer. */
  proofs: 30 * DAY,
  /** Counters of senders and the keys of the day under which they are hashed. */
  senders: 2 * DAY,
  /** Readers' reports, with the address that some of them give. */
  reports: 90 * DAY,
  /** Letters that went out, or were given up. */
  letters: 7 * DAY,
};

/** What was written before these times has had its time. */
export type CleaningTimes = typeof kept;

export function cleaningTimes(now: number): CleaningTimes {
  return {
    unconfirmed: now - kept.unconfirmed,
    proofs: now - kept.proofs,
    senders: now - kept.senders,
    reports: now - kept.reports,
    letters: now - kept.letters,
  };
}
