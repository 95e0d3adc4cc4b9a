import type { Clock } from "../domain/ids.ts";
import type { Log } from "../domain/log.ts";
import { repeat } from "./repeat.ts";
import type { DatabaseFile } from "../store/sql/database.ts";
import { StoreUnavailable } from "../store/port/store-unavailable.ts";

// So many looks in a row have to find the same before it is for good.
const LOOKS = 5;

/**
 * Looks at the database again and again. When it is gone for good, what is still open of it is brought to safety, and `lost` is fulfilled:
 * the process cannot do anything more but end, and be started anew.
 * @param pause between two looks, in milliseconds.
 */
export function watchDatabase(options: {
  file: DatabaseFile;
  clock: Clock;
  log: Log;
  pause: number;
}): { lost: Promise<void>; stop: () => Promise<void> } {
  const { file, clock, log, pause } = options;
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  let bad = 0;

  async function look(): Promise<void> {
    const trouble = await file.look();
    if (trouble === null) {
      if (bad > 0) log("the database is back: what is sent is taken again", { level: "info" });
      bad = 0;
      return;
    }
    bad += 1;
    if (bad === 1) log("nothing that is sent is taken", { level: "error", reason: trouble });
    if (bad !== LOOKS) return;
    const saved = await file.rescue(clock());
    log("the database is gone for good: the service ends", {
      level: "error",
      reason: trouble,
      saved,
    });
    resolve();
  }

  const stop = repeat("watching the database", log, async () => {
    await look().catch((error: unknown) => {
      // It is there and does not answer now, as when another process has it locked.
      if (!(error instanceof StoreUnavailable)) throw error;
    });
    return pause;
  });
  return { lost, stop };
}
