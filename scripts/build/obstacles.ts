import { readdirSync, readFileSync } from "node:fs";
import type { Stats } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../command.ts";
import { filesIn, lookAt } from "./files.ts";

/**
 * Refuses to print over what no build has printed.
 *
 * @param folder the output folder
 * @param fresh holds what is to be printed
 * @param wanted the files in `fresh`
 * @param printed what earlier builds have printed into `folder`
 * @throws UsageError that names the first thing in the way, what it is and what to do
 */
export function refuseObstacles(
  folder: string,
  fresh: string,
  wanted: readonly string[],
  printed: Pick<ReadonlySet<string>, "has">,
): void {
  const look = looker(folder);
  const obstacles = wanted.flatMap((file) => {
    const above = folderInTheWay(file) ?? fileInTheWay(file);
    return above === null ? [] : [above];
  });
  const [first, ...others] = new Set(obstacles);
  if (first === undefined) return;
  const more = others.length === 0 ? "" : `, and ${others.length} more like it`;
  throw new UsageError(`${first}${more}: nothing was changed; move it away, or name another --out`);

  function folderInTheWay(file: string): string | null {
    for (const above of foldersOf(file)) {
      const there = look(above);
      if (there === null) return null;
      const path = join(folder, above);
      if (there.isSymbolicLink()) return `${path} is a link, and a build prints through none`;
      if (!there.isDirectory() && !printed.has(above))
        return `${path} is a file that no build has printed, where a folder belongs`;
    }
    return null;
  }

  function fileInTheWay(file: string): string | null {
    const there = look(file);
    const path = join(folder, file);
    if (there === null) return null;
    if (there.isDirectory())
      return isOurs(file) ? null : `${path} is a folder, where a file belongs`;
    if (!there.isFile()) return `${path} is a link or no file, and no build has printed it`;
    if (printed.has(file) || readFileSync(path).equals(readFileSync(join(fresh, file))))
      return null;
    return `${path} would be overwritten, and no build has printed it`;
  }

  /** Whether a folder holds only what was printed, and so goes with it. */
  function isOurs(below: string): boolean {
    const inside = filesIn(join(folder, below));
    const isEmpty = readdirSync(join(folder, below)).length === 0;
    return !isEmpty && inside.every((file) => printed.has(`${below}/${file}`));
  }
}

/** The folders that a file lies in, from the outermost: `a` and `a/b` of `a/b/c.html`. */
export function foldersOf(file: string): string[] {
  const names = file.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

/** What stands at a path of the folder, looked at once; null when nothing does. Links are not followed. */
export function looker(folder: string): (path: string) => Stats | null {
  const known = new Map<string, Stats | null>();
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const there = lookAt(join(folder, path));
    known.set(path, there);
    return there;
  };
}
