import type { KeptOwnComment } from "../../domain/own-comment.ts";
import type { Counter } from "../../domain/rates.ts";
import type { Purpose } from "../../domain/session.ts";
import type { Scope } from "../../wire.ts";
import type { StrangersLetter } from "./letters.ts";
import type { Settlement } from "./settling.ts";

/** Which of one's own comments: a single one; or so many that stand in a thread, or that follow another one in the list of all. */
export type OwnAsked =
  | { comment: string }
  | { thread: string; most: number }
  | { after: { asked: number; id: string } | null; most: number };

/** What readers who write ask of the store: sessions, their own comments, and what they want to be told. */
export interface Accounts {
  /**
   * Writes an attempt to sign in and the letter with its code. Where the address has had its share, or is not allowed, the same rows are
   * written, the code opens nothing, and the letter goes to nobody.
   * @returns which of the sender's counters were full; then nothing was written.
   */
  beginSignIn(attempt: NewAttempt, now: number): Promise<Asked>;
  /** Counts a try; when it is right, opens the session. @returns the address that it proves, or null. */
  finishSignIn(tried: TriedCode, now: number): Promise<string | null>;
  /** Writes a session and the letter that carries its token; the same holds for them. */
  mailSession(session: NewSession & LetterAsked, now: number): Promise<Asked>;
  /** The address that a session proves; null when there is none, or it has ended. */
  session(tokenHash: string, now: number): Promise<string | null>;
  endSession(tokenHash: string): Promise<void>;

  /**
   * The comments of this address but the erased ones, the newest first: all, or those asked for. In upper or lower case it is the same
   * address.
   */
  own(email: string, asked?: OwnAsked): Promise<KeptOwnComment[]>;
  /** The name of the last one that was confirmed; empty when none was. What a stranger has written under the address is not. */
  ownName(email: string): Promise<string>;
  /** Changes the words of one's own comment while nobody has answered it. @returns whether they were changed. */
  edit(edit: NewText, now: number): Promise<boolean>;
  /**
   * Forgets an address: sessions, wishes and waiting letters go, and its comments; `keep` leaves the words of those that were published,
   * without name and address.
   */
  forget(who: {
    email: string;
    recipients: readonly string[];
    texts: "erase" | "keep";
  }): Promise<void>;

  /** What the writer of an unconfirmed comment wants to be told of. */
  wish(comment: string): Promise<Scope | null>;
  subscription(id: string): Promise<KeptSubscription | null>;
  /** What an address wants to be told of, and has not ended. */
  subscriptions(email: string): Promise<KeptSubscription[]>;
  /** Who is to be told of a new comment: one confirmed wish of each address, but not the writer's own. */
  subscribers(comment: {
    thread: string;
    email: string;
    replyTo: number | null;
  }): Promise<KeptSubscription[]>;
  /** Ends all wishes of this one's address about its thread. */
  unsubscribe(subscription: { thread: string; email: string }, now: number): Promise<void>;
}

/** A letter that lets somebody in. */
export interface LetterAsked {
  /** The sender's: refused when these are full. */
  counters: readonly Counter[];
  /** Everybody's: when one of these is full, letters go only to who is known where they are asked for. */
  queues: readonly Counter[];
  letter: StrangersLetter;
}

/** `limited` names the counters that are full. */
export type Asked = { state: "taken" } | { state: "limited"; full: Counter[] };

export interface NewAttempt extends LetterAsked, Omit<NewSession, "tokenHash"> {
  idHash: string;
  codeHash: string;
  /** Whether this address may sign in at all. */
  isAllowed: boolean;
}

interface TriedCode {
  idHash: string;
  /** The code's hash under each secret that it may have been made with. */
  codeHashes: readonly string[];
  /** The session to open. */
  tokenHash: string;
  expires: number;
}

interface NewSession {
  tokenHash: string;
  purpose: Purpose;
  email: string;
  expires: number;
}

export interface KeptSubscription {
  id: string;
  thread: string;
  title: string;
  url: string;
  email: string;
  scope: Scope;
  askedAt: number;
  confirmedAt: number | null;
  endedAt: number | null;
}

/** New words for a comment. `since`: it must have appeared, or been taken, after this time. */
interface NewText {
  comment: string;
  email: string;
  text: string;
  since: number;
  /** What the checks say of the new words; null for a held comment, which stays held. */
  settlement: Settlement | null;
}
