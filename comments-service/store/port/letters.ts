import type { Counter } from "../../domain/rates.ts";
import type { Share } from "../../domain/shares.ts";

/** The outbox: letters that wait to be sent. */
export interface Letters {
  /** Takes due letters for `until`, so that no other process sends them meanwhile. */
  claimLetters(most: number, now: number, until: number): Promise<WaitingLetter[]>;
  letterSent(id: string, now: number): Promise<void>;
  /** The letter is tried again at `due`, or given up when that is null. */
  letterFailed(id: string, due: number | null, now: number): Promise<void>;
  /** The newest letters that go to somebody, for the local outbox page. */
  letters(most: number): Promise<WaitingLetter[]>;
}

export interface NewLetter {
  id: string;
  sealed: string;
  /** A hash that stands for a reader's mailbox, so that its letters are found when it wants to be forgotten. */
  recipient?: string | null;
}

/** A letter to a reader who has asked for it. It is due at once, or later when the mailbox has had its share. */
export interface MailboxLetter extends NewLetter {
  mailbox: Counter;
  recipient: string;
  /** Whether it goes out only while the comment that it is about is published. */
  isNotification?: boolean;
}

/** A letter that is due at once, or shares its mailbox with others. */
export type AnyLetter = NewLetter | MailboxLetter;

/** A letter that anybody can have us write to any address. */
export interface StrangersLetter extends NewLetter {
  recipient: string;
  /** Decides whether it goes out, and when. */
  share: Share;
  /** For how long from its turn on that holds which is written in it, in milliseconds, and until when at most. */
  validity?: { for: number; until: number };
}

/** Asks for a letter to one moderator; there is only ever one that waits. */
export interface DeskCall extends NewLetter {
  /** Stands for the moderator's mailbox. */
  subject: string;
  /** At most so many in each stretch of time, and so long between two of them. */
  most: number;
  per: number;
  pause: number;
}

/** The end of a letter that goes to nobody: it was written like any other, and is emptied without being sent. */
export const NOBODY = 0;

export interface WaitingLetter extends Omit<NewLetter, "recipient"> {
  /** The comment that the letter is about. */
  subject: string;
  created: number;
  attempts: number;
  /** Until when that holds which is written in it, where this was known with its turn only; `NOBODY` when it goes to nobody. */
  expires: number | null;
}
