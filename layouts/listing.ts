import type { ListingView } from "../magazine/pages/views.ts";
import { html } from "./html.ts";
import { list } from "./list.ts";
import { openGraph } from "./open-graph.ts";
import type { Inside } from "./shell.ts";
import { collectionData } from "./structured-data.ts";

/** The articles of a topic, or of a month. */
export function listing(view: ListingView): Inside {
  return {
    current: view.under.href,
    meta: openGraph(view, { type: "website" }),
    data: [collectionData(view)],
    main: html`<header class="list-head">
        <p class="kick ui"><a href="${view.under.href}">${view.under.title}</a></p>
        <h1 dir="auto">${view.name}</h1>
      </header>
      ${list(view)}`,
  };
}
