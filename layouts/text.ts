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
  /** Put before each picture's address, where the text leaves the magazine. */
  readonly base?: string;
}

// The pages of an article are printed one after the other: one remembered text saves parsing it for each.
let last: { source: string; language: Language; text: ReturnType<typeof parseText> } | undefined;

/** A text, or one part of it, as HTML. */
export function prose(view: TextView, language: Language, options: Options = {}): Html {
  if (last?.source !== view.source || last.language !== language) {
    last = { source: view.source, language, text: parseText(view.source, language) };
  }
  const { part = "all", lead, partAddress, base = "" } = options;
  return raw(
    renderText(last.text, {
      part,
      lead: lead?.toString(),
      partAddress,
      image: (src) => {
        const image = view.images[src];
        if (image === undefined) throw new Error(`the picture ${src} is not in the view`);
        return { ...image, address: base + image.address };
      },
    }),
  );
}
