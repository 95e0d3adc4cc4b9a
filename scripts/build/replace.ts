import { constants, copyFileSync, mkdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import type { Stats } from "node:fs";
import { basename, dirname, join } from "node:path";
import { filesIn, haveSameBytes, lookAt } from "./files.ts";
import { foldersOf, looker, refuseObstacles } from "./obstacles.ts";
import { isMagazine, printedList, readPrinted, writePrinted } from "./printed.ts";

export interface Replaced {
  /** Files whose bytes are new. */
  readonly changed: number;
  /** Files whose bytes were there already: how they looked before these were read. */
  readonly unchanged: ReadonlyMap<string, Stats>;
  /** Files that are gone. */
  readonly removed: readonly string[];
  /** Whether a magazine stood there without a list of what was printed, so that nothing could be deleted. */
  readonly isUnlisted: boolean;
}

/**
 * Makes `folder` show what `fresh` holds: files that differ are moved over, those that an earlier build printed and this one does not are
 * deleted, and everything else stays untouched, times included. `fresh` is used up.
 *
 * @param keep files of `folder` that belong to it beside those of `fresh`
 * @param begin called before anything is changed
 * @throws UsageError before anything is changed, when something that no build has printed would be overwritten
 */
export function replaceFolder(
  folder: string,
  fresh: string,
  keep: Iterable<string> = [],
  begin: () => void = () => {},
): Replaced {
  const made = filesIn(fresh);
  const wanted = [...made, ...keep];
  if (lookAt(folder) === null) begin();
  if (moveWhole(folder, fresh, wanted))
    return { changed: made.length, unchanged: new Map(), removed: [], isUnlisted: false };
  const listed = readPrinted(folder);
  const isUnlisted = listed === null && isMagazine(folder);
  // A Kolumne that kept no list has printed at least what it would print again.
  const printed = listed ?? new Set(isUnlisted ? wanted : []);
  refuseObstacles(folder, fresh, made, printed);
  begin();

  mkdirSync(folder, { recursive: true });
  const all = new Set(wanted);
  const added = wanted.filter((file) => !printed.has(file));
  const gone = [...printed].filter((file) => !all.has(file));
  // Before the first file: a build that is broken off leaves nothing behind that the next one does not know. What was listed is in order already.
  if (listed === null || added.length > 0) writePrinted(folder, [...printed, ...added]);
  const removed = removeVanished(folder, gone);
  const unchanged = moveAll(folder, fresh, made);
  if (gone.length > 0)
    writePrinted(folder, [...[...printed].filter((file) => all.has(file)), ...added]);
  rmSync(fresh, { recursive: true });
  return { changed: made.length - unchanged.size, unchanged, removed, isUnlisted };
}

/**
 * The same where nothing vanishes and nothing is new: each file of `fresh` takes the place of one that was printed before.
 *
 * @param printed by an earlier build
 * @param begin called before anything is changed
 * @throws UsageError as `replaceFolder`
 */
export function replaceSome(
  folder: string,
  fresh: string,
  printed: Pick<ReadonlySet<string>, "has">,
  begin: () => void,
): Replaced {
  const made = filesIn(fresh);
  refuseObstacles(folder, fresh, made, printed);
  begin();
  const unchanged = moveAll(folder, fresh, made);
  rmSync(fresh, { recursive: true });
  const changed = made.length - unchanged.size;
  return { changed, unchanged, removed: [], isUnlisted: false };
}

/** @returns those whose bytes were there already */
function moveAll(folder: string, fresh: string, made: readonly string[]): Map<string, Stats> {
  const unchanged = new Map<string, Stats>();
  for (const file of made) {
    const [from, to] = [join(fresh, file), join(folder, file)];
    const there = lookAt(to);
    if (there !== null && hasBytes(to, there, from)) {
      unchanged.set(file, there);
      continue;
    }
    if (there === null) mkdirSync(dirname(to), { recursive: true });
    move(from, to);
  }
  return unchanged;
}

/** Whether a file has the bytes of another. @param there how it looks */
function hasBytes(file: string, there: Stats, other: string): boolean {
  return there.size === lookAt(other)?.size && haveSameBytes(file, other);
}

/** Where nothing stands yet, everything goes there in one move. @returns whether it did */
function moveWhole(folder: string, fresh: string, wanted: readonly string[]): boolean {
  if (lookAt(folder) !== null) return false;
  writePrinted(fresh, wanted);
  try {
    renameSync(fresh, folder);
    return true;
  } catch {
    // Another build was quicker, or it would be another disk.
    rmSync(join(fresh, printedList));
    return false;
  }
}

/** Deletes what was printed and is no longer wanted, with the folders that this leaves empty. @returns those that stood there */
function removeVanished(folder: string, gone: readonly string[]): string[] {
  const look = looker(folder);
  const vanished = gone.filter(
    (file) =>
      // A link in its way leads out of the folder, or in its place: neither was printed.
      foldersOf(file).every((above) => look(above)?.isDirectory() === true) &&
      look(file)?.isFile() === true,
  );
  for (const file of vanished) {
    rmSync(join(folder, file));
    for (const above of foldersOf(file).toReversed()) if (!removeEmpty(join(folder, above))) break;
  }
  return vanished;
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
