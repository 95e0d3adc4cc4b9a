import { readFileSync } from "node:fs";
import { writeWhole } from "../files.ts";
import { hashOf } from "./stamps.ts";

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
  let kept: string;
  try {
    kept = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  const end = kept.indexOf("\n");
  const text = kept.slice(end + 1);
  return kept.slice(0, end) === sealOf(key, text, mark) ? text : null;
}

export function writeSealedText(file: string, key: string, text: string, mark = ""): void {
  writeWhole(file, `${sealOf(key, text, mark)}\n${text}`);
}

function sealOf(key: string, text: string, mark: string): string {
  return `${mark}${hashOf(`${key}\n${text}`)}`;
}
