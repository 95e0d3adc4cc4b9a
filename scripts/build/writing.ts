import { Worker } from "node:worker_threads";
import type { Shared } from "../../layouts/html.ts";
import { parted } from "./pieces.ts";
import { utf16Size, writeUtf16 } from "./utf8.ts";
import type { PieceSheaf, Written } from "./writer.ts";

/** So many files are sent at a time, where there is room for them. */
const several = 32;
/** In bytes. */
const room = 3_000_000;

/** So many times is sent on while answers are awaited. */
const ahead = 2;

/** Files as they are handed over: their own texts in UTF-16, since UTF-8 is made there, one behind the other in memory that goes to and fro. */
export interface Batch {
  /** What they share that was not sent before: the first text that is ever sent has the number 0. */
  readonly fresh: readonly string[];
  readonly sheaves: readonly SentSheaf[];
  readonly utf16: Uint8Array<ArrayBuffer>;
}

/** A file, where its own text stands, and the numbers of what it shares. */
export interface SentSheaf extends Omit<PieceSheaf, "pieces"> {
  readonly from: number;
  readonly to: number;
  readonly numbers: readonly number[];
}

export interface Answer {
  readonly written: readonly (readonly [file: string, Written])[];
  /** For the next ones. */
  readonly utf16: Uint8Array<ArrayBuffer>;
}

/**
 * Writes files below a folder where nothing stands yet, in a thread of its own, which turns them into UTF-8, hashes and weighs them as well, while the
 * next ones are made.
 *
 * @param take told of each file that is written
 * @throws what writing throws
 */
export async function writeBeside(
  folder: string,
  sheaves: Iterable<PieceSheaf>,
  take: (file: string, written: Written) => void,
): Promise<void> {
  const thread = new Worker(new URL("writer-thread.ts", import.meta.url), {
    workerData: folder,
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const failure = new Promise<never>((_, reject) => thread.once("error", reject));
  // Whoever waits for an answer is told; when nobody does, all is over.
  failure.catch(() => {});
  const free: Uint8Array<ArrayBuffer>[] = [];
  const asked: (() => void)[] = [];
  thread.on("message", ({ written, utf16 }: Answer) => {
    for (const [file, one] of written) take(file, one);
    free.push(utf16);
    asked.shift()?.();
  });
  const send = (batch: Batch): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    asked.push(resolve);
    thread.postMessage(batch, [batch.utf16.buffer]);
    return promise;
  };
  try {
    const answers: Promise<void>[] = [];
    for (const batch of inBatches(sheaves, free)) {
      answers.push(send(batch));
      // What waits to be written is in memory.
      if (answers.length > ahead) await Promise.race([answers.shift(), failure]);
    }
    await Promise.race([Promise.all(answers), failure]);
  } finally {
    await thread.terminate();
  }
}

/** @param free memory that came back */
function* inBatches(
  sheaves: Iterable<PieceSheaf>,
  free: Uint8Array<ArrayBuffer>[],
): Iterable<Batch> {
  const known = new Map<Shared, number>();
  let batch = emptyBatch(free);
  for (const { pieces, ...sheaf } of sheaves) {
    const { own, shared } = parted(pieces);
    const size = utf16Size(own);
    if (batch.sheaves.length === several || batch.end + size > batch.utf16.length) {
      if (batch.sheaves.length > 0) yield batch;
      batch = emptyBatch(free, size);
    }
    const from = batch.end;
    batch.end = writeUtf16(own, batch.utf16, from);
    const numbers = shared.map((one) => {
      const number = known.get(one) ?? known.size;
      if (number === known.size) batch.fresh.push(one.toString());
      known.set(one, number);
      return number;
    });
    batch.sheaves.push({ ...sheaf, from, to: batch.end, numbers });
  }
  yield batch;
}

/** @param size of the first text, for which what came back may be too small */
function emptyBatch(free: Uint8Array<ArrayBuffer>[], size = 0) {
  const back = free.pop()?.buffer;
  const utf16 =
    back !== undefined && back.byteLength >= size
      ? Buffer.from(back)
      : Buffer.allocUnsafeSlow(Math.max(room, size));
  const sheaves: SentSheaf[] = [];
  const fresh: string[] = [];
  return { sheaves, fresh, utf16, end: 0 };
}
