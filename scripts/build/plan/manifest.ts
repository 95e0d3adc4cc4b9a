import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { writeWhole } from "../files.ts";
import { hashOf } from "./stamps.ts";
import type { KeptPrint } from "./prints.ts";

/** What the output folder holds, for whoever uploads it. */
export interface Manifest {
  readonly version: 1;
  /** The folder's name; this file lies beside it. */
  readonly folder: string;
  /**
   * In the order in which to upload them: what pages need, and bears its hash in its name; pages; feeds, sitemaps and whatever else
   * names pages. So no reader gets a page before what it needs, and none is led to a page that is not there yet.
   */
  readonly files: readonly ListedFile[];
  /** What the build before has printed and this one has not: to be deleted last. */
  readonly deleted: readonly string[];
}

export interface ListedFile {
  /** Below the folder, with slashes. */
  readonly path: string;
  /** SHA-256 of its bytes, in base64url. */
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
}

export function manifestFor(
  folder: string,
  files: ReadonlyMap<string, KeptPrint>,
  deleted: readonly string[],
): Manifest {
  return {
    version: 1,
    folder,
    files: inOrder(files.keys()).flatMap((path) => {
      const [size, , hash] = files.get(path)?.stamp ?? [];
      return size === undefined || hash === undefined ? [] : [{ path, hash, size }];
    }),
    deleted: deleted.toSorted(),
  };
}

/** Where the manifest of a folder lies: beside it. */
export function manifestOf(out: string): string {
  return join(dirname(out), "manifest.json");
}

/** Writes it beside the output folder: whole, or not at all. @returns the hash of its text */
export function writeManifest(
  out: string,
  files: ReadonlyMap<string, KeptPrint>,
  deleted: readonly string[],
): string {
  const manifest = manifestFor(basename(out), files, deleted);
  return write(out, `${JSON.stringify(manifest)}\n`);
}

/**
 * Writes into the manifest that stands there how some of its files look now, which costs less than to order all of them.
 *
 * @param hash of its text; of another one nothing is taken
 * @returns the hash of its new text; null where it was another, or did not name them
 */
export function amendManifest(
  out: string,
  hash: string,
  files: ReadonlyMap<string, KeptPrint>,
): string | null {
  const text = readIfThere(manifestOf(out));
  if (text === null || hashOf(text) !== hash) return null;
  const pieces: string[] = [];
  let at = 0;
  for (const path of inOrder(files.keys())) {
    const [size, , hash] = files.get(path)?.stamp ?? [0, 0, ""];
    const from = text.indexOf(`{"path":${JSON.stringify(path)},`, at);
    if (from === -1) return null;
    const listed: ListedFile = { path, hash, size };
    pieces.push(text.slice(at, from), JSON.stringify(listed));
    at = text.indexOf("}", text.indexOf(`"size":`, from)) + 1;
  }
  const end = text.lastIndexOf(`],"deleted":[`);
  return write(out, `${pieces.join("")}${text.slice(at, end)}],"deleted":[]}\n`);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function write(out: string, text: string): string {
  writeWhole(manifestOf(out), text);
  return hashOf(text);
}

function inOrder(files: Iterable<string>): string[] {
  const ranked = Map.groupBy(files, rank);
  return [0, 1, 2].flatMap((one) => ranked.get(one)?.toSorted() ?? []);
}

function rank(path: string): number {
  if (path.startsWith("assets/")) return 0;
  if (path.endsWith(".html")) return 1;
  return path.includes("/") && !/\.(?:xml|json|atom|rss|txt)$/u.test(path) ? 0 : 2;
}
