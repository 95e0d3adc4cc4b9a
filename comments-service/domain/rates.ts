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
  /** Codes to sign in by, and links to one's own page. */
  signIn: Caps<"sender">;
  /** The same for one address: over this cap nothing is refused, so that the answer tells nothing of it, and nothing is sent. */
  proofs: Rate;
  /** How much of that one sender can use up, so that a stranger does not keep an address from signing in. */
  proofsOfSender: Rate;
  /** Letters to one mailbox. Over this cap nothing is refused: the letter waits, so that the answer tells nothing of the address. */
  mailbox: Rate;
  /** How many of these one sender can ask for, where the address is not proven. Further ones wait, and take nobody else's turn. */
  mailboxOfSender: Rate;
  /** The same for all mailboxes of a domain that is no large provider's. */
  domain: Rate;
  /** Letters to one moderator about all that waits at the desk: the first one at once, the next ones `pause` after the last, and so many a day. */
  desk: Rate & { pause: number };
}

// Wider than a household, so that one who has many networks does not stand for many; an IPv4 address counts as a network of each size.
const wider = {
  sender56: [
    { per: 10 * MINUTE, most: 30 },
    { per: DAY, most: 180 },
  ],
  sender48: [
    { per: 10 * MINUTE, most: 60 },
    { per: DAY, most: 400 },
  ],
} as const;

export const defaultLimits: Limits = {
  comment: {
    sender: [
      { per: 10 * MINUTE, most: 10 },
      { per: DAY, most: 60 },
    ],
    ...wider,
    account: [
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
    ...wider,
    thread: [{ per: HOUR, most: 60 }],
    site: [{ per: DAY, most: 1000 }],
  },
  again: {
    sender: [{ per: HOUR, most: 10 }],
    comment: [{ per: DAY, most: 3 }],
    site: [{ per: DAY, most: 1000 }],
  },
  signIn: {
    sender: [
      { per: 10 * MINUTE, most: 6 },
      { per: DAY, most: 30 },
    ],
    sender56: [
      { per: 10 * MINUTE, most: 18 },
      { per: DAY, most: 90 },
    ],
    sender48: [
      { per: 10 * MINUTE, most: 36 },
      { per: DAY, most: 200 },
    ],
    site: [
      { per: HOUR, most: 500 },
      { per: DAY, most: 3000 },
    ],
  },
  proofs: { per: DAY, most: 10 },
  proofsOfSender: { per: DAY, most: 5 },
  mailbox: { per: DAY, most: 12 },
  mailboxOfSender: { per: DAY, most: 3 },
  domain: { per: DAY, most: 100 },
  desk: { per: DAY, most: 24, pause: 10 * MINUTE },
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

/** The same for what is never refused because of others: `counters` are the sender's and the account's, in `queues` the letters take their turn. */
export function turnsOf<Scope extends string>(
  act: string,
  caps: Caps<Scope>,
  who: Who<Scope>,
  now: number,
): { counters: Counter[]; queues: Counter[] } {
  const all = countersOf(act, caps, who, now);
  const isSender = ({ key }: Counter) =>
    key.startsWith(`${act} sender`) || key.startsWith(`${act} account`);
  return { counters: all.filter(isSender), queues: all.filter((each) => !isSender(each)) };
}

/** The counters of the letters to one mailbox that anybody can ask for, named by the hashes of mailbox, domain and sender. */
export function strangersCounters(
  { mailbox, domain, sender }: { mailbox: string; domain: string | null; sender: string },
  limits: Limits,
  now: number,
): { queues: Counter[]; ofSender: { counter: Counter; late: string } } {
  return {
    queues: domain === null ? [] : [counter(`domain ${domain}`, limits.domain, now)],
    ofSender: {
      counter: counter(`mailbox ${mailbox} of ${sender}`, limits.mailboxOfSender, now),
      late: `mailbox ${mailbox} late`,
    },
  };
}

/** The counter of the letters to one mailbox, named by its hash. */
export function mailboxCounter(mailbox: string, limits: Limits, now: number): Counter {
  return counter(`mailbox ${mailbox}`, limits.mailbox, now);
}

/** The counters of codes and links that prove one address, named by the hashes of its mailbox and of who asks. */
export function proofCounters(
  { mailbox, sender }: { mailbox: string; sender: string },
  limits: Limits,
  now: number,
): Counter[] {
  return [
    counter(`proof ${mailbox}`, limits.proofs, now),
    counter(`proof ${mailbox} of ${sender}`, limits.proofsOfSender, now),
  ];
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
