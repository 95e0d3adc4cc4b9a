import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Related } from "./related.ts";
import { readSealed, readSealedLines, writeSealed, writeSealedLines } from "./sealed.ts";
import { hashOf } from "./stamps.ts";
import type { Stamp, Stamps } from "./stamps.ts";

/**
 * A file of the output folder: the fingerprint of what it was printed from, how it looks, the words of what it was printed from, and what its
 * view was made of, or an empty text. The words of a file that was kept are not at hand, and an empty text.
 */
export type Printed = readonly [fingerprint: string, stamp: Stamp, words: string, made: string];

/** The same as it is kept: the words, which only tell why something is printed, stand in a file of their own. */
export type KeptPrint = readonly [fingerprint: string, stamp: Stamp, made: string];

/** What a build leaves for the next one. */
export interface State {
  /** Of its options, its code and all its content: nothing is to be done where it is the same, and the time has not come. */
  readonly inputs: string;
  /** From when until when the edition stays what it is, in milliseconds since 1970; null where nothing is to come. */
  readonly from: number;
  readonly until: number | null;
  readonly content: Stamps;
  /** As `Prints` tells it. */
  readonly structure: string;
  readonly related: Related | undefined;
  readonly files: Readonly<Record<string, KeptPrint>>;
}

/** Raised when the form of a state changes: an older one is none. */
const version = 5;

/**
 * What the last build into a folder has left. Whatever is not whole, or of another form, is none: then everything is printed.
 *
 * @param cache where it is kept, with those of other folders
 * @param out the output folder, absolute
 */
export function readState(cache: string, out: string): State | null {
  return readSealed(fileOf(cache, out), keyOf(out)) as State | null;
}

export function writeState(cache: string, out: string, state: State): void {
  writeSealed(fileOf(cache, out), keyOf(out), state);
}

/** The words of each file. */
export function readWords(cache: string, out: string): ReadonlyMap<string, string> {
  const lines = readSealedLines(fileOf(cache, out, "txt"), keyOf(out));
  return new Map([...lines].map(([file, line]) => [file, line.slice(file.length + 1)]));
}

export function writeWords(
  cache: string,
  out: string,
  words: Iterable<readonly [file: string, words: string]>,
): void {
  const lines = Array.from(words, ([file, said]) => [file, `${file}\t${said}`] as const);
  writeSealedLines(fileOf(cache, out, "txt"), keyOf(out), new Map(lines));
}

/** A build that is broken off after this leaves none, and the next one prints everything. */
export function forgetState(cache: string, out: string): void {
  rmSync(fileOf(cache, out), { force: true });
}

function fileOf(cache: string, out: string, ending = "json"): string {
  return join(cache, "builds", `${hashOf(out).slice(0, 16)}.${ending}`);
}

function keyOf(out: string): string {
  return `${version} ${out}`;
}
