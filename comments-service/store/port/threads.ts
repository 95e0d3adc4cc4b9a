import type { ListedThread, Site, Years } from "../../domain/thread-list.ts";

/** The magazine and its threads, as its list names them. */
export interface Threads {
  /** The magazine as last read; null before the first list. */
  site(): Promise<(Site & Reading) | null>;
  /** All threads, or those that the file of a year names; those that none names, of the year "". */
  threads(year?: string): Promise<ListedThread[]>;
  /** Writes new and changed threads first and the site last, so that an interrupted write is read again. */
  saveThreadList(
    list: { site: Site; changes: readonly ListedThread[] } & Reading,
    now: number,
  ): Promise<void>;

  thread(id: string): Promise<ThreadState | null>;
}

/** How far the magazine's list was read. */
interface Reading {
  /** The list's, where all of it was read. */
  etag: string | null;
  /** The years that were read; null where the magazine lists all threads in one. */
  years: Years | null;
}

/** A thread as it stands in the store; what the clock makes of it says `threadAt`. The version rises with every write that shows. */
export interface ThreadState extends ListedThread {
  version: number;
}
