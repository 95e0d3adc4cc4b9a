import { DAY, HOUR, MINUTE } from "./times.ts";

/** At most `most` in each stretch of `per` milliseconds (stretches start at multiples of their length). */
export interface Rate {
  per: number;
  most: number;
}

/** The caps of one action. Over a cap of sender, thread or site the act is refused. */
export interface Caps {
  sender: readonly Rate[];
  thread: readonly Rate[];
  site: readonly Rate[];
}

/** All caps of the service. */
export interface Limits {
  comment: Caps;
  report: Caps;
  again: Caps;
  /** Letters to one mailbox. Over this cap nothing is refused: the letter waits, so that the answer tells nothing of the address. */
  mailbox: Rate;
}

export const defaultLimits: Limits = {
  comment: {
    sender: [
      { per: 10 * MINUTE, most: 10 },
      { per: DAY, most: 60 },
    ],
    thread: [{ per: HOUR, most: 200 }],
    site: [
      { per: HOUR, most: 1000 },
      { per: DAY, most: 5000 },
    ],
  },
  report: {
    sender: [
      { per: 10 * MINUTE, most: 10 },
      { per: DAY, most: 40 },
    ],
    thread: [{ per: HOUR, most: 60 }],
    site: [{ per: DAY, most: 1000 }],
  },
  again: {
    sender: [{ per: HOUR, most: 10 }],
    // Here the 'thread' is the comment whose letter is asked for again.
    thread: [{ per: DAY, most: 3 }],
    site: [{ per: DAY, most: 1000 }],
  },
  mailbox: { per: DAY, most: 12 },
};

/** A row of the store that counts: what is counted, since when, and how many are allowed until `start + per`. */
export interface Counter extends Rate {
  key: string;
  start: number;
}

/** The counters that an act by this sender in this thread touches. */
export function countersOf(
  action: "comment" | "report" | "again",
  who: { sender: string; thread: string },
  limits: Limits,
  now: number,
): Counter[] {
  const caps = limits[action];
  return [
    ...caps.sender.map((rate) => counter(`${action} sender ${who.sender}`, rate, now)),
    ...caps.thread.map((rate) => counter(`${action} thread ${who.thread}`, rate, now)),
    ...caps.site.map((rate) => counter(`${action} site`, rate, now)),
  ];
}

/** The counter of the letters to one mailbox, named by its hash. */
export function mailboxCounter(mailbox: string, limits: Limits, now: number): Counter {
  return counter(`mailbox ${mailbox}`, limits.mailbox, now);
}

/** How many whole seconds until the last of these counters starts anew; at least one. */
export function secondsUntilFree(counters: readonly Counter[], now: number): number {
  const free = Math.max(now, ...counters.map(({ start, per }) => start + per));
  return Math.max(1, Math.ceil((free - now) / 1000));
}

function counter(key: string, rate: Rate, now: number): Counter {
  return { key: `${key} ${rate.per}`, start: Math.floor(now / rate.per) * rate.per, ...rate };
}
