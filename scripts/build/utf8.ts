import { transcode } from "node:buffer";

let scratch = Buffer.alloc(0);

/** The bytes of texts, one behind the other, in UTF-16; they are there until the next call. */
export function utf16Of(...texts: readonly string[]): Uint8Array {
  const size = utf16Size(texts);
  if (size > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * size);
  writeUtf16(texts, scratch, 0);
  return scratch.subarray(0, size);
}

/** How many bytes they are. */
export function utf16Size(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + 2 * length, 0);
}

/** Writes them into memory where there is room for them. @returns where they end */
export function writeUtf16(texts: readonly string[], memory: Buffer, from: number): number {
  return texts.reduce((end, text) => end + memory.write(text, end, "utf16le"), from);
}

/**
 * The bytes of texts, one behind the other, in UTF-8, a surrogate without its other half as U+FFFD: the same as `Buffer.from`, in a fifth of the time where a text holds
 * letters beyond Latin-1.
 */
export function utf8Of(...texts: readonly string[]): Uint8Array {
  return utf8From(utf16Of(...texts));
}

/** The same of what is in UTF-16. */
export function utf8From(utf16: Uint8Array): Uint8Array {
  try {
    return transcode(utf16, "utf16le", "utf8");
  } catch {
    // It refuses half a pair.
    return Buffer.from(Buffer.from(utf16).toString("utf16le"));
  }
}
