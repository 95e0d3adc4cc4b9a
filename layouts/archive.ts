import type { ArchiveView } from "../magazine/pages/views.ts";
import { html } from "./html.ts";
import { openGraph } from "./open-graph.ts";
import type { Inside } from "./shell.ts";

/** Every month in which something appeared, by its year, the newest first, each with the number of its articles. */
export function archive(view: ArchiveView): Inside {
  return {
    current: view.head.canonical,
    meta: openGraph(view, { type: "website" }),
    main: html`<h1>${view.head.title}</h1>
      ${view.years.map(
        ({ year, months }) =>
          html`<section>
            <h2 class="section">${year}</h2>
            <ul class="counted">
              ${months.map(({ title, href, count }) => html`<li><a href="${href}">${title}</a> <span class="ui">${count}</span></li>`)}
            </ul>
          </section>`,
      )}`,
  };
}
