import type { HomeView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import { listTurner } from "./list-turner.ts";
import type { Inside } from "./shell.ts";
import { openGraph } from "./open-graph.ts";
import { homeData } from "./structured-data.ts";
import { date, mark, teaser } from "./teaser.ts";

/** The newest article large, a quiet list, and a strip for each column. */
export function home(view: HomeView): Inside {
  const { frame, head } = view;
  const word = words[frame.language];
  return {
    meta: openGraph(view, { type: "website" }),
    data: homeData(view),
    main: html`<h1 class="hidden">${head.title === "" ? frame.title : head.title}</h1>
      ${view.lead !== null && teaser(view.lead, frame.language, "lead")}
      ${view.lead === null && view.articles.length === 0 && html`<p>${word.noArticles}</p>`}
      ${view.articles.map((article) => teaser(article, frame.language))}
      ${listTurner(view.turner, frame.language)}
      ${
        view.strips.length > 0 &&
        html`<div class="strips">
          ${view.strips.map(
            ({ column, articles }) =>
              html`<section>
                <h2><a href="${column.href}">${column.title}</a></h2>
                <ul>
                  ${articles.map(
                    (article) =>
                      html`<li>
                        <a href="${article.href}">${article.title}</a>${mark(article.mark, frame.language)}
                        <span class="ui">${date(article.date, frame.language)}</span>
                      </li>`,
                  )}
                </ul>
              </section>`,
          )}
        </div>`
      }`,
  };
}
