import { Worker } from "node:worker_threads";
import type { Sheaf, Written } from "./writer.ts";

/** So many files are sent at a time. */
const several = 32;

/** So many times is sent on while answers are awaited. */
const ahead = 2;

/**
 * Writes files below a folder where nothing stands yet, in a thread of its own, which hashes and weighs them as well, while the next ones
 * are made.
 *
 * @param take told of each file that is written
 * @throws what writing throws
 */
export async function writeBeside(
  folder: string,
  sheaves: Iterable<Sheaf>,
  take: (file: string, written: Written) => void,
): Promise<void> {
  const thread = new Worker(new URL("writer-thread.ts", import.meta.url), {
    workerData: folder,
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const failure = new Promise<never>((_, reject) => thread.once("error", reject));
  // Whoever waits for an answer is told; when nobody does, all is over.
  failure.catch(() => {});
  const asked: (() => void)[] = [];
  thread.on("message", (answers: readonly (readonly [file: string, Written])[]) => {
    for (const [file, written] of answers) take(file, written);
    asked.shift()?.();
  });
  const send = (batch: readonly Sheaf[]): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    asked.push(resolve);
    thread.postMessage(batch, buffersOf(batch));
    return promise;
  };
  try {
    const answers: Promise<void>[] = [];
    for (const batch of inBatches(sheaves)) {
      answers.push(send(batch));
      // What waits to be written is in memory.
      if (answers.length > ahead) await Promise.race([answers.shift(), failure]);
    }
    await Promise.race([Promise.all(answers), failure]);
  } finally {
    await thread.terminate();
  }
}

function* inBatches<Thing>(things: Iterable<Thing>): Iterable<readonly Thing[]> {
  let batch: Thing[] = [];
  for (const thing of things) {
    batch.push(thing);
    if (batch.length < several) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** What is handed over instead of being copied: bytes that share their memory with no others. */
function buffersOf(sheaves: readonly Sheaf[]): ArrayBuffer[] {
  return sheaves.flatMap(({ bytes: { buffer, byteLength } }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [],
  );
}
