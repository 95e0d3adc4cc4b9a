import { constants, brotliCompressSync } from "node:zlib";

/** What a page of an article may weigh with its style, in bytes brotli and without pictures, and how many elements it may have. */
const mostBytes = 10_000;
const mostElements = 700;
/** Text and markup become a third by brotli; half of that is left as a margin, so that small pages need no weighing. */
const smallest = 20_000;

/** A printed page. */
interface Printed {
  readonly path: string;
  readonly html: string;
}

/** A line for each page that is over the budget: which one, by how much, and what of it the text and what the style is. */
export function overBudget(pages: readonly Printed[]): string[] {
  return pages.flatMap(({ path, html }) => {
    const elements = html.match(/<[a-z][^>]*>/gu)?.length ?? 0;
    const bytes = weightOf(html);
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

/** Exact where it matters: a quick compression is never smaller than the best. */
function weightOf(html: string): number {
  if (html.length < smallest) return 0;
  const quick = brotli(html, 4);
  return quick <= mostBytes ? quick : brotli(html, 11);
}

function brotli(text: string, quality: number): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}
