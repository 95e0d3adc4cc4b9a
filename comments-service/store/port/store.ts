import type { CleaningTimes } from "../../domain/retention.ts";
import type { Accounts } from "./accounts.ts";
import type { DeskMail } from "./desk-mail.ts";
import type { Desk } from "./desk.ts";
import type { Importing } from "./importing.ts";
import type { Letters } from "./letters.ts";
import type { Notes } from "./notes.ts";
import type { Notices } from "./notices.ts";
import type { Numbers } from "./numbers.ts";
import type { Paging } from "./paging.ts";
import type { Posting } from "./posting.ts";
import type { Proving, Settling } from "./settling.ts";
import type { Queues } from "./queues.ts";
import type { Reading } from "./reading.ts";
import type { RecordPages } from "./record.ts";
import type { TextBlocks } from "./text-blocks.ts";
import type { Threads } from "./threads.ts";

/**
 * What the service keeps, in its own words. Every act is one atomic list of statements: all of it stands or none, and nothing is
 * read between the writes, so that a database without interactive transactions (Cloudflare D1) can be the store too.
 * Times are milliseconds since 1970. A database that cannot answer now throws `StoreUnavailable`.
 */
export interface Store
  extends
    Threads,
    Reading,
    Paging,
    Posting,
    Proving,
    Accounts,
    Settling,
    Desk,
    Queues,
    DeskMail,
    Notes,
    Notices,
    Numbers,
    RecordPages,
    TextBlocks,
    Letters {
  /** Whether a write stands: writes something and takes it back in the same act. @throws StoreUnavailable when it does not. */
  tryWriting(now: number): Promise<void>;
  /** The same without writing: only that it could begin. */
  tryBeginning(): Promise<void>;

  /** The kept key of this name; the first one that was ever offered wins. @param offer makes one where none is kept. */
  key(name: string, offer: () => string, now: number): Promise<string>;

  /** Deletes rows that have had their time, at most `most` of each kind. @returns whether there are more. */
  clean(before: CleaningTimes, most: number): Promise<boolean>;
  close(): Promise<void>;
}

/** A store that takes comments from elsewhere, too: the shell does that, no reader can. */
export interface OpenStore extends Store, Importing {}
