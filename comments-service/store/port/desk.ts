import type { CommentState } from "../../domain/comment.ts";
import type { CommentAct } from "../../domain/moderation.ts";
import type { ListedThread } from "../../domain/thread-list.ts";
import type { DeskCall } from "./desk-mail.ts";
import type { MailboxLetter, NewLetter } from "./store.ts";

/** What the editorial office asks of the store: the checks' facts, the moderators' acts with their record, and the queues. */
export interface Desk {
  /** What is known of a comment and its writer before it is settled. */
  known(of: Sender, now: number): Promise<Known>;

  /** Does an act when the comment is in a state for it, and records it. Answers whether it was done. */
  moderate(act: Moderation, now: number): Promise<boolean>;
  /** Closes, opens, holds or frees a thread, or all; answers whether that changed anything. */
  turn(turn: Turn, now: number): Promise<boolean>;
  /** Puts an address or a domain on the block list, or takes it off; answers whether that changed anything. */
  block(block: NewBlock, now: number): Promise<boolean>;
  /** Takes back what a batch did, where nothing else has happened to it since. Answers how much was taken back. */
  undo(undo: { batch: string; by: string; newBatch: string }, now: number): Promise<number>;

  /** The newest entries of the record; all, those about one subject, or those of one batch. */
  record(of: { subject?: string; batch?: string }, most: number): Promise<RecordEntry[]>;
  blocks(): Promise<Block[]>;
  /** The switches that are set, and the threads that were written in last, of those with these words in their title. */
  switches(words: string): Promise<Switches>;
  /** What waits: held, reported, notices. */
  waiting(): Promise<Waiting>;
  deskComments(asked: QueueRequest): Promise<DeskComment[]>;
  /** The reports about a comment, the newest first. */
  reports(comment: string): Promise<KeptReport[]>;

  /** A mailed link that acts; `isDecided` when a moderator has decided on the comment since it was written. */
  actLink(tokenHash: string): Promise<(NewActLink & { isDecided: boolean }) | null>;
}

export interface Sender {
  comment: string;
  thread: string;
  email: string;
  text: string;
  /** The mailbox and the domains of which any may stand on the block list. */
  blockable: readonly string[];
}

export interface Known {
  isBlocked: boolean;
  published: number;
  lately: number;
  sameText: number;
  threadHeld: boolean;
  isHoneypotFilled: boolean;
  openFor: number | null;
}

/** A letter that is due at once, or shares its mailbox with others. */
export type AnyLetter = NewLetter | MailboxLetter;

/** What becomes of a confirmed or signed-in comment. */
export interface Settlement {
  /** Its own id, so that what it brings about is written once. */
  id: string;
  state: Extract<CommentState, "published" | "held">;
  /** The names of the checks that hold it; empty when it is published. */
  heldFor: readonly string[];
  badge: "author" | "editor" | null;
  /** It holds only while this address has sent no more lately, and no more have the same words, than this; null: in any case. */
  room?: { email: string; text: string; lately: number | null; sameText: number | null } | null;
  /** Written only when the settlement comes about. */
  letters: readonly AnyLetter[];
  /** Calls the moderators when it is held. */
  desk: readonly DeskCall[];
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
export interface Signed {
  id: string;
  batch: string;
  by: string;
  why: string;
}

export interface Moderation extends Signed {
  act: CommentAct;
  comment: string;
  letters: readonly AnyLetter[];
  /** Only to the words that were edited last at this time (zero: never); to whatever stands there when it is left out. */
  seen?: number;
}

/** A switch of one thread, or of all when `thread` is null (which can only be closed and opened). */
export interface Turn extends Signed {
  act: "close" | "open" | "hold" | "free";
  thread: string | null;
}

export interface NewBlock extends Signed {
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

export interface RecordEntry {
  id: string;
  batch: string;
  at: number;
  who: string;
  act: string;
  /** A comment's or notice's id, `thread ID`, `all threads`, or `block ID`: never an address or a reader's word. */
  subject: string;
  was: string;
  became: string;
  why: string;
  isUndone: boolean;
}

export interface Switches {
  allClosed: boolean;
  threads: (ListedThread & { isClosed: boolean; isHeld: boolean; count: number })[];
}

export interface Waiting {
  held: number;
  reported: number;
  notices: number;
}

export const queues = ["held", "reported", "published", "rejected"] as const;
export type Queue = (typeof queues)[number];

/** Which comments: of a queue, of a search, of one address, or one by its id. */
export interface QueueRequest {
  what:
    | { queue: Queue }
    | { words: string }
    | { email: string }
    | { id: string }
    | { thread: string };
  /** Where the page before ended. */
  after: { asked: number; id: string } | null;
  most: number;
}

/** A comment as the moderators see it. */
export interface DeskComment {
  id: string;
  thread: ListedThread;
  state: CommentState;
  number: number | null;
  replyTo: number | null;
  name: string;
  email: string;
  text: string;
  asked: number;
  edited: number | null;
  heldFor: readonly string[];
  badge: "author" | "editor" | null;
  /** How many reports wait for a decision. */
  reports: number;
  /** Whether somebody has given notice of illegal content that waits for a decision. */
  notices: number;
  /** These reports were enough to hide it, but reports had hidden others just before. */
  wasLeft: boolean;
}

export interface KeptReport {
  comment: string;
  reason: string;
  message: string;
  email: string | null;
  created: number;
}
