import type { Counter } from "../../domain/rates.ts";
import type { Reason, Scope } from "../../wire.ts";
import type { RecordedAct } from "./desk.ts";
import type { DeskCall, StrangersLetter } from "./letters.ts";
import type { Settlement } from "./settling.ts";

/** What readers send for a solved challenge, and what keeps it within bounds. */
export interface Posting {
  /** How often each of these has counted in its present stretch. */
  counted(counters: readonly Counter[]): Promise<number[]>;
  /** Counts a try, unless the counter is full; answers whether it was counted. */
  mayTry(counter: Counter): Promise<boolean>;
  /** What a solved challenge was used for. */
  solution(id: string): Promise<UsedSolution | null>;
  post(entry: NewEntry, now: number): Promise<Taken>;
  postSignedIn(entry: SignedInEntry, now: number): Promise<Taken>;
  /** Another letter with a new token for a comment that is still unconfirmed; over a cap nothing happens. */
  postAgain(again: NewProof & { counters: readonly Counter[] }, now: number): Promise<void>;
  report(report: NewReportEntry, now: number): Promise<Taken>;
}

export interface UsedSolution {
  /** What was posted with it. */
  bodyHash: string;
  /** The id of the comment or report that it stands for. */
  subject: string;
}

/** `limited` names the counters that are full; none when what was settled fits no longer, and has to be settled anew. */
export type Taken =
  | { state: "taken" | "repeated" | "used" }
  | { state: "limited"; full: Counter[] };

/** A comment that somebody has written, with what has to be written beside it. */
export interface WrittenComment extends UsedSolution {
  solution: string;
  counters: readonly Counter[];
  /** Refuse nothing; when they are full, the letter waits. */
  queues: readonly Counter[];
  thread: string;
  name: string;
  email: string;
  text: string;
  replyTo: number | null;
  conversation: number | null;
  /** What the post tells beside its words: the invisible field was filled in; how long the form was open, in milliseconds. */
  isHoneypotFilled: boolean;
  openFor: number | null;
  /** Which wording of the letter the reader is asked to agree to; part of the double opt-in record. */
  wording: string;
  subscription: NewSubscription | null;
}

/** What the writer of a comment wants to be told of, and in which wording this was asked. */
interface NewSubscription {
  id: string;
  scope: Scope;
  wording: string;
}

/** A guest's comment: it waits for the proof that the letter carries. */
export interface NewEntry extends WrittenComment, NewProof {}

/** A signed-in reader's comment: it is settled at once. */
export interface SignedInEntry extends WrittenComment {
  settlement: Settlement;
  /** Where a moderator answers at the desk, what the record has of it. */
  record?: RecordedAct;
}

export interface NewProof {
  /** The comment's id. */
  subject: string;
  tokenHash: string;
  /** What carries it; they expire together. */
  letter: StrangersLetter & Required<Pick<StrangersLetter, "validity">>;
}

export interface NewReportEntry extends UsedSolution {
  solution: string;
  counters: readonly Counter[];
  /** Refuse nothing; the fuller they are, the more work the next challenges are. */
  queues: readonly Counter[];
  comment: string;
  /** Who reports and what: the hash of the reporter's network, a space, and the hash of the words. Each network counts once, the same words are kept once. */
  sender: string;
  reason: Reason;
  message: string;
  email: string | null;
  desk: readonly DeskCall[];
  /** With so many reporters the comment is hidden, unless a moderator has decided on it. */
  hideAt: number;
  /** How many comments reports alone may hide within an hour; further ones stay, and the desk is told so. */
  hidesPerHour: number;
}
