import { Worker } from "node:worker_threads";
import { utf16Of } from "./utf8.ts";
import type { TextSheaf, Written } from "./writer.ts";

/** A file as it is handed over: its text in UTF-16, since UTF-8 is made there. */
export interface SentSheaf extends Omit<TextSheaf, "text"> {
  readonly utf16: Uint8Array;
}

/** So many files are sent at a time. */
const several = 32;

/** So many times is sent on while answers are awaited. */
const ahead = 2;

/**
 * Writes files below a folder where nothing stands yet, in a thread of its own, which turns them into UTF-8, hashes and weighs them as well, while the
 * next ones are made.
 *
 * @param take told of each file that is written
 * @throws what writing throws
 */
export async function writeBeside(
  folder: string,
  sheaves: Iterable<TextSheaf>,
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
  const send = (batch: readonly SentSheaf[]): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    asked.push(resolve);
    thread.postMessage(
      batch,
      batch.flatMap(({ utf16: { buffer } }) => (buffer instanceof ArrayBuffer ? [buffer] : [])),
    );
    return promise;
  };
  try {
    const answers: Promise<void>[] = [];
    for (const batch of inBatches(sent(sheaves))) {
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

function* sent(sheaves: Iterable<TextSheaf>): Iterable<SentSheaf> {
  for (const { text, ...sheaf } of sheaves) yield { ...sheaf, utf16: utf16Of(text) };
}
