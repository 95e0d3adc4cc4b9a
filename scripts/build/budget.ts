import { constants, brotliCompressSync } from "node:zlib";

/** What a page of an article may weigh with its style, in bytes brotli and without pictures, and how many elements it may have. */
const mostBytes = 10_000;
const mostElements = 700;

/** A printed page, in UTF-8. */
interface Printed {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What of it no other page has. */
  readonly own: Uint8Array;
  /** The rest; of the same piece, the same bytes each time. */
  readonly shared: readonly Uint8Array[];
}

/** A line for each way in which a page is over the budget: which one, by how much, and what of it the text and what the style is. */
export function overBudget({ path, bytes: whole, own, shared }: Printed): string[] {
  const weights = [weigh(own, 0), ...shared.map(weightOf)];
  const elements = weights.reduce((sum, one) => sum + one.elements, 0);
  const isLight =
    weights.reduce((sum, one) => sum + one.bytes, 0) <= mostBytes ||
    // Nearly the best, in a tenth of its time.
    brotli(whole, 9) <= mostBytes;
  const bytes = isLight ? 0 : brotli(whole, 11);
  const isHeavy = bytes > mostBytes;
  const bare = isHeavy ? brotli(withoutStyles(whole), 11) : 0;
  return [
    ...(isHeavy
      ? [
          `${path} weighs ${bytes} bytes brotli, more than ${mostBytes}: HTML ${bare}, style ${bytes - bare}`,
        ]
      : []),
    ...(elements > mostElements
      ? [`${path} has ${elements} elements, more than ${mostElements}`]
      : []),
  ];
}

function withoutStyles(html: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(html)
      .toString()
      .replaceAll(/<style>.*?<\/style>/gsu, ""),
  );
}

/** In attributes and texts every `<` is escaped. */
function elementsIn(html: Uint8Array): number {
  // To look for the sign as a buffer does takes half of the time of a loop over all of them.
  const bytes = Buffer.from(html.buffer, html.byteOffset, html.length);
  let count = 0;
  for (let at = bytes.indexOf(0x3c); at !== -1; at = bytes.indexOf(0x3c, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next >= 0x61 && next <= 0x7a) count += 1;
  }
  return count;
}

interface Weight {
  readonly bytes: number;
  readonly elements: number;
}

/**
 * Of a piece. Pieces that are weighed one by one, and quickly, are never lighter together than the page: so most pages are told to be light without
 * the best compression, of which one takes as long as the printing of a hundred.
 */
function weigh(piece: Uint8Array, quality: number): Weight {
  return { bytes: brotli(piece, quality), elements: elementsIn(piece) };
}

const known = new WeakMap<Uint8Array, Weight>();

/** Nearly all of a page's weight is that of what many pages share, which is weighed once. */
function weightOf(piece: Uint8Array): Weight {
  // A better quality finds some twenty bytes more, and a small build waits for it.
  const weight = known.get(piece) ?? weigh(piece, 5);
  known.set(piece, weight);
  return weight;
}

function brotli(text: Uint8Array, quality: number): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}
