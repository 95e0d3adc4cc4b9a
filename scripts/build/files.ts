import { randomUUID } from "node:crypto";
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import type { Stats } from "node:fs";
import { dirname, join } from "node:path";

/** Every file and link below a folder, relative to it, with slashes. Links are not followed. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name)).map((file) => `${entry.name}/${file}`)
      : [entry.name],
  );
}

/** What stands at a path; null when nothing does. A link is not followed. */
export function lookAt(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    // A file stands where one of its folders would be.
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return null;
    throw error;
  }
}

/** Two files are read here, one piece after the other. */
const [piece, otherPiece] = [Buffer.allocUnsafeSlow(65_536), Buffer.allocUnsafeSlow(65_536)];

/** Whether two files hold the same. Of twenty thousand, all in memory of their own, most of the time would go into giving that back. */
export function haveSameBytes(path: string, otherPath: string): boolean {
  const [file, other] = [openSync(path, "r"), openSync(otherPath, "r")];
  try {
    for (;;) {
      const length = readSync(file, piece);
      const here = piece.subarray(0, length);
      if (!here.equals(otherPiece.subarray(0, readSync(other, otherPiece)))) return false;
      if (length === 0) return true;
    }
  } finally {
    closeSync(file);
    closeSync(other);
  }
}

/** Writes a file whole or not at all, whoever else is writing it: pieces, one behind the other. Folders are made. */
export function writeWhole(path: string, ...pieces: readonly (string | Uint8Array)[]): void {
  writeWholeWith(path, (file) => {
    for (const piece of pieces) writeFileSync(file, piece);
  });
}

/** The same by whoever writes into the open file. */
export function writeWholeWith(path: string, write: (file: number) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = join(dirname(path), `.${randomUUID()}`);
  const file = openSync(fresh, "wx");
  try {
    write(file);
  } finally {
    closeSync(file);
  }
  renameSync(fresh, path);
}
