import type { Magazine } from "../model.ts";
import { parseText } from "../text/text.ts";
import { forms } from "../words/forms.ts";
import { words } from "../words/words.ts";
import { contextOf } from "./pages.ts";
import type { Page } from "./page.ts";

/** A page that shows what a text may hold, for those who write the magazine: no list and no sitemap names it. */
export function stylePage(magazine: Magazine): Page {
  const { addresses, frame } = contextOf(magazine);
  const { language } = magazine;
  const canonical = addresses.stylePage;
  return {
    path: canonical,
    layout: "stylePage",
    source: "magazine/words/forms.ts",
    view: {
      frame,
      head: { title: words[language].stylePage.title, description: null, canonical },
      forms: forms[language].map(({ title, markdown }) => ({
        title,
        markdown,
        text: { rendered: parseText(markdown, language).rendered, images: {}, moved: {} },
      })),
    },
  };
}
