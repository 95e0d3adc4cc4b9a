import type { TopicsView } from "../magazine/pages/views.ts";
import { html } from "./html.ts";
import { openGraph } from "./open-graph.ts";
import type { Inside } from "./shell.ts";

/** All topics, in the order of the alphabet, each with the number of its articles. */
export function topics(view: TopicsView): Inside {
  return {
    current: view.head.canonical,
    meta: openGraph(view, { type: "website" }),
    main: html`<h1>${view.head.title}</h1>
      <ul class="counted">
        ${view.topics.map(({ title, href, count }) => html`<li><a href="${href}" dir="auto">${title}</a> <span class="ui">${count}</span></li>`)}
      </ul>`,
  };
}
