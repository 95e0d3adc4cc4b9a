import { chmodSync, copyFileSync, linkSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SiteFile } from "./printed-site.ts";

/**
 * Copies a site's files into a new release. A file that the release before has with the same bytes is linked to it: so an unchanged page
 * takes no room, and keeps the time that servers make its ETag of.
 *
 * @param before the release before, null for none
 */
export function copySite(
  files: readonly SiteFile[],
  from: string,
  to: string,
  before: string | null,
): void {
  for (const { path } of files) {
    const [source, target] = [join(from, path), join(to, path)];
    mkdirSync(dirname(target), { recursive: true });
    if (before !== null && isLinked(source, join(before, path), target)) continue;
    copyFileSync(source, target);
    // Whatever it was here, the web server has to read it.
    chmodSync(target, 0o644);
  }
}

function isLinked(source: string, old: string, target: string): boolean {
  const size = statSync(old, { throwIfNoEntry: false })?.size;
  if (size !== statSync(source).size || !readFileSync(old).equals(readFileSync(source)))
    return false;
  try {
    linkSync(old, target);
    return true;
  } catch {
    // Not every file system has links, and each file only so many.
    return false;
  }
}
