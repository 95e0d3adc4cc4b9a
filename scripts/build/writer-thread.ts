import { parentPort, workerData } from "node:worker_threads";
import { writerInto } from "./writer.ts";
import type { Sheaf } from "./writer.ts";

/** Writes whatever it is sent, some files at a time, and answers each time. */
const write = writerInto(workerData as string);
parentPort?.on("message", (sheaves: readonly Sheaf[]) =>
  parentPort?.postMessage(sheaves.map((sheaf) => [sheaf.file, write(sheaf)])),
);
