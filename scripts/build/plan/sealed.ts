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

/** What is not of Latin-1 is escaped as in JSON: such a text is decoded at once, and takes half of the memory. */
const beyond = /[^\0-\xFF]/g;

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** The same of a text as it stands in JSON or a program, where other letters than those of Latin-1 may be escaped. @param mark stands before the seal, which is the first line */
export function readSealedText(file: string, key: string, mark = ""): string | null {
  let kept: Buffer;
  try {
    kept = readFileSync(file);
  } catch {
    return null;
  }
  const end = kept.indexOf("\n");
  const text = kept.subarray(end + 1);
  return kept.toString("utf8", 0, end) === sealOf(key, text, mark) ? text.toString("latin1") : null;
}

export function writeSealedText(file: string, key: string, text: string, mark = ""): void {
  const bytes = Buffer.from(text.replace(beyond, escaped), "latin1");
  writeWhole(
    file,
    `${sealOf(key, bytes, mark)}
`,
    bytes,
  );
}

/** The same of lines, each by what stands in it before its first tab. None where the text is none. */
export function readSealedLines(file: string, key: string): ReadonlyMap<string, string> {
  const lines = readSealedText(file, key)?.split("\n") ?? [];
  return new Map(lines.map((line) => [line.slice(0, line.indexOf("\t")), line]));
}

export function writeSealedLines(
  file: string,
  key: string,
  lines: ReadonlyMap<string, string>,
): void {
  writeSealedText(file, key, [...lines.values()].join("\n"));
}

function sealOf(key: string, text: Uint8Array, mark: string): string {
  return mark + createHash("sha256").update(`${key}\n`).update(text).digest("base64url");
}
