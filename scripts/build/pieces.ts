import { Shared } from "../../layouts/html.ts";
import type { Piece } from "../../layouts/html.ts";

/** Stands in a page's own text where something shared goes. Content with control characters is refused, and no layout has one. */
const mark = "\0";

/** A page's own texts, marks among them, and what goes into their places. */
export function parted(pieces: readonly Piece[]): {
  readonly own: readonly string[];
  readonly shared: readonly Shared[];
} {
  return {
    own: pieces.map((one) => (one instanceof Shared ? mark : one)),
    shared: pieces.filter((one) => one instanceof Shared),
  };
}

let scratch = Buffer.alloc(0);

/**
 * The bytes of a page, put together; they are there until the next call.
 *
 * @param own with marks, in UTF-8
 * @param shared what goes into their places
 */
export function together(own: Uint8Array, shared: readonly Uint8Array[]): Uint8Array {
  if (shared.length === 0) return own;
  const size = shared.reduce((sum, { length }) => sum + length, own.length - shared.length);
  if (size > scratch.length) scratch = Buffer.allocUnsafeSlow(2 * size);
  let [from, end] = [0, 0];
  const put = (bytes: Uint8Array): void => {
    scratch.set(bytes, end);
    end += bytes.length;
  };
  for (const one of shared) {
    const to = own.indexOf(0, from);
    put(own.subarray(from, to));
    put(one);
    from = to + 1;
  }
  if (own.includes(0, from)) throw new Error("a page's own text holds a control character");
  put(own.subarray(from));
  return scratch.subarray(0, size);
}
