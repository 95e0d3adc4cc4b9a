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
  if (what[0] === "lead") {
    if (lead === "") return "";
    return what[1] === "inline" ? `${lead} ` : `<p>${lead}</p>\n`;
  }
  if (what[0] === "inset") return (what[1] === "all") === (part === "all") ? inset : "";
  if (what[0] === "image") return (places.image ?? printAsWritten)(what[1], what[2]);
  if (what[0] === "link") return escapeHtml(places.link?.(what[1]) ?? what[1]);
  const [kind, id] = what;
  const of = kind === "heading" && part !== "all" ? what[2] : null;
  const elsewhere = of !== null && of !== part ? places.partAddress?.(of) : undefined;
  return escapeHtml(`${elsewhere ?? places.page ?? ""}#${id}`);
}
