import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeWhole } from "../files.ts";

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

/** @param pieces one behind the other */
export function writeSealedBytes(
  file: string,
  key: string,
  pieces: readonly Uint8Array[],
  mark = "",
): void {
  writeWhole(file, `${sealOf(key, pieces, mark)}\n`, ...pieces);
}

function sealOf(key: string, pieces: readonly Uint8Array[], mark: string): string {
  const seal = createHash("sha256").update(`${key}\n`);
  for (const piece of pieces) seal.update(piece);
  return mark + seal.digest("base64url");
}
