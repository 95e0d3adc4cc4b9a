import type { Purpose } from "./session.ts";
import { DAY } from "./times.ts";

/** What a letter is for that anybody can ask for: to sign in somewhere, or to confirm what was written under an address. */
export type LetterPurpose = Purpose | "confirm";

/** How the letters that anybody can ask for are shared out; each number is of one mailbox and day. */
export interface SharesOfMailbox {
  /** All of them together, whatever they are for and whoever asks. */
  most: number;
  /** So many of these are kept for each other purpose, so that none is used up through another. */
  forPurpose: number;
  /** A network gets its second one for a purpose only while so many are left behind it for others. */
  forNetworks: number;
  /** Beside them: what is asked for in networks in which the address was proven on that day. No stranger uses up any of it. */
  known: number;
  /** How many of a coming day's may be taken by letters that wait for it. */
  waiting: number;
}

export const defaultShares: SharesOfMailbox = {
  most: 12,
  forPurpose: 2,
  forNetworks: 4,
  known: 6,
  waiting: 2,
};

/** What decides about one letter: names of counters, all of which begin anew each day, and how far they may go. */
export interface Share {
  /** When the day began on which it is asked for. */
  today: number;
  most: number;
  /** The letters of this purpose that the mailbox has had. */
  own: string;
  /** Those of the other purposes, and how many are kept for each. */
  others: readonly { key: string; kept: number }[];
  /** What this network has asked for of this purpose, and how many have to be left behind a further one. */
  network: { key: string; left: number };
  /** The mark that the address was proven here today, and the letters that such networks have asked for. */
  known: { mark: string; key: string; most: number };
  /** Where a letter counts that goes to nobody, so that it is as much work as any other. */
  over: string;
  /** How many of each of the next days it may wait for. */
  waiting: { most: number; days: number };
}

const purposes: readonly LetterPurpose[] = ["reader", "account", "desk", "confirm"];

// A code would be too old by then. A comment waits for three days.
const DAYS_TO_WAIT = { reader: 0, account: 0, desk: 0, confirm: 3 } as const;

/**
 * The share from which a letter is taken.
 * @param who the hashes of the mailbox and of the network that asks; whether there is a desk to which this mailbox may sign in: for
 *   all others nothing has to be kept for it.
 */
export function shareOf(
  purpose: LetterPurpose,
  { mailbox, network, hasDesk }: { mailbox: string; network: string; hasDesk: boolean },
  shares: SharesOfMailbox,
  now: number,
): Share {
  const keyOf = (name: string) => `mailbox ${mailbox} ${name}`;
  const others = purposes.filter((other) => other !== purpose);
  return {
    today: startOfDay(now),
    most: shares.most,
    own: keyOf(purpose),
    others: others.map((other) => ({
      key: keyOf(other),
      kept: other === "desk" && !hasDesk ? 0 : shares.forPurpose,
    })),
    network: { key: `${keyOf(purpose)} of ${network}`, left: shares.forNetworks },
    known: { mark: knownMark(mailbox, network), key: keyOf("known"), most: shares.known },
    over: keyOf("over"),
    waiting: { most: shares.waiting, days: DAYS_TO_WAIT[purpose] },
  };
}

/** The name of the row that says: the owner of this mailbox was in this network on that day. */
export function knownMark(mailbox: string, network: string): string {
  return `known ${mailbox} ${network}`;
}

export function startOfDay(now: number): number {
  return Math.floor(now / DAY) * DAY;
}
