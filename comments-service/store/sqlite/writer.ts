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
 * @param meanwhile works until the thread runs.
 * @param from when the thread may be started.
 */
export function writerBeside(path: string, meanwhile: Writer, from: Promise<void>): Writer {
  const asking: ((answered: Answered) => void)[] = [];
  let thread: Worker | undefined;
  let isUp = false;
  let closing: Promise<void> | undefined;

  void from.then(() => {
    if (closing !== undefined) return;
    thread = new Worker(new URL("writer-thread.ts", import.meta.url), { workerData: path });
    thread.once("online", () => (isUp = true));
    thread.on("message", (answered: Answered) => asking.shift()?.(answered));
  });

  const ask = (asked: Asked): Promise<Answered> =>
    new Promise((resolve, reject) => {
      if (closing !== undefined) {
        reject(new StoreUnavailable("the store is closed"));
        return;
      }
      asking.push(resolve);
      thread?.postMessage(asked);
    });

  const pack = packer();
  const isMeanwhile = () => !isUp && closing === undefined;
  return {
    commit: async (acts) =>
      isMeanwhile() ? meanwhile.commit(acts) : ((await ask(pack(acts))) as readonly Outcome[]),
    async emptyLog() {
      if (isMeanwhile()) return meanwhile.emptyLog();
      // Nothing is wrong with an erasure that stands when the end has begun.
      return closing === undefined && ((await ask("empty the log")) as boolean);
    },
    async look() {
      if (isMeanwhile()) return meanwhile.look();
      const found = (await ask("look")) as FileTrouble | { unavailable: string } | null;
      if (found !== null && "unavailable" in found) throw new StoreUnavailable(found.unavailable);
      return found;
    },
    close: () =>
      (closing ??=
        thread === undefined
          ? meanwhile.close()
          : ask("close")
              .then(() => thread?.terminate())
              .then(() => {})),
  };
}
