import { readdirSync } from "node:fs";
import { lookAt } from "../files.ts";
import type { PrintedFrom, Told } from "./fingerprint.ts";
import { hashOfFile, looksAs } from "./stamps.ts";
import type { KeptPrint } from "./prints.ts";
import type { Look, Stamp } from "./stamps.ts";
import type { State } from "./state.ts";

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
  /** Used up by whoever prints: what is through is let go, and with it all that was only made for it. */
  readonly print: S[];
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
  if (before === null) return { print: [...sheets], told, keep: new Map() };
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

/**
 * Whether all files stand there as they were printed, but for some that are not asked for.
 *
 * @returns those that have their bytes and another time, as they look now; null where one has other bytes, or is none
 */
export function standingAll(
  { files }: State,
  out: string,
  but: ReadonlySet<string>,
): ReadonlyMap<string, KeptPrint> | null {
  const isThere = looker(out);
  const standing = stander(out);
  const touched = new Map<string, KeptPrint>();
  for (const [file, ...look] of files.looks()) {
    if (but.has(file) || isThere(file, look)) continue;
    const known = files.of(file);
    const stamp = known && standing(file, known.stamp);
    if (!stamp) return null;
    touched.set(file, { ...known, stamp });
  }
  return touched;
}

/** Whether every file of a folder looks as it did when it was printed. */
export function isAsPrinted({ files }: State, out: string): boolean {
  const isThere = looker(out);
  return files.looks().every(([file, ...look]) => isThere(file, look));
}

function looker(out: string): (file: string, look: Look) => boolean {
  const inFolders = foldersIn(out);
  return (file, look) => {
    const there = lookAt(`${out}/${file}`);
    return there?.isFile() === true && looksAs(look, there) && inFolders(file);
  };
}

/** @returns how a file looks that has the bytes of its stamp; null when it has others, or is none */
function stander(out: string): (file: string, stamp: Stamp) => Stamp | null {
  const inFolders = foldersIn(out);
  return (file, stamp) => {
    const path = `${out}/${file}`;
    const there = lookAt(path);
    if (there?.isFile() !== true || !inFolders(file)) return null;
    if (looksAs(stamp, there)) return stamp;
    if (there.size !== stamp[0] || hashOfFile(path) !== stamp[2]) return null;
    return [there.size, there.mtimeMs, stamp[2]];
  };
}

/** Whether all that a file lies in are folders, and no links. */
function foldersIn(out: string): (file: string) => boolean {
  const below = folderNames(out);
  const known = new Map<string, boolean>();
  const isFolder = (path: string): boolean => {
    const first = path.indexOf("/");
    if (first === -1) return below("").has(path);
    const top = path.slice(0, first);
    if (!below("").has(top)) return false;
    // Most folders are those of articles: the folder of their column tells of all of them at once.
    if (!path.includes("/", first + 1)) return below(top).has(path.slice(first + 1));
    const before = known.get(path);
    if (before !== undefined) return before;
    const above = path.slice(0, path.lastIndexOf("/"));
    const is = isFolder(above) && lookAt(`${out}/${path}`)?.isDirectory() === true;
    known.set(path, is);
    return is;
  };
  return (file) => {
    const end = file.lastIndexOf("/");
    return end === -1 || isFolder(file.slice(0, end));
  };
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
