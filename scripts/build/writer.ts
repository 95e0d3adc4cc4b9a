import { closeSync, fstatSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Piece, Shared } from "../../layouts/html.ts";
import { overBudget } from "./budget.ts";
import { parted, together } from "./pieces.ts";
import { hashOf } from "./plan/stamps.ts";
import type { Stamp } from "./plan/stamps.ts";
import { utf8Of } from "./utf8.ts";

/** A file to be written. */
export interface Sheaf {
  /** Below the folder, with slashes. */
  readonly file: string;
  /** In UTF-8, with marks where something shared goes. */
  readonly own: Uint8Array;
  /** What goes there; of the same piece, the same bytes each time. */
  readonly shared: readonly Uint8Array[];
  /** The address of a page that is to be weighed; null for what is not. */
  readonly weighed: string | null;
}

/** The same as pieces, of which UTF-8 is still to be made. */
export interface PieceSheaf extends Omit<Sheaf, "own" | "shared"> {
  readonly pieces: readonly Piece[];
}

export interface Written {
  readonly stamp: Stamp;
  /** A line for each way in which the page is over the budget. */
  readonly heavy: readonly string[];
}

export function inUtf8({ pieces, ...sheaf }: PieceSheaf): Sheaf {
  const { own, shared } = parted(pieces);
  return { ...sheaf, own: utf8Of(...own), shared: shared.map(bytesOf) };
}

const known = new WeakMap<Shared, Uint8Array>();

function bytesOf(shared: Shared): Uint8Array {
  const bytes = known.get(shared) ?? Buffer.from(shared.toString());
  known.set(shared, bytes);
  return bytes;
}

/** Writes files below a folder where nothing stands yet, and makes each folder once. */
export function writerInto(folder: string): (sheaf: Sheaf) => Written {
  const made = new Set<string>();
  return (sheaf) => {
    const path = join(folder, sheaf.file);
    const below = dirname(path);
    if (!made.has(below)) {
      mkdirSync(below, { recursive: true });
      made.add(below);
    }
    const open = openSync(path, "w");
    try {
      const { bytes, hash, heavy } = judged(sheaf);
      writeFileSync(open, bytes);
      const { size, mtimeMs } = fstatSync(open);
      return { stamp: [size, mtimeMs, hash], heavy };
    } finally {
      closeSync(open);
    }
  };
}

interface Judged extends Pick<Written, "heavy"> {
  /** They are there until the next call. */
  readonly bytes: Uint8Array;
  readonly hash: string;
}

/** What is told of a file by its bytes alone: their hash, and whether they are over the budget. */
export function judged({ own, shared, weighed }: Sheaf): Judged {
  const bytes = together(own, shared);
  const heavy = weighed === null ? [] : overBudget({ path: weighed, bytes, own, shared });
  return { bytes, hash: hashOf(bytes), heavy };
}
