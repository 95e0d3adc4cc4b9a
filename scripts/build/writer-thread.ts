import { parentPort, workerData } from "node:worker_threads";
import { writerInto } from "./writer.ts";
import type { Sheaf } from "./writer.ts";

/** Writes whatever it is sent, some files at a time, and answers each time. */
const write = writerInto(workerData as string);
parentPort?.on("message", (sheaves: readonly Sheaf[]) => {
  parentPort?.postMessage(sheaves.map((sheaf) => [sheaf.file, write(sheaf)]));
  // Given back at once: whoever only writes has little garbage of its own, and would look for theirs seldom.
  for (const { bytes } of sheaves)
    if (bytes.buffer instanceof ArrayBuffer) bytes.buffer.transfer(0);
});
