import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { MessagePort } from "node:worker_threads";
import type { Kept, Memory } from "../../magazine/read/memory.ts";
import type { FileAside, Place } from "./aside.ts";
import type { KeptMemory } from "./plan/memory.ts";

/** What another thread is asked to read. */
export interface Errand {
  readonly folder: string;
  /** Of the code; a thread that runs another one reads nothing. */
  readonly code: string;
  /** The articles, of which it takes the last first. */
  readonly files: readonly string[];
  /** Shared: for each article whether somebody has taken it. */
  readonly taken: Uint8Array;
  /** Shared: how many articles it has told of; negative when no more are to come. */
  readonly told: Int32Array;
  /** An open file, into which it writes HTML. */
  readonly aside: number;
  readonly port: MessagePort;
}

/** What it tells of an article. */
export interface Told {
  readonly file: string;
  /** What is kept of it, and of pictures that it names, as JSON by file: nothing of an article with mistakes. */
  readonly kept: readonly (readonly [file: string, json: string])[];
  /** Where the HTML of texts stands, by their keys. */
  readonly aside: readonly (readonly [key: string, place: Place])[];
}

/** A memory that knows by and by what another thread has read. */
export interface ReadingMemory extends Memory {
  readonly end: () => Promise<void>;
}

interface Work {
  readonly folder: string;
  readonly code: string;
  readonly files: readonly string[];
  readonly aside: FileAside;
  /** After so many that nobody has read before, a thread is worth its start; at once, where there are twice as many and nothing is known. */
  readonly after?: number;
}

/** So long is waited for an article that the thread has taken, in milliseconds; then it is read here. */
const patience = 10_000;

/**
 * Lets another thread read articles while they are read here, of which it takes the last first until both meet. It comes from there as from an earlier
 * build: as it is kept. What has mistakes is not, and so is read here as well, where they are told.
 */
export function readBeside(memory: KeptMemory, work: Work): ReadingMemory {
  const { files, after = 500 } = work;
  const places = new Map(files.map((file, at) => [file, at]));
  const taken = new Uint8Array(new SharedArrayBuffer(files.length));
  let missed = 0;
  let reader = memory.isEmpty && files.length >= 2 * after ? readerFor(work, taken) : undefined;
  return {
    ...memory,
    recall(file) {
      const known = memory.recall(file);
      if (known !== undefined) return known;
      const at = places.get(file);
      if (at !== undefined) {
        missed += 1;
        if (missed === after) reader ??= readerFor(work, taken);
        const isMine = Atomics.exchange(taken, at, 1) === 0;
        if (!isMine) reader?.waitFor(file);
      }
      const json = reader?.take(file);
      if (json === undefined) return undefined;
      memory.keepJson(file, json);
      return JSON.parse(json) as Kept;
    },
    end: async () => void (await reader?.thread.terminate()),
  };
}

interface Reader {
  readonly thread: Worker;
  readonly waitFor: (file: string) => void;
  readonly take: (file: string) => string | undefined;
}

function readerFor({ folder, code, files, aside }: Work, taken: Uint8Array): Reader {
  const told = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2 } = new MessageChannel();
  const errand: Errand = { folder, code, files, taken, told, aside: aside.another(), port: port2 };
  const thread = new Worker(new URL("../run.mjs", import.meta.url), {
    argv: ["articles"],
    workerData: errand,
    transferList: [port2],
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  // What it does not read is read here.
  thread.on("error", () => {});
  thread.unref();
  const done = new Set<string>();
  const kept = new Map<string, string>();
  const listen = (): void => {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
      const message = next.message as Told;
      done.add(message.file);
      for (const [file, json] of message.kept) kept.set(file, json);
      for (const [key, place] of message.aside) aside.note(key, place);
    }
  };
  return {
    thread,
    waitFor(file) {
      for (;;) {
        const before = Atomics.load(told, 0);
        listen();
        if (done.has(file) || before < 0) return;
        if (Atomics.wait(told, 0, before, patience) === "timed-out") return;
      }
    },
    take(file) {
      const json = kept.get(file);
      kept.delete(file);
      return json;
    },
  };
}
