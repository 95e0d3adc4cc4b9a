import type { Clock } from "../domain/ids.ts";
import { languages } from "../domain/languages.ts";
import type { Log } from "../domain/log.ts";
import { isThreadId, threadAt } from "../domain/thread-list.ts";
import type { Site } from "../domain/thread-list.ts";
import { SECOND } from "../domain/times.ts";
import type { Store } from "../store/port/store.ts";
import type { ThreadState } from "../store/port/threads.ts";
import { readList } from "./read-list.ts";

/** How often a thread that nobody knows makes us read the list again. */
const UNKNOWN_THREAD_PAUSE = 10 * SECOND;

/** What the service knows of the magazine, from the list of threads that its build prints. */
export interface Magazine {
  site(): Promise<Site | null>;
  /** What stands on the service's own pages; when the store cannot say, what was known last. Never fails. */
  lastKnownSite(): Promise<Site>;
  /** A thread as it counts now; or what is missing: the thread, or the whole list because it could never be read. */
  thread(id: string): Promise<ThreadNow | { missing: "thread" | "list" }>;
  /** Reads the list again. When it cannot be read or is invalid, what was known stays. */
  refresh(): Promise<void>;
}

/** A thread, and since when it is closed where that is known. */
export type ThreadNow = ReturnType<typeof threadAt<ThreadState>>;

/** @param log gets one event when reading the list begins to fail, and one when it works again. */
export function createMagazine(options: {
  store: Store;
  siteUrl: string;
  clock: Clock;
  log: Log;
}): Magazine {
  const { store, siteUrl, clock, log } = options;
  const address = new URL("threads.json", siteUrl).href;
  let running: Promise<void> | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  let lastTrouble = "";
  let lastKnown: Site = {
    title: new URL(siteUrl).host,
    url: siteUrl,
    language: languages[0],
    timeZone: "UTC",
  };

  async function readAndTell(): Promise<void> {
    readAt = clock();
    const trouble = await readList(options).catch((error: unknown) => reasonOf(error));
    if (trouble === lastTrouble) return;
    lastTrouble = trouble;
    if (trouble === "") log("the magazine's list is read again", { level: "info", address });
    else log("the magazine's list cannot be read", { address, reason: trouble });
  }

  const refresh = (): Promise<void> =>
    (running ??= readAndTell().finally(() => {
      running = null;
    }));

  async function site(): Promise<Site | null> {
    const known = await store.site();
    if (known !== null) lastKnown = known;
    return known;
  }

  async function find(id: string): Promise<ThreadNow | null> {
    const known = isThreadId(id) ? await store.thread(id) : null;
    return known && threadAt(known, clock());
  }

  return {
    refresh,
    site,
    async lastKnownSite() {
      await site().catch(() => null);
      return lastKnown;
    },
    async thread(id) {
      const known = await find(id);
      if (known !== null) return known;
      // The distance, not the difference: a clock that was set back must not keep us waiting.
      if (running !== null || Math.abs(clock() - readAt) >= UNKNOWN_THREAD_PAUSE) await refresh();
      const found = await find(id);
      if (found !== null) return found;
      return { missing: (await store.site()) === null ? "list" : "thread" };
    },
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return error.message;
}
