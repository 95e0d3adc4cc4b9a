import type { ColumnView } from "../magazine/pages/views.ts";
import { html } from "./html.ts";
import { list } from "./list.ts";
import type { Inside } from "./shell.ts";
import { openGraph } from "./open-graph.ts";
import { collectionData } from "./structured-data.ts";

/** A column: its name, what it is about, its articles. */
export function column(view: ColumnView): Inside {
  return {
    current: view.head.trail?.at(-1)?.href,
    meta: openGraph(view, { type: "website" }),
    data: [collectionData(view)],
    main: html`<header class="list-head">
        <h1>${view.name}</h1>
        <p class="stand">${view.description}</p>
      </header>
      ${list(view)}`,
  };
}
