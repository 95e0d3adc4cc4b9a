import { constants, brotliCompressSync } from "node:zlib";

/** What a page of an article may weigh with its style, in bytes brotli and without pictures, and how many elements it may have. */
const mostBytes = 10_000;
const mostElements = 700;
/** A printed page. */
interface Printed {
  readonly path: string;
  readonly html: string;
}

/** A line for each page that is over the budget: which one, by how much, and what of it the text and what the style is. */
export function overBudget(pages: readonly Printed[]): string[] {
  return pages.flatMap(({ path, html }) => {
    const elements = elementsIn(html);
    const bytes = isSurelyLight(html) ? 0 : brotli(html, 11);
    const isHeavy = bytes > mostBytes;
    const bare = isHeavy ? brotli(html.replaceAll(/<style>.*?<\/style>/gsu, ""), 11) : 0;
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
function elementsIn(html: string): number {
  let count = 0;
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at + 1)) {
    const next = html.charCodeAt(at + 1);
    if (next >= 0x61 && next <= 0x7a) count += 1;
  }
  return count;
}

/**
 * Whether a page is within the budget, told without the best compression, of which one page takes as long as the printing of a hundred:
 * pieces that are weighed one by one, and quickly, are never lighter than the page. Nearly all is said by what many pages share, their style,
 * masthead, boxes and footer, which is weighed once.
 */
function isSurelyLight(html: string): boolean {
  const cuts = ["<style>", "</head>", "<main", "</main>"].map((sign) => html.indexOf(sign));
  const [style = 0, body = 0, main = 0, end = 0] = cuts;
  const afterStyle = html.lastIndexOf("</style>", body);
  if (cuts.includes(-1) || afterStyle === -1) return false;
  const shared = [html.slice(style, afterStyle), html.slice(body, main), html.slice(end)];
  const known = shared.reduce((sum, piece) => sum + weightOf(piece), 0);
  const own = html.slice(0, style) + html.slice(afterStyle, body) + html.slice(main, end);
  return known + brotli(own, 0) <= mostBytes;
}

const weights = new Map<string, number>();

function weightOf(piece: string): number {
  const known = weights.get(piece) ?? brotli(piece, 9);
  weights.set(piece, known);
  return known;
}

function brotli(text: string, quality: number): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}
