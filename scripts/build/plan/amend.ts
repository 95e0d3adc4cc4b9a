import { readFileSync } from "node:fs";
import { inOrder, isBefore, manifestOf, writePieces } from "./manifest.ts";
import type { ListedFile } from "./manifest.ts";
import type { KeptPrint } from "./prints.ts";
import { hashOf } from "./stamps.ts";

/** What is other than it was in a manifest. */
export interface Amendment {
  /** Files that look otherwise, and those that are new. */
  readonly files: ReadonlyMap<string, KeptPrint>;
  /** Whether a file stands in it already. */
  readonly has: (file: string) => boolean;
  /** Those that are no longer there. */
  readonly gone: readonly string[];
}

/** A file in the text of a manifest begins with this. */
const start = `{"path":`;

/**
 * Writes into the manifest that stands there what has changed, which costs less than to order all files again.
 *
 * @param hash of its text; of another one nothing is taken
 * @returns the hash of its new text; null where it was another, or did not name a file that is to stand in it
 */
export function amendManifest(
  out: string,
  hash: string,
  { files, has, gone }: Amendment,
): string | null {
  const text = readIfThere(manifestOf(out));
  if (text === null || hashOf(text) !== hash) return null;
  const begin = text.indexOf("[") + 1;
  const end = text.lastIndexOf(`],"deleted":[`);
  // With a comma behind each file.
  const list = end === begin ? "" : `${text.slice(begin, end)},`;
  const pieces: string[] = [];
  let at = 0;
  for (const path of inOrder([...files.keys(), ...gone])) {
    const isNew = !has(path);
    const from = isNew
      ? placeFor(path, list, at)
      : list.indexOf(`${start}${JSON.stringify(path)},`, at);
    if (from === -1) return null;
    pieces.push(list.slice(at, from));
    const print = files.get(path);
    if (print !== undefined) {
      const [size, , hash] = print.stamp;
      const listed: ListedFile = { path, hash, size };
      pieces.push(`${JSON.stringify(listed)},`);
    }
    at = isNew ? from : endOf(list, from);
  }
  const all = pieces.join("") + list.slice(at);
  return writePieces(out, [
    text.slice(0, begin),
    all.slice(0, -1),
    `],"deleted":${JSON.stringify(gone.toSorted())}}\n`,
  ]);
}

/** Where a new file belongs, found by halving, since all stand in order. @param from behind the last one that is known to come before it */
function placeFor(path: string, list: string, from: number): number {
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const file = list.indexOf(start, middle);
    if (file === -1 || file >= high) high = middle;
    else if (isBefore(pathAt(list, file), path)) low = endOf(list, file);
    else high = file;
  }
  return low;
}

function pathAt(list: string, file: number): string {
  const end = list.indexOf(`,"hash":"`, file);
  return JSON.parse(list.slice(file + start.length, end)) as string;
}

/** Where a file ends, with its comma. */
function endOf(list: string, file: number): number {
  return list.indexOf("}", list.indexOf(`"size":`, file)) + 2;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
