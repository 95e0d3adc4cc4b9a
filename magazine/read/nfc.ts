/**
 * Two ways to write one letter are one letter: `ä` is one code point in NFC and two in NFD, as in file names from a Mac. What is compared
 * or printed is in NFC; files are opened by the names that the disk has.
 */
import type { Report } from "./mistakes.ts";

/** A letter with the marks behind it, or a Korean syllable in pieces: what NFC puts together. */
const letters = /[^\p{M}\u1160-\u11FF][\p{M}\u1160-\u11FF]*|[\p{M}\u1160-\u11FF]+/gu;

/** Where a column of a line in NFC stands in the line as it was written; both from 1. */
export function columnAsWritten(written: string, column: number): number {
  let shorter = 0;
  for (const { 0: letter, index } of written.matchAll(letters)) {
    if (index - shorter >= column - 1) break;
    shorter += letter.length - letter.normalize("NFC").length;
  }
  return column + shorter;
}

/** Files by their names in NFC. */
export function byName(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file.normalize("NFC"), file]));
}

/** Reports a file whose name is that of another, but for how its letters are put together: on other disks the two would be one. */
export function refuseTwins(files: readonly string[], report: Report): void {
  const first = byName(files.toReversed());
  for (const file of files) {
    const name = file.normalize("NFC");
    if (first.get(name) === file) continue;
    report({
      file,
      line: 1,
      column: 1,
      what: `two files are called "${name}", in letters that are put together in two ways (NFC and NFD)`,
      expected: "one of them, or another name",
    });
  }
}
