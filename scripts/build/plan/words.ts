import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { writeWholeWith } from "../files.ts";
import { stateFile } from "./state.ts";
import type { Printed } from "./state.ts";

/** Files by the words of what they were printed from. */
export type Words = ReadonlyMap<string, string>;

/** In bytes: a file of words that has grown to more for each file of the output folder is written anew, without what is outdated. */
const most = 1000;

/**
 * What was told of each file when it was printed last. Words only tell why something is printed, and so are kept more lightly than a state: a build adds what it has printed, and
 * what comes later counts.
 *
 * @param size in bytes, of as much as is to be read
 */
function readWords(cache: string, out: string, size?: number): Words {
  const text = readAll(stateFile(cache, out, "words")).toString("utf8", 0, size);
  return new Map(
    text.split("\n").map((line) => {
      const end = line.indexOf("\t");
      return [line.slice(0, end), line.slice(end + 1)] as const;
    }),
  );
}

/**
 * Adds those of what was printed.
 *
 * @param kept how many files were not printed
 * @returns what was told before, read when it is asked for
 */
export function addWords(
  cache: string,
  out: string,
  printed: ReadonlyMap<string, Printed>,
  kept: number,
): () => Words {
  const file = stateFile(cache, out, "words");
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const added = printed.entries().map(([name, { words }]) => [name, words] as const);
  if (kept > 0 && size < most * (kept + printed.size)) {
    for (const piece of piecesOf(added)) appendFileSync(file, piece);
    return () => readWords(cache, out, size);
  }
  const before = kept === 0 ? new Map<string, string>() : readWords(cache, out);
  writeWholeWith(file, (open) => {
    for (const words of [before, added])
      for (const piece of piecesOf(words)) writeFileSync(open, piece);
  });
  return () => before;
}

/** Some lines at a time: all of a large magazine would be hundreds of megabytes. */
function* piecesOf(words: Iterable<readonly [file: string, words: string]>): Iterable<string> {
  let piece = "";
  for (const [file, said] of words) {
    if (said !== "") piece += `${file}\t${said}\n`;
    if (piece.length < 1_000_000) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function readAll(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
