import { join } from "node:path";
import type { Kept, Memory } from "../../../magazine/read/memory.ts";
import { readSealed, writeSealed } from "./sealed.ts";
import { hashOf } from "./stamps.ts";
import type { Stamps } from "./stamps.ts";

/** What was made of a file, and SHA-256 of the bytes it was made of. */
type Entry = readonly [hash: string, kept: Kept];

/** A memory that outlives its build once it is written. */
export interface KeptMemory extends Memory {
  readonly write: () => void;
}

/**
 * What builds of a content folder keep of its files: each as long as its bytes, and the code, are the same.
 *
 * @param code as `codeNow` tells it
 * @param content how the files look now
 */
export function memoryOf(
  {
    cache,
    folder,
    code,
  }: { readonly cache: string; readonly folder: string; readonly code: string },
  content: Stamps,
): KeptMemory {
  const file = join(cache, "read", `${hashOf(folder).slice(0, 16)}.json`);
  const before = (readSealed(file, code) ?? {}) as Readonly<Record<string, Entry>>;
  const now = new Map<string, Entry>();
  let isNew = false;
  return {
    recall(name) {
      const entry = Object.hasOwn(before, name) ? before[name] : undefined;
      if (entry === undefined || entry[0] !== content[name]?.[2]) return undefined;
      now.set(name, entry);
      return entry[1];
    },
    keep(name, kept) {
      const hash = content[name]?.[2];
      if (hash === undefined || now.has(name)) return;
      now.set(name, [hash, kept]);
      isNew = true;
    },
    write() {
      if (isNew || now.size !== Object.keys(before).length)
        writeSealed(file, code, Object.fromEntries(now));
    },
  };
}
