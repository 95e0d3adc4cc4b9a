import type { CommentState } from "../domain/comment.ts";
import type { Counter } from "../domain/rates.ts";
import type { CleaningTimes } from "../domain/retention.ts";
import type { ListedThread, Site } from "../domain/thread-list.ts";
import type { Comment, Reason } from "../wire.ts";

/**
 * What the service keeps, in its own words. Every act is one atomic list of statements: all of it stands or none, and nothing is
 * read between the writes, so that a database without interactive transactions (Cloudflare D1) can be the store too.
 * Times are milliseconds since 1970. A database that cannot answer now throws `StoreUnavailable`.
 */
export interface Store {
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
  page(thread: string, page: PageRequest): Promise<ThreadPage>;
  /** How many comments of each known thread are published. */
  counts(threads: readonly string[]): Promise<{ thread: string; count: number }[]>;
  /** The comment with this number, when it is published. */
  answered(thread: string, number: number): Promise<{ conversation: number } | null>;
  comment(id: string): Promise<KeptComment | null>;

  /** What a solved challenge was used for. */
  solution(id: string): Promise<UsedSolution | null>;
  post(entry: NewEntry, now: number): Promise<Taken>;
  /** Another letter with a new token for a comment that is still unconfirmed; over a cap nothing happens. */
  postAgain(
    again: NewProof & { counters: readonly Counter[]; letter: MailboxLetter },
    now: number,
  ): Promise<void>;
  report(report: NewReportEntry, now: number): Promise<Taken>;

  /** The proof with this token's hash. Looking changes nothing. */
  proof(tokenHash: string): Promise<KeptProof | null>;
  /** Uses the proof, publishes its comment and gives it its number. When the proof cannot be used (any more), nothing happens. */
  confirm(proof: { tokenHash: string; comment: string }, now: number): Promise<void>;
  /** `published` → `hidden`. Each of these acts answers whether the comment was in a state that it changes. */
  hide(comment: string): Promise<boolean>;
  /** `hidden` → `published`, with the number that it had. */
  publish(comment: string): Promise<boolean>;
  /** Whatever it was → `erased`: name, address and text are gone, and so are the letters about it. */
  erase(comment: string): Promise<boolean>;

  /** Takes due letters for `until`, so that no other process sends them meanwhile. */
  claimLetters(most: number, now: number, until: number): Promise<WaitingLetter[]>;
  letterSent(id: string, now: number): Promise<void>;
  /** The letter is tried again at `due`, or given up when that is null. */
  letterFailed(id: string, due: number | null, now: number): Promise<void>;
  /** The newest letters, for the local outbox page. */
  letters(most: number): Promise<WaitingLetter[]>;

  /** Deletes rows that have had their time, at most `most` of each kind. */
  clean(before: CleaningTimes, most: number): Promise<void>;
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
  /** The number of the last conversation of the page before. */
  before: number | null;
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
}

export interface UsedSolution {
  /** What was posted with it. */
  bodyHash: string;
  /** The id of the comment or report that it stands for. */
  subject: string;
}

/** `limited` names the counters that are full. */
export type Taken =
  | { state: "taken" }
  | { state: "repeated" }
  | { state: "used" }
  | { state: "limited"; full: Counter[] };

/** A comment that a guest has written, with all that has to be written beside it. */
export interface NewEntry extends UsedSolution, NewProof {
  solution: string;
  counters: readonly Counter[];
  thread: string;
  name: string;
  email: string;
  text: string;
  replyTo: number | null;
  conversation: number | null;
  /** Which wording of the letter the reader is asked to agree to; part of the double opt-in record. */
  wording: string;
  letter: MailboxLetter;
}

export interface NewProof {
  /** The comment's id. */
  subject: string;
  tokenHash: string;
  expires: number;
}

export interface NewLetter {
  id: string;
  sealed: string;
}

/** A letter to a reader. It is due at once, or later when the mailbox has had its share. */
export interface MailboxLetter extends NewLetter {
  mailbox: Counter;
}

export interface NewReportEntry extends UsedSolution {
  solution: string;
  counters: readonly Counter[];
  comment: string;
  /** Hashes that stand for who reports; one report of each sender and of each mailbox counts. */
  sender: string;
  mailbox: string | null;
  reason: Reason;
  message: string;
  email: string | null;
  letters: readonly NewLetter[];
}

export interface KeptProof {
  comment: string;
  expires: number;
  used: boolean;
  state: CommentState;
  number: number | null;
  thread: ListedThread;
}

export interface WaitingLetter extends NewLetter {
  /** The comment that the letter is about. */
  subject: string;
  created: number;
  attempts: number;
}
