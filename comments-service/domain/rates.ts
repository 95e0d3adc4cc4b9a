import { DAY, HOUR, MINUTE } from "./times.ts";

/** At most `most` in each stretch of `per` milliseconds (stretches start at multiples of their length). */
export interface Rate {
  per: number;
  most: number;
}

/** The caps of one act by whom or what they count. Over any of them the act is refused. */
type Caps<Scope extends string> = Readonly<Record<Scope | "site", readonly Rate[]>>;

/** All caps of the service. */
export interface Limits {
  comment: Caps<"sender" | "thread">;
  report: Caps<"sender" | "thread">;
  /** Another letter for the same comment. */
  again: Caps<"sender" | "comment">;
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
    comment: [{ per: DAY, most: 3 }],
    site: [{ per: DAY, most: 1000 }],
  },
  mailbox: { per: DAY, most: 12 },
};

/** A row of the store that counts: what is counted, since when, and how many are allowed until `start + per`. */
export interface Counter extends Rate {
  key: string;
  start: number;
}

/**
 * The counters that an act touches.
 * @param who names the one of each scope that acts or is acted on.
 */
export function countersOf<Scope extends string>(
  act: string,
  caps: Caps<Scope>,
  who: Readonly<Record<Scope, string>>,
  now: number,
): Counter[] {
  const names: Readonly<Record<string, string>> = who;
  return Object.entries<readonly Rate[]>(caps).flatMap(([scope, rates]) =>
    rates.map((rate) => counter(`${act} ${scope} ${names[scope] ?? ""}`, rate, now)),
  );
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
