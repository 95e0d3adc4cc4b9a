import type { Language } from "../magazine/model.ts";
import type { PartNumber } from "../magazine/pages/addresses.ts";
import type { TextView } from "../magazine/pages/views.ts";
import { parseText, renderText } from "../magazine/text/text.ts";
import { raw } from "./html.ts";
import type { Html } from "./html.ts";
import { remember } from "./remember.ts";

interface Options {
  readonly part?: PartNumber;
  /** Run in before the first words of the first paragraph. */
  readonly lead?: Html;
  /** Stands after the second paragraph. */
  readonly inset?: Html | undefined;
  /** Where each part is printed, for links to a heading in another part. */
  readonly partAddress?: (part: number) => string;
  /** Where the text leaves the magazine: scheme and host of its site, and its own page. Every address in it becomes absolute. */
  readonly from?: { readonly site: string; readonly page: string };
}

/**
 * A text taken apart: once for the pages of its article, for the boxes that stand on every page, and mostly for the feed. A million
 * letters are about two hundred articles, and some ten megabytes of tokens.
 */
export const parsed = remember(parseText, 1_000_000);

/** A text, or one part of it, as HTML. */
export function prose(view: TextView, language: Language, options: Options = {}): Html {
  const { part = "all", lead, inset, partAddress, from } = options;
  const site = from?.site ?? "";
  return raw(
    renderText(parsed(view.source, language), {
      part,
      lead: lead?.toString(),
      inset: inset?.toString(),
      partAddress,
      page: from?.page,
      link: (href) => site + (view.moved[href] ?? href),
      image: (src) => {
        const image = view.images[src];
        if (image === undefined) throw new Error(`the picture ${src} is not in the view`);
        return { ...image, address: site + image.address };
      },
    }),
  );
}
