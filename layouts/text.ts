import type { Language } from "../magazine/model.ts";
import type { PartNumber } from "../magazine/pages/addresses.ts";
import type { TextView } from "../magazine/pages/views.ts";
import { parseText, renderText } from "../magazine/text/text.ts";
import { raw } from "./html.ts";
import type { Html } from "./html.ts";

interface Options {
  readonly part?: PartNumber;
  /** Run in before the first words of the first paragraph. */
  readonly lead?: Html;
  /** Where each part is printed, for links to a heading in another part. */
  readonly partAddress?: (part: number) => string;
  /** Where the text leaves the magazine: scheme and host of its site, and its own page. Every address in it becomes absolute. */
  readonly from?: { readonly site: string; readonly page: string };
}

// The pages of an article are printed one after the other: one remembered text saves parsing it for each.
let last: { source: string; language: Language; text: ReturnType<typeof parseText> } | undefined;

/** A text, or one part of it, as HTML. */
export function prose(view: TextView, language: Language, options: Options = {}): Html {
  if (last?.source !== view.source || last.language !== language) {
    last = { source: view.source, language, text: parseText(view.source, language) };
  }
  const { part = "all", lead, partAddress, from } = options;
  const site = from?.site ?? "";
  return raw(
    renderText(last.text, {
      part,
      lead: lead?.toString(),
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
