/**
 * What differs between the pages that show a text, and so stands open in its HTML until a page is printed.
 *
 * - `link`: the address of a page of the magazine, as it stands in the source
 * - `heading`: the address of a heading of the text, by its id, and the part it stands in; null for one that is not there
 * - `here`: the address of what stands on the same page, by its id
 * - `image`: a picture, by its `src` in the source and its description
 * - `lead`: what runs in before the first words; `alone` in a text that begins with none
 * - `inset`: what stands behind the first paragraphs of a part, or of all parts on one page
 */
export type Gap =
  | readonly ["link", href: string]
  | readonly ["heading", id: string, part: number | null]
  | readonly ["here", id: string]
  | readonly ["image", src: string, alt: string]
  | readonly ["lead", "inline" | "alone"]
  | readonly ["inset", "part" | "all"];

/** No text holds it: markdown-it replaces it (CommonMark 0.31.2, 2.3), and JSON escapes it. */
const edge = "\0";

/** A gap as it stands in HTML. */
export function gap(...what: Gap): string {
  return edge + JSON.stringify(what) + edge;
}

/** HTML with every gap filled. */
export function fillGaps(html: string, fill: (what: Gap) => string): string {
  const [first = "", ...rest] = html.split(edge);
  return rest.reduce(
    (filled, piece, at) =>
      // Between two edges stands a gap, written by `gap`.
      filled + (at % 2 === 0 ? fill(JSON.parse(piece) as Gap) : piece),
    first,
  );
}
