import { readFileSync } from "node:fs";
import { writeWhole } from "../files.ts";
import { hashOf } from "./stamps.ts";

/**
 * JSON that was kept under a key; null when there is none, when it is not whole to the last byte, or was kept under another key.
 */
export function readSealed(file: string, key: string): unknown {
  let kept: string;
  try {
    kept = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  const end = kept.indexOf("\n");
  const text = kept.slice(end + 1);
  return kept.slice(0, end) === hashOf(`${key}\n${text}`) ? JSON.parse(text) : null;
}

/** Keeps something as JSON: whole, or not at all. */
export function writeSealed(file: string, key: string, what: unknown): void {
  const text = JSON.stringify(what);
  writeWhole(file, `${hashOf(`${key}\n${text}`)}\n${text}`);
}
