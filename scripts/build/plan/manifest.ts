import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { writeWholeWith } from "../files.ts";
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
  return writePieces(out, piecesFor(basename(out), files, deleted));
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

/** Writes the text that these are. @returns its hash */
export function writePieces(out: string, pieces: Iterable<string>): string {
  const hash = createHash("sha256");
  writeWholeWith(manifestOf(out), (file) => {
    for (const piece of pieces) {
      writeFileSync(file, piece);
      hash.update(piece);
    }
  });
  return hash.digest("base64url");
}

/** In the order in which to upload them. */
export function inOrder(files: Iterable<string>): string[] {
  const ranked = Map.groupBy(files, rank);
  return [0, 1, 2].flatMap((one) => ranked.get(one)?.toSorted() ?? []);
}

/** Whether a file comes before another one in this order. */
export function isBefore(file: string, other: string): boolean {
  const [first, second] = [rank(file), rank(other)];
  return first === second ? file < other : first < second;
}

function rank(path: string): number {
  if (path.startsWith("assets/")) return 0;
  if (path.endsWith(".html")) return 1;
  return path.includes("/") && !/\.(?:xml|json|atom|rss|txt)$/u.test(path) ? 0 : 2;
}
