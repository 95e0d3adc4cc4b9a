import { Worker } from "node:worker_threads";
import { packer } from "./act-packing.ts";
import type { Answered, Asked } from "./act-packing.ts";
import { commitGroup, lookAndSave } from "./commit-group.ts";
import type { ActStatements, Outcome } from "../group-commit.ts";
import type { Connection } from "./connection.ts";
import type { FileTrouble } from "./files.ts";
import { StoreUnavailable } from "../port/store-unavailable.ts";

/** What writes to a database file. */
export interface Writer {
  commit(acts: readonly ActStatements[]): Promise<readonly Outcome[]>;
  emptyLog(): Promise<boolean>;
  /** What is wrong with the files, or null. @throws StoreUnavailable when nobody can say. */
  look(): Promise<FileTrouble | null>;
  close(): Promise<void>;
}

/** Writes in the thread that calls: for one who does one thing after the other anyway. */
export function writerHere(connection: Connection): Writer {
  return {
    commit: async (acts) => commitGroup(connection, acts),
    // It must not wait here: the cleaning comes again.
    emptyLog: async () => connection.emptyLog(0),
    look: async () => lookAndSave(connection),
    close: async () => {},
  };
}

/**
 * Writes in a thread of its own, so that nobody who reads waits for a sync to the disk or for another process's lock. When that thread
 * dies the process dies with it, and starts anew with all that was acknowledged.
 * @param meanwhile commits until the thread runs, so that a start does not wait for it.
 */
export function writerBeside(path: string, meanwhile: Writer): Writer {
  const thread = new Worker(new URL("writer-thread.ts", import.meta.url), {
    workerData: path,
  });
  const asking: ((answered: Answered) => void)[] = [];
  let isUp = false;
  thread.once("online", () => (isUp = true));
  thread.on("message", (answered: Answered) => asking.shift()?.(answered));

  let closing: Promise<void> | undefined;

  const ask = (asked: Asked): Promise<Answered> =>
    new Promise((resolve, reject) => {
      if (closing !== undefined) {
        reject(new StoreUnavailable("the store is closed"));
        return;
      }
      asking.push(resolve);
      thread.postMessage(asked);
    });

  const pack = packer();
  return {
    commit: async (acts) =>
      isUp || closing !== undefined
        ? ((await ask(pack(acts))) as readonly Outcome[])
        : meanwhile.commit(acts),
    // Nothing is wrong with an erasure that stands when the end has begun.
    emptyLog: async () => closing === undefined && ((await ask("empty the log")) as boolean),
    async look() {
      const found = (await ask("look")) as FileTrouble | { unavailable: string } | null;
      if (found !== null && "unavailable" in found) throw new StoreUnavailable(found.unavailable);
      return found;
    },
    close: () =>
      (closing ??= ask("close")
        .then(() => thread.terminate())
        .then(() => {})),
  };
}
