import { parentPort, workerData } from "node:worker_threads";
import { utf8From } from "./utf8.ts";
import { writerInto } from "./writer.ts";
import type { Answer, Batch } from "./writing.ts";

/** Writes whatever it is sent, some files at a time, and answers each time. */
const write = writerInto(workerData as string);
/** What pages share, by number. */
const known: Uint8Array[] = [];
parentPort?.on("message", ({ sheaves, utf16, fresh }: Batch) => {
  for (const text of fresh) known.push(Buffer.from(text));
  const written = sheaves.map(({ from, to, numbers, ...sheaf }) => {
    const own = utf8From(utf16.subarray(from, to));
    const shared = numbers.flatMap((number) => known[number] ?? []);
    const one = write({ ...sheaf, own, shared });
    giveBack(own);
    return [sheaf.file, one] as const;
  });
  parentPort?.postMessage({ written, utf16 } satisfies Answer, [utf16.buffer]);
});

/** At once: whoever only writes has little garbage of its own, and would look for bytes that nobody needs seldom. */
function giveBack({ buffer, byteLength }: Uint8Array): void {
  // Others may share the memory of short ones.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
