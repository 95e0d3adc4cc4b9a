import type { Language, Magazine } from "../model.ts";
import { parseText } from "../text/text.ts";
import { forms } from "../words/forms.ts";
import { words } from "../words/words.ts";
import { withHtml } from "./frame.ts";
import { contextOf } from "./pages.ts";
import type { Page } from "./page.ts";
import type { TextView } from "./views.ts";

/**
 * A page that shows what a text may hold, for those who write the magazine: no list and no sitemap names it. Its picture is the first that stands in
 * one of the magazine's texts; where there is none, the page does without.
 */
export function stylePage(magazine: Magazine): Page {
  const { addresses, frame } = contextOf(magazine);
  const { language } = magazine;
  const canonical = addresses.stylePage;
  const [shown] = magazine.articles.flatMap(({ text }) => Object.values(text.images));
  const imagesOf = (picture: string | undefined) =>
    picture !== undefined && shown !== undefined ? { [picture]: shown } : {};
  return {
    path: canonical,
    layout: "stylePage",
    source: "magazine/words/forms.ts",
    view: {
      frame,
      head: { title: words[language].stylePage.title, description: null, canonical },
      forms: forms[language]
        .filter(({ picture }) => picture === undefined || shown !== undefined)
        .map(({ title, markdown, picture }) => ({
          title,
          markdown,
          text: textOf(markdown, language, imagesOf(picture)),
        })),
    },
  };
}

function textOf(markdown: string, language: Language, images: TextView["images"]): TextView {
  const { key, rendered } = parseText(markdown, language);
  return withHtml({ key, images, moved: {} }, () => rendered);
}
