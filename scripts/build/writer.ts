import { closeSync, fstatSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { overBudget } from "./budget.ts";
import { hashOf } from "./plan/stamps.ts";
import type { Stamp } from "./plan/stamps.ts";
import { utf8Of } from "./utf8.ts";

/** A file to be written. */
export interface Sheaf {
  /** Below the folder, with slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The address of a page that is to be weighed; null for what is not. */
  readonly weighed: string | null;
}

/** The same as a text, of which UTF-8 is still to be made. */
export interface TextSheaf extends Omit<Sheaf, "bytes"> {
  readonly text: string;
}

export interface Written {
  readonly stamp: Stamp;
  /** A line for each way in which the page is over the budget. */
  readonly heavy: readonly string[];
}

export function inUtf8({ text, ...sheaf }: TextSheaf): Sheaf {
  return { ...sheaf, bytes: utf8Of(text) };
}

/** Writes files below a folder where nothing stands yet, and makes each folder once. */
export function writerInto(folder: string): (sheaf: Sheaf) => Written {
  const made = new Set<string>();
  return (sheaf) => {
    const { file, bytes } = sheaf;
    const path = join(folder, file);
    const below = dirname(path);
    if (!made.has(below)) {
      mkdirSync(below, { recursive: true });
      made.add(below);
    }
    const open = openSync(path, "w");
    try {
      writeFileSync(open, bytes);
      const { size, mtimeMs } = fstatSync(open);
      const { hash, heavy } = judged(sheaf);
      return { stamp: [size, mtimeMs, hash], heavy };
    } finally {
      closeSync(open);
    }
  };
}

/** What is told of a file by its bytes alone: their hash, and whether they are over the budget. */
export function judged({ bytes, weighed }: Sheaf): Omit<Written, "stamp"> & { hash: string } {
  const heavy = weighed === null ? [] : overBudget([{ path: weighed, bytes }]);
  return { hash: hashOf(bytes), heavy };
}
