import type { ColumnView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import { listTurner } from "./list-turner.ts";
import type { Inside } from "./shell.ts";
import { openGraph } from "./structured-data.ts";
import { teaser } from "./teaser.ts";

/** A column: its name, what it is about, its articles. */
export function column(view: ColumnView): Inside {
  const { frame, head, articles, turner } = view;
  return {
    current: frame.columns.find(({ title }) => title === view.name)?.href,
    meta: openGraph({ frame, head, type: "website" }),
    main: html`<header class="list-head">
        <h1>${view.name}</h1>
        <p class="stand">${view.description}</p>
      </header>
      ${articles.length === 0 && html`<p>${words[frame.language].noArticles}</p>`}
      ${articles.map((article) => teaser(article, frame.language))}
      ${listTurner(turner, frame.language)}`,
  };
}
