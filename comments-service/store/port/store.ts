import type { Accounts } from "./accounts.ts";
import type { Notices } from "./notices.ts";
import type { Desk, Settlement } from "./desk.ts";
import type { DeskCall, DeskMail } from "./desk-mail.ts";
import type { CommentState } from "../../domain/comment.ts";
import type { Counter } from "../../domain/rates.ts";
import type { Share } from "../../domain/shares.ts";
import type { CleaningTimes } from "../../domain/retention.ts";
import type { ListedThread, Site } from "../../domain/thread-list.ts";
import type { Comment, Reason, Scope } from "../../wire.ts";
import type { Importing } from "./importing.ts";
import type { Paging } from "./paging.ts";

/**
 * What the service keeps, in its own words. Every act is one atomic list of statements: all of it stands or none, and nothing is
 * read between the writes, so that a database without interactive transactions (Cloudflare D1) can be the store too.
 * Times are milliseconds since 1970. A database that cannot answer now throws `StoreUnavailable`.
 */
export interface Store extends Accounts, Desk, DeskMail, Notices, Importing, Paging {
  /** Whether a write stands: writes something and takes it back in the same act. @throws StoreUnavailable when it does not. */
  tryWriting(now: number): Promise<void>;
  /** The same without writing: only that it could begin. */
  tryBeginning(): Promise<void>;

  /** The kept key of this name; the first one that was ever offered wins. */
  key(name: string, offered: string, now: number): Promise<string>;

  /** The magazine as last read, with the list's ETag; null before the first list. */
  site(): Promise<(Site & { etag: string | null }) | null>;
  threads(): Promise<ListedThread[]>;
  /** Writes new and changed threads first and the site last, so that an interrupted write is read again. */
  saveThreadList(
    list: { site: Site; etag: string | null; changes: readonly ListedThread[] },
    now: number,
  ): Promise<void>;

  thread(id: string): Promise<ThreadState | null>;
  /** Whole conversations, each with all its replies: what an export takes. Readers get pages that are bounded (see paging.ts). */
  page(thread: string, page: PageRequest): Promise<ThreadPage>;
  /** The number of the first comment of the conversation that this number stands in, whether or not its words show; null when it stands nowhere. */
  conversation(thread: string, number: number): Promise<number | null>;
  /** The comments of a thread, or of all, that were published last, the newest first. */
  latest(thread: string | null, most: number): Promise<LatestComment[]>;
  /** How many comments of each known thread are published. */
  counts(threads: readonly string[]): Promise<{ thread: string; count: number }[]>;
  /** The comment with this number, when it is published: the conversation that it stands in, and how many replies that has. */
  answered(
    thread: string,
    number: number,
  ): Promise<{ conversation: number; replies: number } | null>;
  comment(id: string): Promise<KeptComment | null>;
  /** The comment as everyone may see it; null while it has no number. */
  shown(id: string): Promise<Comment | null>;

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

  /** The proof with this token's hash. Looking changes nothing. */
  proof(tokenHash: string): Promise<KeptProof | null>;
  /**
   * Uses the proof and settles its comment. When the proof cannot be used (any more), a counter is full, or the settlement fits no longer,
   * nothing happens.
   * @returns whether the proof is used, now or before.
   */
  confirm(
    proof: {
      tokenHash: string;
      comment: string;
      settlement: Settlement;
      counters?: readonly Counter[];
    },
    now: number,
  ): Promise<boolean>;
  /** Its writer erases it: whatever it was → `erased`; name, address and text are gone, and so are the letters about it. */
  erase(comment: string): Promise<boolean>;

  /** Takes due letters for `until`, so that no other process sends them meanwhile. */
  claimLetters(most: number, now: number, until: number): Promise<WaitingLetter[]>;
  letterSent(id: string, now: number): Promise<void>;
  /** The letter is tried again at `due`, or given up when that is null. */
  letterFailed(id: string, due: number | null, now: number): Promise<void>;
  /** The newest letters that go to somebody, for the local outbox page. */
  letters(most: number): Promise<WaitingLetter[]>;

  /** Deletes rows that have had their time, at most `most` of each kind. @returns whether there are more. */
  clean(before: CleaningTimes, most: number): Promise<boolean>;
  close(): Promise<void>;
}

/** A thread as it stands. The version rises with every write that shows. */
export interface ThreadState extends ListedThread {
  version: number;
}

export interface PageRequest {
  order: "newest" | "oldest";
  /** How many conversations. */
  limit: number;
  /** The page begins with the first conversation behind this number; usually it is the last one of the page before. */
  before: number | null;
}

/** A published comment, and under which article it stands. */
export interface LatestComment extends Comment {
  article: Pick<ListedThread, "url" | "title">;
}

export interface ThreadPage {
  count: number;
  comments: Comment[];
  next: number | null;
}

export interface KeptComment {
  id: string;
  thread: string;
  state: CommentState;
  number: number | null;
  name: string;
  email: string;
  text: string;
  replyTo: number | null;
  askedAt: number;
}

export interface UsedSolution {
  /** What was posted with it. */
  bodyHash: string;
  /** The id of the comment or report that it stands for. */
  subject: string;
}

/** `limited` names the counters that are full; none when what was settled fits no longer, and has to be settled anew. */
export type Taken =
  | { state: "taken" }
  | { state: "repeated" }
  | { state: "used" }
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
  openFor: number;
  /** Which wording of the letter the reader is asked to agree to; part of the double opt-in record. */
  wording: string;
  subscription: NewSubscription | null;
}

/** What the writer of a comment wants to be told of, and in which wording this was asked. */
export interface NewSubscription {
  id: string;
  scope: Scope;
  wording: string;
}

/** A guest's comment: it waits for the proof that the letter carries. */
export interface NewEntry extends WrittenComment, NewProof {}

/** A signed-in reader's comment: it is settled at once. */
export interface SignedInEntry extends WrittenComment {
  settlement: Settlement;
}

export interface NewProof {
  /** The comment's id. */
  subject: string;
  tokenHash: string;
  /** What carries it; they expire together. */
  letter: StrangersLetter & Required<Pick<StrangersLetter, "works">>;
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

/** A letter that anybody can have us write to any address. */
export interface StrangersLetter extends NewLetter {
  recipient: string;
  /** Decides whether it goes out, and when. */
  share: Share;
  /** For how long from its turn on that holds which is written in it, in milliseconds, and until when at most. */
  works?: { for: number; until: number };
}

/** The end of a letter that goes to nobody: it was written like any other, and is emptied without being sent. */
export const NOBODY = 0;

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

export interface KeptProof {
  comment: string;
  expires: number;
  used: boolean;
  state: CommentState;
  number: number | null;
  thread: ListedThread;
}

export interface WaitingLetter extends Omit<NewLetter, "recipient"> {
  /** The comment that the letter is about. */
  subject: string;
  created: number;
  attempts: number;
  /** Until when that holds which is written in it, where this was known with its turn only; `NOBODY` when it goes to nobody. */
  expires: number | null;
}
