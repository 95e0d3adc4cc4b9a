import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { writeWhole } from "../files.ts";

/**
 * JSON that was kept under a key; null when there is none, when it is not whole to the last byte, or was kept under another key.
 */
export function readSealed(file: string, key: string): unknown {
  const bytes = readBytes(file, key);
  return bytes === null ? null : JSON.parse(bytes.toString("latin1"));
}

/** Keeps something as JSON: whole, or not at all. */
export function writeSealed(file: string, key: string, what: unknown): void {
  writeBytes(file, key, inLatin1(JSON.stringify(what)));
}

/** The same of a text, as it is. @param mark stands before the seal, which is the first line */
export function readSealedText(file: string, key: string, mark = ""): string | null {
  return readBytes(file, key, mark)?.toString() ?? null;
}

export function writeSealedText(file: string, key: string, text: string, mark = ""): void {
  writeBytes(file, key, Buffer.from(text), mark);
}

/** The same of lines in which letters may be escaped as in JSON, each by what stands in it before its first tab. None where the text is none. */
export function readSealedLines(file: string, key: string): ReadonlyMap<string, string> {
  const lines = readBytes(file, key)?.toString("latin1").split("\n") ?? [];
  return new Map(lines.map((line) => [line.slice(0, line.indexOf("\t")), line]));
}

export function writeSealedLines(
  file: string,
  key: string,
  lines: ReadonlyMap<string, string>,
): void {
  writeBytes(file, key, inLatin1([...lines.values()].join("\n")));
}

/** What is not of Latin-1 is escaped as in JSON: such a text is decoded at once, and takes half of the memory. */
function inLatin1(text: string): Buffer {
  const escaped = text.replace(
    /[^\0-\xFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return Buffer.from(escaped, "latin1");
}

function readBytes(file: string, key: string, mark = ""): Buffer | null {
  let kept: Buffer;
  try {
    kept = readFileSync(file);
  } catch {
    return null;
  }
  const end = kept.indexOf("\n");
  const bytes = kept.subarray(end + 1);
  return kept.toString("utf8", 0, end) === sealOf(key, bytes, mark) ? bytes : null;
}

function writeBytes(file: string, key: string, bytes: Uint8Array, mark = ""): void {
  writeWhole(file, `${sealOf(key, bytes, mark)}\n`, bytes);
}

function sealOf(key: string, text: Uint8Array, mark: string): string {
  return mark + createHash("sha256").update(`${key}\n`).update(text).digest("base64url");
}
