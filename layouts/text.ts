import type { PartNumber } from "../magazine/pages/addresses.ts";
import type { TextView } from "../magazine/pages/views.ts";
import { renderText } from "../magazine/text/rendered.ts";
import { raw } from "./html.ts";
import type { Html } from "./html.ts";
import { picture, plainPicture } from "./picture.ts";

interface Options {
  readonly part?: PartNumber;
  /** Run in before the first words of the first paragraph. */
  readonly lead?: Html;
  /** Stands after the second paragraph. */
  readonly inset?: Html | undefined;
  /** Where each part is printed, for links to a heading in another part. */
  readonly partAddress?: (part: number) => string;
  /** Whether its first picture is the first of the page. */
  readonly eager?: boolean;
  /** Where the text leaves the magazine: scheme and host of its site, and its own page. Every address in it becomes absolute. */
  readonly from?: { readonly site: string; readonly page: string };
}

/** A text, or one part of it, as HTML. */
export function prose(view: TextView, options: Options = {}): Html {
  const { part = "all", lead, inset, partAddress, from } = options;
  const site = from?.site ?? "";
  let { eager = false } = options;
  return raw(
    renderText(view, {
      part,
      lead: lead?.toString(),
      inset: inset?.toString(),
      partAddress,
      page: from?.page,
      link: (href) => site + (view.moved[href] ?? href),
      image: (src, alt) => {
        const image = view.images[src];
        if (image === undefined) throw new Error(`the picture ${src} is not in the view`);
        if (from !== undefined) return plainPicture(image, "text", site, alt).toString();
        const printed = picture(image, "text", { alt, eager });
        eager = false;
        return printed.toString();
      },
    }),
  );
}

/** Whether nothing is printed of a text. */
export function isEmpty(view: TextView): boolean {
  return renderText(view, { part: "all" }) === "";
}
