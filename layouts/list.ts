import type { ListView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { listTurner } from "./list-turner.ts";
import { teasers } from "./teaser.ts";

/** The articles of a list, and the way to its other pages; a sentence where there is none. `level` is that of their headlines. */
export function list({ frame, articles, turner }: ListView, level: 2 | 3 = 2): Html {
  return html`${articles.length === 0 && html`<p>${words[frame.language].noArticles}</p>`}
      ${teasers(articles, frame, { level, eager: true })}
      ${listTurner(turner, frame.language)}`;
}
