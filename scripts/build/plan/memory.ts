import { join } from "node:path";
import type { Aside, Kept, Memory } from "../../../magazine/read/memory.ts";
import { readLines, writeLines } from "./lines.ts";
import type { Line } from "./lines.ts";
import { hashOf } from "./stamps.ts";
import type { Stamps } from "./stamps.ts";

/** A memory that outlives its build once it is written. */
export interface KeptMemory extends Memory {
  /** Whether nothing was kept by earlier builds. */
  readonly isEmpty: boolean;
  readonly write: () => void;
  /** Keeps what another thread has made. @param json of what is kept */
  readonly keepJson: (file: string, json: string) => void;
  /** What was made of a file when it had these bytes. @param hash SHA-256, in base64url */
  readonly was: (file: string, hash: string) => Kept | undefined;
}

/** With so many files of content, what is kept of them is much to hold until it is written. */
export const manyFiles = 30_000;

/**
 * What builds of a content folder keep of its files: each as long as its bytes, and the code, are the same. A line of each has SHA-256 of its bytes, and what was made
 * of them as JSON, with a tab between.
 *
 * @param code as `codeNow` tells it
 * @param content how the files look now
 */
export function memoryOf(
  {
    cache,
    folder,
    code,
    aside,
  }: {
    readonly cache: string;
    readonly folder: string;
    readonly code: string;
    readonly aside?: Aside;
  },
  content: Stamps,
): KeptMemory {
  const file = join(cache, "read", `${hashOf(folder).slice(0, 16)}.txt`);
  const before = readLines(file, code);
  const away = Object.keys(content).length < manyFiles ? undefined : aside;
  /** Null where a line is as it was before, or put aside. */
  const now = new Map<string, string | null>();
  const lines = function* (): Iterable<Line> {
    for (const [name, line] of now) yield [name, line ?? away?.get(name) ?? null];
  };
  let isNew = false;
  const was = (name: string, hash?: string): Kept | undefined => {
    const line = before.get(name);
    if (line === undefined || hash === undefined) return undefined;
    const end = line.indexOf("\t");
    return line.slice(0, end) === hash ? (JSON.parse(line.slice(end + 1)) as Kept) : undefined;
  };
  const keepJson = (name: string, json: string): void => {
    const hash = content[name]?.[2];
    if (hash === undefined || now.has(name) || /[\t\n]/u.test(name)) return;
    const line = `${hash}\t${json}`;
    away?.put(name, () => line);
    now.set(name, away === undefined ? line : null);
    isNew = true;
  };
  return {
    isEmpty: before.size === 0,
    aside,
    keepJson,
    was,
    recall(name) {
      const kept = was(name, content[name]?.[2]);
      if (kept !== undefined) now.set(name, null);
      return kept;
    },
    keep(name, kept) {
      if (now.has(name)) return kept;
      const json = JSON.stringify(kept);
      keepJson(name, json);
      return JSON.parse(json) as typeof kept;
    },
    write() {
      if (isNew || now.size !== before.size) writeLines(file, code, lines(), before);
    },
  };
}
