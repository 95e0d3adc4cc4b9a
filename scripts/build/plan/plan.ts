import { readdirSync, readFileSync } from "node:fs";
import { lookAt } from "../files.ts";
import type { PrintedFrom, Told } from "./fingerprint.ts";
import { hashOf, looksAs } from "./stamps.ts";
import type { Stamp } from "./stamps.ts";
import type { KeptPrint, State } from "./state.ts";

/** A file that is to stand in the output folder. */
export interface Sheet {
  /** Below the folder, with slashes. */
  readonly file: string;
}

/** Tells what sheets are printed from. */
export interface Teller<S extends Sheet> {
  /** What decides a sheet's bytes. */
  readonly of: (sheet: S) => PrintedFrom;
  /** What that is made of, where it is quicker to tell: with the same one the fingerprint is the same. Else an empty text. @param before what it was in the last build */
  readonly made: (sheet: S, before?: string) => string;
}

/** What is to be done about an output folder. */
export interface Plan<S extends Sheet> {
  readonly print: readonly S[];
  /** What some of these are printed from, by file: those of which it had to be told. */
  readonly told: ReadonlyMap<string, Told>;
  /** What stands there as it would be printed, by file. */
  readonly keep: ReadonlyMap<string, KeptPrint>;
}

/**
 * What has to be printed: every sheet whose fingerprint is another than that of the file that stands there, or whose file is not as it was
 * printed any more.
 *
 * @param before what the last build into this folder has left; null: nothing is known, and everything is printed
 */
export function planOf<S extends Sheet>(
  sheets: readonly S[],
  tell: Teller<S>,
  before: State | null,
  out: string,
): Plan<S> {
  const told = new Map<string, Told>();
  if (before === null) return { print: sheets, told, keep: new Map() };
  const standing = stander(out);
  const keep = new Map<string, KeptPrint>();
  const print = sheets.filter((sheet) => {
    const { file } = sheet;
    const known = before.files.of(file);
    if (known === undefined) return true;
    const made = tell.made(sheet, known.made);
    const from = made !== "" && made === known.made ? null : tell.of(sheet);
    const isSame = from === null || from.fingerprint === known.fingerprint;
    if (!isSame) told.set(file, { ...from, made });
    const stamp = isSame ? standing(file, known.stamp) : null;
    if (stamp !== null)
      keep.set(
        file,
        stamp === known.stamp && made === known.made ? known : { ...known, stamp, made },
      );
    return stamp === null;
  });
  return { print, told, keep };
}

/** All files that stand there as they were printed, but for some; null where one of them does not. */
export function keepAll(
  { files }: State,
  out: string,
  but: ReadonlySet<string>,
): ReadonlyMap<string, KeptPrint> | null {
  const standing = stander(out);
  const keep = new Map<string, KeptPrint>();
  for (const file of files.names()) {
    const known = files.of(file);
    if (but.has(file) || known === undefined) continue;
    const stamp = standing(file, known.stamp);
    if (stamp === null) return null;
    keep.set(file, stamp === known.stamp ? known : { ...known, stamp });
  }
  return keep;
}

/** Whether every file of a folder looks as it did when it was printed. */
export function isAsPrinted({ files }: State, out: string): boolean {
  const inFolders = foldersIn(out);
  return files.names().every((file) => {
    const [there, was] = [lookAt(`${out}/${file}`), files.of(file)];
    return (
      there?.isFile() === true && was !== undefined && looksAs(was.stamp, there) && inFolders(file)
    );
  });
}

/** @returns how a file looks that has the bytes of its stamp; null when it has others, or is none */
function stander(out: string): (file: string, stamp: Stamp) => Stamp | null {
  const inFolders = foldersIn(out);
  return (file, stamp) => {
    const path = `${out}/${file}`;
    const there = lookAt(path);
    if (there?.isFile() !== true || !inFolders(file)) return null;
    if (looksAs(stamp, there)) return stamp;
    if (there.size !== stamp[0] || hashOf(readFileSync(path)) !== stamp[2]) return null;
    return [there.size, there.mtimeMs, stamp[2]];
  };
}

/** Whether all that a file lies in are folders, and no links. */
function foldersIn(out: string): (file: string) => boolean {
  const known = new Map<string, boolean>();
  const below = folderNames(out);
  const isFolder = (path: string, end: number): boolean =>
    // Most folders are those of articles: the folder of their column tells of all of them at once.
    path.indexOf("/") === end
      ? below(path.slice(0, Math.max(0, end))).has(path.slice(end + 1))
      : lookAt(`${out}/${path}`)?.isDirectory() === true;
  const liesInFolders = (path: string): boolean => {
    const end = path.lastIndexOf("/");
    if (end === -1) return true;
    const above = path.slice(0, end);
    const before = known.get(above);
    if (before !== undefined) return before;
    const is = liesInFolders(above) && isFolder(above, above.lastIndexOf("/"));
    known.set(above, is);
    return is;
  };
  return liesInFolders;
}

/** The names of all folders in a folder; links are none. */
function folderNames(out: string): (folder: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (folder) => {
    const names = known.get(folder) ?? new Set(foldersAt(`${out}/${folder}`));
    known.set(folder, names);
    return names;
  };
}

function foldersAt(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch {
    // Another build has just removed it.
    return [];
  }
}
