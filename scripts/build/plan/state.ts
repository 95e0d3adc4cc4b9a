import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Outline } from "../../../magazine/outline.ts";
import { printsIn } from "./prints.ts";
import type { KeptPrint, KeptPrints } from "./prints.ts";
import { readSealed, readSealedText, writeSealedBytes, writeSealedText } from "./sealed.ts";
import { hashOf } from "./stamps.ts";
import type { Stamps } from "./stamps.ts";

/** One that was just printed: with the words of what it was printed from, which only tell why, and are kept apart. */
export interface Printed extends KeptPrint {
  readonly words: string;
}

/** What a build leaves for the next one. */
export interface State extends Summary {
  readonly files: KeptPrints;
}

/** What is known without its files. */
export interface Summary {
  /** Of its options, its code and all its content: nothing is to be done where it is the same, and the time has not come. Empty where there is something to be told again. */
  readonly inputs: string;
  /** Of its options and its code. */
  readonly basis: string;
  /** From when until when the edition stays what it is, in milliseconds since 1970; null where nothing is to come. */
  readonly from: number;
  readonly until: number | null;
  readonly content: Stamps;
  /** The hash of the manifest beside the output folder. */
  readonly manifest: string;
  /** As `Prints` tells it. */
  readonly structure: string;
  /** Of its articles' related ones, as `relatedIn` tells it. */
  readonly related: readonly number[];
  /** The hash of the outline of its edition, and of what all views are made of, as `versionsIn` tells it. */
  readonly outline: string;
  readonly shared: string;
  /** Which bytes files had when all of the edition was looked at last, where they have others now: SHA-256. What they are outwardly is as it was then. */
  readonly edited: Readonly<Record<string, string>>;
}

/** Raised when the form of a state changes: an older one is none. */
const version = 12;

/**
 * What the last build into a folder has left. Whatever is not whole, or of another form, is none: then everything is printed.
 *
 * @param cache where it is kept, with those of other folders
 * @param out the output folder, absolute
 */
export function readState(cache: string, out: string): State | null {
  const text = readSealedText(stateFile(cache, out), keyOf(out));
  if (text === null) return null;
  // Each line ends.
  const [summary = "", ...lines] = text.slice(0, -1).split("\n");
  return { ...(JSON.parse(summary) as Summary), files: printsIn(lines) };
}

/** @param lines of the files that stand there */
export function writeState(
  cache: string,
  out: string,
  state: Summary,
  lines: Iterable<string>,
): void {
  writeSealedBytes(stateFile(cache, out), keyOf(out), piecesOf(JSON.stringify(state), lines));
}

/** Some lines at a time: all of a large magazine would be much to hold. */
function* piecesOf(first: string, lines: Iterable<string>): Iterable<Uint8Array> {
  let piece = `${first}\n`;
  for (const line of lines) {
    piece += `${line}\n`;
    if (piece.length < 1_000_000) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  yield Buffer.from(piece);
}

/** The outline of the edition; null where it is not that of the hash. */
export function readOutline(cache: string, out: string, hash: string): Outline | null {
  return readSealed(stateFile(cache, out, "outline"), hash) as Outline | null;
}

/** @param outline as JSON */
export function writeOutline(cache: string, out: string, hash: string, outline: string): void {
  writeSealedText(stateFile(cache, out, "outline"), hash, outline);
}

/** A build that is broken off after this leaves none, and the next one prints everything. */
export function forgetState(cache: string, out: string): void {
  rmSync(stateFile(cache, out), { force: true });
}

/** Where something of an output folder is kept. */
export function stateFile(cache: string, out: string, ending = "files"): string {
  return join(cache, "builds", `${hashOf(out).slice(0, 16)}.${ending}`);
}

function keyOf(out: string): string {
  return `${version} ${out}`;
}
