import { hash } from "node:crypto";
import { closeSync, lstatSync, openSync, readFileSync, readSync } from "node:fs";
import type { Stats } from "node:fs";

/** A file as it was seen: its size in bytes, when it was changed (milliseconds since 1970), and SHA-256 of its bytes in base64url. */
export type Stamp = readonly [size: number, changed: number, hash: string];

/** What of it is seen without reading the file. */
export type Look = readonly [size: number, changed: number, ...unknown[]];

/** Files by their paths below a folder, with slashes. */
export type Stamps = Readonly<Record<string, Stamp>>;

/** A file changed so shortly before it was looked at may have been changed once more within the same tick of its disk's clock; in milliseconds. */
const tick = 2000;

/**
 * Stamps files, and reads only those that do not look as they did.
 *
 * @param known how they were seen before, as `settled` gives it
 */
export function stampFiles(folder: string, files: readonly string[], known: Stamps): Stamps {
  const stamped = files.map((file) => {
    const path = `${folder}/${file}`;
    const there = lstatSync(path);
    const before = known[file];
    if (before !== undefined && looksAs(before, there)) return [file, before] as const;
    return [file, [there.size, there.mtimeMs, hashOfFile(path)]] as const;
  });
  return Object.fromEntries(stamped);
}

/**
 * Stamps for a later look. A file that was looked at so shortly after its change that one more could show in neither size nor time gets a size
 * that none has, and so is read again (as Git does with its racy entries).
 *
 * @param at when they were looked at, on the clock that the disk has, in milliseconds since 1970
 */
export function settled(stamps: Stamps, at: number): Stamps {
  const kept = Object.entries(stamps).map(([file, stamp]) => {
    const [, changed, hashed] = stamp;
    return [file, changed < at - tick ? stamp : ([-1, changed, hashed] as const)] as const;
  });
  return Object.fromEntries(kept);
}

/** Whether a file has the size and the time of a stamp. Archives keep whole seconds alone: a time without a fraction may have lost it. */
export function looksAs([size, changed]: Look, { size: now, mtimeMs }: Stats): boolean {
  if (size !== now) return false;
  return (
    changed === mtimeMs || (mtimeMs % 1000 === 0 && Math.floor(changed / 1000) * 1000 === mtimeMs)
  );
}

export function hashOf(bytes: string | Uint8Array): string {
  return hash("sha256", bytes, "base64url");
}

/** Nearly all files are shorter, and are read here, one over the other. */
const scratch = Buffer.allocUnsafeSlow(65_536);

/** The same of a file's bytes. To read ten thousand files in this way takes two thirds of the time, since nothing is made for each. */
export function hashOfFile(path: string): string {
  const file = openSync(path, "r");
  try {
    const length = readSync(file, scratch, 0, scratch.length, 0);
    return hashOf(length < scratch.length ? scratch.subarray(0, length) : readFileSync(path));
  } finally {
    closeSync(file);
  }
}
