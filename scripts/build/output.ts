import { readdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "../command.ts";
import { lookAt } from "./files.ts";
import { isMagazine, readPrinted } from "./printed.ts";

/**
 * Refuses an output folder that was probably not meant: what is in it stays as it is, but pages would be strewn between. A folder for
 * pages has been printed into before, or holds nothing but files of its own (`CNAME`) and what begins with a dot (`.git`).
 *
 * @throws UsageError with what to do
 */
export function refuseForeign(out: string, content: string): void {
  if (`${out}/`.startsWith(`${content}/`)) {
    throw new UsageError(`${out} lies in the content folder: name another --out`);
  }
  if (lookAt(out) === null) return refuseFile(dirname(out));
  const there = statSync(out, { throwIfNoEntry: false });
  if (there === undefined) {
    throw new UsageError(`${out} is a link that leads nowhere: name another --out`);
  }
  if (!there.isDirectory()) throw new UsageError(`${out} is a file: name a folder with --out`);
  if (isMagazine(out) || readPrinted(out) !== null) return;
  const foreign = readdirSync(out, { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && !entry.name.startsWith("."),
  );
  if (foreign === undefined) return;
  throw new UsageError(
    `${out} holds what no build has printed, such as the folder ${foreign.name}: name another --out, or empty it first`,
  );
}

/** Refuses a file among the folders that the output lies in. */
function refuseFile(above: string): void {
  const there = lookAt(above);
  if (there?.isFile() === true)
    throw new UsageError(`${above} is a file: name a folder with --out`);
  if (there === null && above !== dirname(above)) refuseFile(dirname(above));
}

/** Why a folder cannot be written, as the system says it. */
const refusals = new Set([
  "EACCES",
  "EBUSY",
  "EDQUOT",
  "EEXIST",
  "EISDIR",
  "ELOOP",
  "ENOSPC",
  "ENOTDIR",
  "ENOTEMPTY",
  "EPERM",
  "EROFS",
]);

/** An error of the file system that whoever called can mend, as a line; any other as it is. */
export function inWords(error: unknown, out: string): unknown {
  if (!(error instanceof Error && "code" in error && refusals.has(String(error.code))))
    return error;
  return new UsageError(
    `${out} cannot be printed into (${error.message}): mend this, or name another --out`,
    { cause: error },
  );
}
