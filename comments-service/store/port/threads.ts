import type { ListedThread, Site } from "../../domain/thread-list.ts";

/** The magazine and its threads, as its list names them. */
export interface Threads {
  /** The magazine as last read, with the list's ETag; null before the first list. */
  site(): Promise<(Site & { etag: string | null }) | null>;
  threads(): Promise<ListedThread[]>;
  /** Writes new and changed threads first and the site last, so that an interrupted write is read again. */
  saveThreadList(
    list: { site: Site; etag: string | null; changes: readonly ListedThread[] },
    now: number,
  ): Promise<void>;

  thread(id: string): Promise<ThreadState | null>;
}

/** A thread as it stands in the store; what the clock makes of it says `threadAt`. The version rises with every write that shows. */
export interface ThreadState extends ListedThread {
  version: number;
}
