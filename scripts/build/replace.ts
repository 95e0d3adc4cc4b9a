import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { filesIn } from "./files.ts";
import { foldersOf, looker, refuseObstacles } from "./obstacles.ts";
import { isMagazine, readPrinted, writePrinted } from "./printed.ts";

export interface Replaced {
  /** Files whose bytes are new. */
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Whether a magazine stood there without a list of what was printed, so that nothing could be deleted. */
  readonly isUnlisted: boolean;
}

/**
 * Makes `folder` show what `fresh` holds: files that differ are moved over, those that an earlier build printed and this one does not are
 * deleted, and everything else stays untouched, times included. `fresh` is used up.
 *
 * @throws UsageError before anything is changed, when something that no build has printed would be overwritten
 */
export function replaceFolder(folder: string, fresh: string): Replaced {
  const wanted = filesIn(fresh);
  const listed = readPrinted(folder);
  const isUnlisted = listed === null && isMagazine(folder);
  // A Kolumne that kept no list has printed at least what it would print again.
  const printed = listed ?? new Set(isUnlisted ? wanted : []);
  refuseObstacles(folder, fresh, wanted, printed);

  mkdirSync(folder, { recursive: true });
  // Before the first file: a build that is broken off leaves nothing behind that the next one does not know.
  writePrinted(folder, [...printed, ...wanted]);
  const removed = removeVanished(folder, printed, new Set(wanted));
  let changed = 0;
  for (const file of wanted) {
    const [from, to] = [join(fresh, file), join(folder, file)];
    if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
    mkdirSync(dirname(to), { recursive: true });
    move(from, to);
    changed += 1;
  }
  writePrinted(folder, wanted);
  rmSync(fresh, { recursive: true });
  return { changed, unchanged: wanted.length - changed, removed, isUnlisted };
}

/** Deletes what was printed and is no longer wanted, with the folders that this leaves empty. @returns how many files */
function removeVanished(
  folder: string,
  printed: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): number {
  const look = looker(folder);
  const vanished = [...printed].filter(
    (file) =>
      !wanted.has(file) &&
      // A link in its way leads out of the folder, or in its place: neither was printed.
      foldersOf(file).every((above) => look(above)?.isDirectory() === true) &&
      look(file)?.isFile() === true,
  );
  for (const file of vanished) {
    rmSync(join(folder, file));
    for (const above of foldersOf(file).toReversed()) if (!removeEmpty(join(folder, above))) break;
  }
  return vanished.length;
}

function removeEmpty(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    // Something stands in it.
    return false;
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
    // The output folder is a disk of its own, where nothing can be moved to: copied beside, so that no reader sees half a file.
    const beside = join(dirname(to), `.${basename(to)}.printing`);
    rmSync(beside, { force: true });
    copyFileSync(from, beside, constants.COPYFILE_EXCL);
    renameSync(beside, to);
  }
}
