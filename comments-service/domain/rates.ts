import { defaultShares } from "./shares.ts";
import type { SharesOfMailbox } from "./shares.ts";
import { DAY, HOUR, MINUTE } from "./times.ts";

/** At most `most` in each stretch of `per` milliseconds (stretches start at multiples of their length). */
export interface Rate {
  per: number;
  most: number;
}

/**
 * The caps of one act by whom or what they count. `sender56` and `sender48` are the wider networks of a sender with IPv6; `account` is a
 * proven address, whatever networks it is used from.
 */
type Caps<Scope extends string> = Readonly<
  Record<Scope | "site", readonly Rate[]> & Partial<Record<OptionalScope, readonly Rate[]>>
>;
type OptionalScope = "sender56" | "sender48" | "account";

type Who<Scope extends string> = Readonly<
  Record<Exclude<Scope, "site">, string> & Partial<Record<OptionalScope, string>>
>;

/** All caps of the service. */
export interface Limits {
  /** Over a cap of the sender or account comments and reports are refused; over one of thread or site they are taken, and the letters wait. */
  comment: Caps<"sender" | "thread">;
  report: Caps<"sender" | "thread">;
  /** Another letter for the same comment. */
  again: Caps<"sender" | "comment">;
  /** Codes and links that let somebody in, for each purpose apart. Over a cap of the site only those whose address is known there get theirs. */
  signIn: Caps<"sender">;
  /** Letters to one mailbox that anybody can ask for. Over it nothing is refused, so that the answer tells nothing of the address. */
  strangers: SharesOfMailbox;
  /** Letters to one mailbox that were asked for by its owner, or tell what was decided. Over this cap they wait (see mailing.ts). */
  mailbox: Rate;
  /** Letters to one moderator about all that waits at the desk: the first one at once, the next ones `pause` after the last, and so many a day. */
  desk: Rate & { pause: number };
}

/** At most so many in each stretch of so many milliseconds. */
function upTo(most: number, per: number): Rate {
  return { per, most };
}

// Wider than a household, so that one who has many networks does not stand for many; an IPv4 address counts as a network of each size.
const wider = {
  sender56: [upTo(30, 10 * MINUTE), upTo(180, DAY)],
  sender48: [upTo(60, 10 * MINUTE), upTo(400, DAY)],
} as const;

export const defaultLimits: Limits = {
  comment: {
    sender: [upTo(10, 10 * MINUTE), upTo(60, DAY)],
    ...wider,
    account: [upTo(10, 10 * MINUTE), upTo(60, DAY)],
    thread: [upTo(200, HOUR)],
    site: [upTo(1000, HOUR), upTo(5000, DAY)],
  },
  report: {
    sender: [upTo(10, 10 * MINUTE), upTo(40, DAY)],
    ...wider,
    thread: [upTo(60, HOUR)],
    site: [upTo(1000, DAY)],
  },
  again: {
    sender: [upTo(10, HOUR)],
    comment: [upTo(3, DAY)],
    site: [upTo(1000, DAY)],
  },
  signIn: {
    sender: [upTo(6, 10 * MINUTE), upTo(30, DAY)],
    sender56: [upTo(18, 10 * MINUTE), upTo(90, DAY)],
    sender48: [upTo(36, 10 * MINUTE), upTo(200, DAY)],
    site: [upTo(500, HOUR), upTo(3000, DAY)],
  },
  strangers: defaultShares,
  mailbox: upTo(12, DAY),
  desk: { per: DAY, most: 24, pause: 10 * MINUTE },
};

/** A row of the store that counts: what is counted, since when, and how many are allowed until `start + per`. */
export interface Counter extends Rate {
  key: string;
  start: number;
}

/** Counters that refuse when they are full, and those that only make what comes next wait. */
export interface ActCounters {
  counters: Counter[];
  queues: Counter[];
}

/**
 * The counters that an act touches.
 * @param who names the one of each scope that acts or is acted on.
 */
export function countersOf<Scope extends string>(
  act: string,
  caps: Caps<Scope>,
  who: Who<Scope>,
  now: number,
): Counter[] {
  const names: Readonly<Record<string, string>> = { site: "", ...who };
  return Object.entries<readonly Rate[]>(caps).flatMap(([scope, rates]) => {
    const name = names[scope];
    // A guest has no account.
    return name === undefined
      ? []
      : rates.map((rate) => counter(`${act} ${scope} ${name}`, rate, now));
  });
}

/** The counters of the comments that one proven address has written, named by the hash of its mailbox. */
export function accountCounters(account: string, { comment }: Limits, now: number): Counter[] {
  const caps = { account: comment.account ?? [], site: [] };
  return countersOf("comment", caps, { account }, now);
}

/** The same for what is never refused because of others: `counters` are the sender's and the account's, `queues` everybody's. */
export function actCountersOf<Scope extends string>(
  act: string,
  caps: Caps<Scope>,
  who: Who<Scope>,
  now: number,
): ActCounters {
  const all = countersOf(act, caps, who, now);
  const isSender = ({ key }: Counter) =>
    key.startsWith(`${act} sender`) || key.startsWith(`${act} account`);
  return { counters: all.filter(isSender), queues: all.filter((each) => !isSender(each)) };
}

/** The counter of the letters to one mailbox, named by its hash. */
export function mailboxCounter(mailbox: string, limits: Limits, now: number): Counter {
  return counter(`mailbox ${mailbox}`, limits.mailbox, now);
}

// A sender who has asked for more in a day may have asked for more than one mailbox gets at once from one network (see shares.ts).
const SOON = 4;

/**
 * Whether what a sender asks for now may be long on its way: by what this sender has asked for, and by what the site has to do. It says
 * nothing of any address.
 * @param counts how often each of these has counted in its present stretch, in their order.
 */
export function mayBeLate(
  { counters, queues }: { counters: readonly Counter[]; queues: readonly Counter[] },
  counts: readonly number[],
): boolean {
  // Not of the wider networks: others stand in them as well.
  const asked = counters.map(({ key }, index) => (/^\S+ sender /u.test(key) ? counts[index] : 0));
  const before = counts.slice(counters.length);
  return (
    asked.some((count = 0) => count > SOON) ||
    queues.some(({ most }, index) => (before[index] ?? 0) > most)
  );
}

/** The counter of the tries that one picture's code has; three, so that guessing is hopeless and mistyping is not. */
export function codeTries(challenge: string, madeAt: number): Counter {
  return { key: `code ${challenge}`, start: madeAt, per: HOUR, most: 3 };
}

/** The counter of the edits of one comment: more than anybody needs to mend it, and no endless work for us and for every cache. */
export function editTries(comment: string, now: number): Counter {
  return counter(`edit ${comment}`, { per: HOUR, most: 30 }, now);
}

/** How many whole seconds until the last of these counters starts anew; at least one. */
export function secondsUntilFree(counters: readonly Counter[], now: number): number {
  const free = Math.max(now, ...counters.map(({ start, per }) => start + per));
  return Math.max(1, Math.ceil((free - now) / 1000));
}

function counter(key: string, rate: Rate, now: number): Counter {
  return { key: `${key} ${rate.per}`, start: Math.floor(now / rate.per) * rate.per, ...rate };
}
