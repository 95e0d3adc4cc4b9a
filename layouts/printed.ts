import { formatDate } from "../magazine/dates.ts";
import type { ArticleView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { nameList } from "./teaser.ts";

/** On paper alone: what one needs to cite what was printed, which part it is, and where the whole article stands. */
export function printed(view: ArticleView): Html {
  const { part, turner, authors, title, date, frame, head } = view;
  const { language } = frame;
  const word = words[language];
  const names = nameList(
    authors.map((one) => one.title),
    language,
  );
  const isPart = part !== "all" && turner !== null;
  const place = isPart ? ` · ${word.partOf(part, turner.parts.length)}` : "";
  return html`<p class="printed ui">
          ${names} · ${title} · ${frame.title}, ${formatDate(date, frame.locale)}${place}<br>
          ${isPart && `${word.wholeArticle}: `}${frame.url}${head.canonical}
        </p>`;
}
