import type { HomeView, Strip } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Content, Html } from "./html.ts";
import { listTurner } from "./list-turner.ts";
import type { Inside } from "./shell.ts";
import { openGraph } from "./open-graph.ts";
import { homeData } from "./structured-data.ts";
import { authorLinks, date, mark, teaser, teasers } from "./teaser.ts";

/** The newest article large, what the editors recommend, a quiet list, and a strip for each column. */
export function home(view: HomeView): Inside {
  const { frame, head, lead, featured, articles, strips } = view;
  const { language } = frame;
  const word = words[language];
  const isEmpty = lead === null && articles.length === 0;
  return {
    meta: openGraph(view, { type: "website" }),
    data: homeData(view),
    main: html`<h1 class="hidden">${head.title === "" ? frame.title : head.title}</h1>
      ${lead !== null && teaser(lead, frame, { kind: "lead", eager: true })}
      ${
        featured.length > 0 &&
        html`<section class="pick">
          <h2 class="section">${word.featured}</h2>
          <div>${featured.map((one) => teaser({ ...one, image: null }, frame, { level: 3 }))}</div>
        </section>`
      }
      ${isEmpty && html`<p>${word.noArticles}</p>`}
      ${
        (articles.length > 0 || view.turner !== null) &&
        html`<section class="recent">
          <h2 class="section">${lead === null ? word.older : word.recent}</h2>
          ${teasers(articles, frame, { level: 3, eager: (lead?.image ?? null) === null })}
          ${listTurner(view.turner, language)}
        </section>`
      }
      ${strips.length > 0 && html`<div class="strips">${strips.map((one) => strip(one, frame))}</div>`}`,
  };
}

/** What a column holds beside what stands above. */
function strip(
  { column, description, articles }: Strip,
  { language, locale }: HomeView["frame"],
): Html {
  return html`<section>
    <h2 class="section"><a href="${column.href}">${column.title}</a></h2>
    <p class="ui">${description}</p>
    <ul>
      ${articles.map(
        (article): Content =>
          html`<li>
            <h3 dir="auto"><a href="${article.href}">${article.title}</a>${mark(article.mark, language)}</h3>
            <p class="meta ui">${authorLinks(article.authors, language)}\u00a0· ${date(article.date, locale)}</p>
          </li>`,
      )}
    </ul>
    <p class="ui"><a href="${column.href}">${words[language].allOf(column.title)} <span aria-hidden="true">→</span></a></p>
  </section>`;
}
