import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { writeWholeWith } from "../files.ts";
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
  return write(out, piecesFor(basename(out), files, deleted));
}

/** A manifest as JSON, some files at a time: all of a large magazine would be much to hold. */
function* piecesFor(
  folder: string,
  files: ReadonlyMap<string, KeptPrint>,
  deleted: readonly string[],
): Iterable<string> {
  let piece = `{"version":1,"folder":${JSON.stringify(folder)},"files":[`;
  let comma = "";
  for (const path of inOrder(files.keys())) {
    const [size, , hash] = files.get(path)?.stamp ?? [0, 0, ""];
    const listed: ListedFile = { path, hash, size };
    piece += comma + JSON.stringify(listed);
    comma = ",";
    if (piece.length < 1_000_000) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}],"deleted":${JSON.stringify(deleted.toSorted())}}\n`;
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
  return write(out, [...pieces, `${text.slice(at, end)}],"deleted":[]}\n`]);
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** @returns the hash of the text that these are */
function write(out: string, pieces: Iterable<string>): string {
  const hash = createHash("sha256");
  writeWholeWith(manifestOf(out), (file) => {
    for (const piece of pieces) {
      writeFileSync(file, piece);
      hash.update(piece);
    }
  });
  return hash.digest("base64url");
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
