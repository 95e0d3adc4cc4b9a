import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The list of what builds have printed into a folder: one path a line, with slashes. It lies in the folder itself, so that it goes
 * along where the folder is a branch of its own that is checked out, printed into and pushed.
 */
export const printedList = ".kolumne-printed";

/**
 * What earlier builds printed into the folder; null when nothing says so. A path that no build prints is left out, whoever wrote it
 * there: one that leads out of the folder, or holds a name that begins with a dot.
 */
export function readPrinted(folder: string): ReadonlySet<string> | null {
  const list = readList(join(folder, printedList));
  return list === null ? null : new Set(list.split(/\r?\n/).filter(isPrintable));
}

export function writePrinted(folder: string, files: Iterable<string>): void {
  const list = join(folder, printedList);
  const lines = [...new Set(files)].toSorted().map((file) => `${file}\n`);
  // Never through a link that somebody has laid there.
  rmSync(`${list}.new`, { force: true });
  writeFileSync(`${list}.new`, lines.join(""), { flag: "wx" });
  renameSync(`${list}.new`, list);
}

function readList(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function isPrintable(path: string): boolean {
  return !/[\\\0]|(?:^|\/)(?:[./]|$)/.test(path);
}

/** Whether a Kolumne that kept no list yet has printed here: its list of threads says so. */
export function isMagazine(folder: string): boolean {
  try {
    const list: unknown = JSON.parse(readFileSync(join(folder, "threads.json"), "utf8"));
    return (
      typeof list === "object" &&
      list !== null &&
      "version" in list &&
      "site" in list &&
      "threads" in list &&
      Array.isArray(list.threads)
    );
  } catch {
    return false;
  }
}
