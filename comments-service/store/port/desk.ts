import type { CommentAct } from "../../domain/moderation.ts";
import type { ListedThread } from "../../domain/thread-list.ts";
import type { AnyLetter } from "./letters.ts";

/** What moderators do, each act with its entry in the record. */
export interface Desk {
  /** Does an act when the comment is in a state for it, and records it. Answers whether it was done. */
  moderate(act: Moderation, now: number): Promise<boolean>;
  /** Recommends a published comment, or does so no longer; answers whether that changed anything. */
  recommend(recommendation: Recommendation, now: number): Promise<boolean>;
  /** Closes, opens, holds or frees a thread, or all; answers whether that changed anything. */
  switchThread(change: ThreadSwitch, now: number): Promise<boolean>;
  /** Puts an address or a domain on the block list, or takes it off; answers whether that changed anything. */
  block(block: NewBlock, now: number): Promise<boolean>;
  /** Takes back what a batch did, to one subject if one is named, where nothing else has happened to it since. Answers how much was taken back. */
  undo(
    undo: { batch: string; subject?: string | undefined; by: string; newBatch: string },
    now: number,
  ): Promise<number>;

  /** The newest entries of the record; all, those about one subject, or those of one batch. */
  record(of: { subject?: string; batch?: string }, most: number): Promise<RecordEntry[]>;
  blocks(): Promise<Block[]>;
  /** The switches that are set, and the threads that were written in last, of those with these words in their title. */
  switches(words: string): Promise<Switches>;

  /** A mailed link that acts; `isDecided` when a moderator has decided on the comment since it was written. */
  actLink(tokenHash: string): Promise<(NewActLink & { isDecided: boolean }) | null>;
}

/** An act that a moderator may do by a mailed link. Only the token's hash is kept. */
export interface NewActLink {
  tokenHash: string;
  act: CommentAct;
  comment: string;
  moderator: string;
  expires: number;
}

/** What every act says of itself in the record. `id` is the entry's own; acts done at once share a batch. */
export interface RecordedAct {
  id: string;
  batch: string;
  by: string;
  why: string;
}

export interface Moderation extends RecordedAct {
  act: CommentAct;
  comment: string;
  letters: readonly AnyLetter[];
  /** Only to the words that were edited last at this time (zero: never); to whatever stands there when it is left out. */
  lastEditRead?: number;
  /** Only while no other moderator has decided on it since this time; whatever was decided when it is left out. */
  readAt?: number;
  /** The hash of the mailed link that acts: only while nobody has decided since it was written. */
  link?: string;
}

export interface Recommendation extends RecordedAct {
  act: "recommend" | "unrecommend";
  comment: string;
  /** Only the words that were edited last at this time are recommended (zero: never). */
  lastEditRead: number;
}

/** A switch of one thread, or of all when `thread` is null (which can only be closed and opened). */
export interface ThreadSwitch extends RecordedAct {
  act: "close" | "open" | "hold" | "free";
  thread: string | null;
}

export interface NewBlock extends RecordedAct {
  act: "block" | "unblock";
  /** An address without what follows a plus, or a domain. */
  value: string;
}

export interface Block {
  value: string;
  created: number;
  by: string;
  why: string;
}

export interface RecordEntry extends Omit<RecordedAct, "by"> {
  at: number;
  who: string;
  act: string;
  /** A comment's or notice's id, `thread ID`, `all threads`, or `block ID`: never an address or a reader's word. */
  subject: string;
  was: string;
  became: string;
  isUndone: boolean;
}

export interface Switches {
  allClosed: boolean;
  threads: (ListedThread & { isClosed: boolean; isHeld: boolean; count: number })[];
}
