import { rmSync } from "node:fs";
import { join } from "node:path";
import { readSealed, writeSealed } from "./sealed.ts";
import { hashOf } from "./stamps.ts";
import type { Stamp, Stamps } from "./stamps.ts";

/**
 * A file of the output folder: the fingerprint of what it was printed from, how it looks, the words of what it was printed from, and what its
 * view was made of, or an empty text.
 */
export type Printed = readonly [fingerprint: string, stamp: Stamp, words: string, made: string];

/** What a build leaves for the next one. */
export interface State {
  /** Of its options, its code and all its content: nothing is to be done where it is the same, and the time has not come. */
  readonly inputs: string;
  /** From when until when the edition stays what it is, in milliseconds since 1970; null where nothing is to come. */
  readonly from: number;
  readonly until: number | null;
  readonly content: Stamps;
  readonly files: Readonly<Record<string, Printed>>;
}

/** Raised when the form of a state changes: an older one is none. */
const version = 3;

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

/** A build that is broken off after this leaves none, and the next one prints everything. */
export function forgetState(cache: string, out: string): void {
  rmSync(fileOf(cache, out), { force: true });
}

function fileOf(cache: string, out: string): string {
  return join(cache, "builds", `${hashOf(out).slice(0, 16)}.json`);
}

function keyOf(out: string): string {
  return `${version} ${out}`;
}
