import type { AuthorsView } from "../magazine/pages/views.ts";
import { authorNote } from "./author-note.ts";
import { html } from "./html.ts";
import type { Inside } from "./shell.ts";
import { openGraph } from "./open-graph.ts";

/** All authors, by surname. */
export function authors(view: AuthorsView): Inside {
  const { head } = view;
  return {
    current: head.canonical,
    meta: openGraph(view, { type: "website" }),
    main: html`<h1>${head.title}</h1>
      <ul class="authors index">
        ${view.authors.map((author) => html`<li>${authorNote(author)}</li>`)}
      </ul>`,
  };
}
