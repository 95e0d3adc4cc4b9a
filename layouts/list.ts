import type { ListView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { listTurner } from "./list-turner.ts";
import { teaser } from "./teaser.ts";

/** The articles of a list, and the way to its other pages; a sentence where there is none. */
export function list({ frame: { language }, articles, turner }: ListView): Html {
  return html`${articles.length === 0 && html`<p>${words[language].noArticles}</p>`}
      ${articles.map((article) => teaser(article, language))}
      ${listTurner(turner, language)}`;
}
