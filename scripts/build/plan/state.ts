import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Outline } from "../../../magazine/outline.ts";
import { readLines, writeLines } from "./lines.ts";
import type { Line, Lines } from "./lines.ts";
import type { Related } from "./related.ts";
import { readSealed, writeSealedText } from "./sealed.ts";
import { hashOf } from "./stamps.ts";
import type { Stamp, Stamps } from "./stamps.ts";

/** A file of the output folder. */
export interface KeptPrint {
  /** Of what it was printed from. */
  readonly fingerprint: string;
  /** How it looks. */
  readonly stamp: Stamp;
  /** What its view was made of, or an empty text. */
  readonly made: string;
}

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
  readonly related: Related | undefined;
  /** The hash of the outline of its edition, and of what all views are made of, as `versionsIn` tells it. */
  readonly outline: string;
  readonly shared: string;
  /** Which bytes files had when all of the edition was looked at last, where they have others now: SHA-256. What they are outwardly is as it was then. */
  readonly edited: Readonly<Record<string, string>>;
  /** The authors by their files, as `outwardAuthor` tells them, each as a hash. */
  readonly authors: Readonly<Record<string, string>>;
}

/** The files that stood there, each read when it is asked for. */
export interface KeptPrints {
  readonly size: number;
  readonly names: () => IteratorObject<string>;
  /** Always the same thing for a file. */
  readonly of: (file: string) => KeptPrint | undefined;
  readonly lines: Lines;
}

/** Raised when the form of a state changes: an older one is none. */
const version = 8;

/** Under this name, which no file has, stands what is no file. */
const summary = "";

/**
 * What the last build into a folder has left. Whatever is not whole, or of another form, is none: then everything is printed.
 *
 * @param cache where it is kept, with those of other folders
 * @param out the output folder, absolute
 */
export function readState(cache: string, out: string): State | null {
  const lines = readLines(stateFile(cache, out), keyOf(out));
  const text = lines.get(summary);
  return text === undefined ? null : { ...(JSON.parse(text) as Summary), files: printsIn(lines) };
}

/** @param before what stood there; what of it is the same thing is not written anew */
export function writeState(
  cache: string,
  out: string,
  state: Summary,
  { files, before }: { files: ReadonlyMap<string, KeptPrint>; before: KeptPrints | undefined },
): void {
  const lines = function* (): Iterable<Line> {
    yield [summary, JSON.stringify(state)];
    for (const [file, print] of files)
      yield [file, print === before?.of(file) ? null : lineOf(print)];
  };
  writeLines(stateFile(cache, out), keyOf(out), lines(), before?.lines);
}

function printsIn(lines: Lines): KeptPrints {
  const known = new Map<string, KeptPrint>();
  return {
    size: lines.size - 1,
    *names() {
      for (const name of lines.names()) if (name !== summary) yield name;
    },
    of(file) {
      const before = known.get(file);
      if (before !== undefined) return before;
      const line = lines.get(file);
      if (line === undefined || file === summary) return undefined;
      const print = printIn(line);
      known.set(file, print);
      return print;
    },
    lines,
  };
}

function lineOf({ fingerprint, stamp: [size, changed, hash], made }: KeptPrint): string {
  return `${size}\t${changed}\t${hash}\t${fingerprint}\t${made}`;
}

function printIn(line: string): KeptPrint {
  const [size, changed, hash = "", fingerprint = "", made = ""] = line.split("\t");
  return { fingerprint, stamp: [Number(size), Number(changed), hash], made };
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
