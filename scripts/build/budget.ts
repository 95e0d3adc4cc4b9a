import { constants, brotliCompressSync } from "node:zlib";

/** What a page of an article may weigh with its style, in bytes brotli and without pictures, and how many elements it may have. */
const mostBytes = 10_000;
const mostElements = 700;

/** A printed page. */
interface Printed {
  readonly path: string;
  /** In UTF-8. */
  readonly bytes: Uint8Array;
}

/** A line for each page that is over the budget: which one, by how much, and what of it the text and what the style is. */
export function overBudget(pages: readonly Printed[]): string[] {
  return pages.flatMap(({ path, bytes: printed }) => {
    const html = Buffer.from(printed.buffer, printed.byteOffset, printed.byteLength);
    const known = quickly(html);
    const elements = known?.elements ?? elementsIn(html);
    const isLight =
      // The second is nearly the best, in a tenth of its time.
      (known !== null && known.bytes <= mostBytes) || brotli(html, 9) <= mostBytes;
    const bytes = isLight ? 0 : brotli(html, 11);
    const isHeavy = bytes > mostBytes;
    const bare = isHeavy
      ? brotli(Buffer.from(html.toString().replaceAll(/<style>.*?<\/style>/gsu, "")), 11)
      : 0;
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
  });
}

/** In attributes and texts every `<` is escaped. */
function elementsIn(html: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < html.length - 1; at += 1) {
    if (html[at] !== 0x3c) continue;
    const next = html[at + 1] ?? 0;
    if (next >= 0x61 && next <= 0x7a) count += 1;
  }
  return count;
}

interface Weight {
  readonly bytes: number;
  readonly elements: number;
}

/**
 * At most how much a page weighs, told without the best compression, of which one page takes as long as the printing of a hundred: pieces that
 * are weighed one by one, and quickly, are never lighter than the page. Nearly all is said by what many pages share, their style,
 * masthead, boxes and footer, which is weighed once. Null for what has not these pieces.
 */
function quickly(html: Buffer): Weight | null {
  const cuts = ["<style>", "</head>", "<main", "</main>"].map((sign) => html.indexOf(sign));
  const [style = 0, body = 0, main = 0, end = 0] = cuts;
  const afterStyle = html.lastIndexOf("</style>", body);
  if (cuts.includes(-1) || afterStyle === -1) return null;
  const own = Buffer.concat([
    html.subarray(0, style),
    html.subarray(afterStyle, body),
    html.subarray(main, end),
  ]);
  const shared = [
    html.subarray(style, afterStyle),
    html.subarray(body, main),
    html.subarray(end),
  ].map(weightOf);
  return {
    bytes: shared.reduce((sum, { bytes }) => sum + bytes, brotli(own, 0)),
    elements: shared.reduce((sum, { elements }) => sum + elements, elementsIn(own)),
  };
}

const weighed: { readonly piece: Buffer; readonly weight: Weight }[] = [];

function weightOf(piece: Buffer): Weight {
  // Few are known, and two of them differ soon: to compare them is quicker than to look up so long a text.
  const known = weighed.find((one) => one.piece.equals(piece));
  if (known !== undefined) return known.weight;
  // A better quality finds some twenty bytes more, and a small build waits for it.
  const weight = { bytes: brotli(piece, 5), elements: elementsIn(piece) };
  weighed.push({ piece: Buffer.from(piece), weight });
  return weight;
}

function brotli(text: Uint8Array, quality: number): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}
