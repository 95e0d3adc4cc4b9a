import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesIn, lookAt } from "../build/files.ts";
import { isMagazine } from "../build/printed.ts";
import { UsageError } from "../command.ts";

/** A file that goes online. */
export interface SiteFile {
  /** Below the folder, with slashes. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

export interface PrintedSite {
  readonly files: readonly SiteFile[];
  /** Of all paths and bytes: the same site has the same one, whenever it was printed. */
  readonly hash: string;
}

/** What lies beside the pages and is nobody's to read, as rsync's patterns: a repository in the folder, and the lists of what was printed. */
export const notForReaders = ["/.git", ".kolumne-printed*"];

/** Whether a path of the folder goes online. */
export function isPublic(path: string): boolean {
  return !/^\.git(?:\/|$)|(?:^|\/)\.kolumne-printed/.test(path);
}

/**
 * What a build has printed into a folder, and what else was laid there to go online.
 *
 * @throws UsageError when no build has printed there, or something is no file
 */
export function readPrintedSite(folder: string): PrintedSite {
  if (!isMagazine(folder))
    throw new UsageError(`${folder} holds nothing that a build has printed: leave out --no-build`);
  const all = createHash("sha256");
  const files = filesIn(folder)
    .filter(isPublic)
    .toSorted()
    .map((path) => {
      const file = join(folder, path);
      if (lookAt(file)?.isFile() !== true)
        throw new UsageError(
          `${file} is a link or no file, and only files are deployed: lay a file there`,
        );
      const bytes = readFileSync(file);
      all.update(`${path}\0${createHash("sha256").update(bytes).digest("hex")}\n`);
      return { path, size: bytes.length };
    });
  return { files, hash: all.digest("hex").slice(0, 12) };
}

/** Whether drafts may be in it: a build with `--preview` asks search engines to keep none of its pages. */
export function isPreview(folder: string): boolean {
  return readFileSync(join(folder, "index.html"), "utf8").includes(
    '<meta name="robots" content="noindex">',
  );
}
