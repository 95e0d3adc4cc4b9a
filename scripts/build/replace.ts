import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Replaced {
  /** Files whose bytes are new. */
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Makes `folder` hold what `fresh` holds: files that differ are moved over, those that vanished are deleted, the others stay
 * untouched, times included. `fresh` is used up.
 */
export function replaceFolder(folder: string, fresh: string): Replaced {
  const wanted = new Set(filesIn(fresh));
  let changed = 0;
  for (const file of wanted) {
    const target = join(folder, file);
    if (existsSync(target) && readFileSync(target).equals(readFileSync(join(fresh, file))))
      continue;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(fresh, file), target);
    changed += 1;
  }
  const vanished = filesIn(folder).filter((file) => !wanted.has(file));
  for (const file of vanished) {
    rmSync(join(folder, file));
    removeEmpty(folder, dirname(file));
  }
  rmSync(fresh, { recursive: true });
  return { changed, unchanged: wanted.size - changed, removed: vanished.length };
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

/** Removes a folder that a vanished page left empty, and those above it. */
function removeEmpty(folder: string, inside: string): void {
  if (inside === "." || readdirSync(join(folder, inside)).length > 0) return;
  rmSync(join(folder, inside), { recursive: true });
  removeEmpty(folder, dirname(inside));
}
