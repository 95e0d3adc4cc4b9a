import type { Rendered } from "../model.ts";
import { fillGaps } from "./gaps.ts";
import type { Gap } from "./gaps.ts";
import { printAsWritten } from "./images.ts";
import { escapeHtml } from "./view.ts";
import type { PrintPicture } from "./view.ts";

export interface RenderOptions {
  /** From 1, or all on one page. */
  readonly part: number | "all";
  /** Trusted HTML that runs in before the first words of the text: the dateline. */
  readonly lead?: string | undefined;
  /** Trusted HTML that stands after the second paragraph, or before a heading that comes sooner: the contents. */
  readonly inset?: string | undefined;
  /** A picture as trusted HTML, by its path in the source and its description. Left out: what its source says. */
  readonly image?: PrintPicture | undefined;
  /** What a link to a page of the magazine leads to, by the address in the source. Left out: to that. */
  readonly link?: ((href: string) => string) | undefined;
  /** The address of the text's page, where it is read elsewhere: links within the text lead there. */
  readonly page?: string | undefined;
  /** The address of another part's page, for links to headings there. Left out: such links stay `#heading`. */
  readonly partAddress?: ((part: number) => string) | undefined;
}

/** The HTML of one part of a text or of all, with the footnotes cited in it. Throws a RangeError for a part that is not there. */
export function renderText(
  { rendered }: { readonly rendered: Rendered },
  options: RenderOptions,
): string {
  const { parts, notes } = rendered;
  const { part } = options;
  const whole = { body: parts.map(({ body }) => body).join(""), notes };
  const shown = part === "all" ? whole : parts[part - 1];
  if (shown === undefined) throw new RangeError(`part ${part} of a text with ${parts.length}`);
  return fillGaps(shown.body + shown.notes, (what) => fill(what, options));
}

function fill(what: Gap, { part, lead = "", inset = "", ...places }: RenderOptions): string {
  switch (what[0]) {
    case "lead":
      if (lead === "") return "";
      return what[1] === "inline" ? `${lead} ` : `<p>${lead}</p>\n`;
    case "inset":
      return (what[1] === "all") === (part === "all") ? inset : "";
    case "image":
      return (places.image ?? printAsWritten)(what[1], what[2]);
    case "link":
      return escapeHtml(places.link?.(what[1]) ?? what[1]);
    case "here":
      return escapeHtml(`${places.page ?? ""}#${what[1]}`);
    case "heading": {
      const [, id, of] = what;
      const elsewhere = part !== "all" && of !== null && of !== part;
      const address = elsewhere ? places.partAddress?.(of) : undefined;
      return escapeHtml(`${address ?? places.page ?? ""}#${id}`);
    }
  }
}
