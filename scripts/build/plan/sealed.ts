import { createHash } from "node:crypto";
import { readFileSync, writeFileSync, writeSync } from "node:fs";
import { writeWholeWith } from "../files.ts";

/**
 * JSON that was kept under a key; null when there is none, when it is not whole to the last byte, or was kept under another key.
 */
export function readSealed(file: string, key: string): unknown {
  const text = readSealedText(file, key);
  return text === null ? null : JSON.parse(text);
}

/** Keeps something as JSON: whole, or not at all. */
export function writeSealed(file: string, key: string, what: unknown): void {
  writeSealedText(file, key, JSON.stringify(what));
}

/** The same of a text, as it is. @param mark stands before the seal, which is the first line */
export function readSealedText(file: string, key: string, mark = ""): string | null {
  return readSealedBytes(file, key, mark)?.toString() ?? null;
}

export function writeSealedText(file: string, key: string, text: string, mark = ""): void {
  writeSealedBytes(file, key, [Buffer.from(text)], mark);
}

export function readSealedBytes(file: string, key: string, mark = ""): Buffer | null {
  let kept: Buffer;
  try {
    kept = readFileSync(file);
  } catch {
    return null;
  }
  const end = kept.indexOf("\n");
  const bytes = kept.subarray(end + 1);
  return kept.toString("utf8", 0, end) === sealOf(key, [bytes], mark) ? bytes : null;
}

/** @param pieces one behind the other, each written before the next one is made */
export function writeSealedBytes(
  file: string,
  key: string,
  pieces: Iterable<Uint8Array>,
  mark = "",
): void {
  writeWholeWith(file, (open) => {
    // The seal stands first and is known last: any other of the same length keeps its place.
    writeFileSync(open, `${sealOf(key, [], mark)}\n`);
    const written = function* (): Iterable<Uint8Array> {
      for (const piece of pieces) {
        writeFileSync(open, piece);
        yield piece;
      }
    };
    writeSync(open, sealOf(key, written(), mark), 0);
  });
}

function sealOf(key: string, pieces: Iterable<Uint8Array>, mark: string): string {
  const seal = createHash("sha256").update(`${key}\n`);
  for (const piece of pieces) seal.update(piece);
  return mark + seal.digest("base64url");
}
