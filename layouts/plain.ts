import type { PlainView } from "../magazine/pages/views.ts";
import { html } from "./html.ts";
import type { Inside } from "./shell.ts";
import { openGraph } from "./open-graph.ts";
import { prose } from "./text.ts";

/** Impressum, Datenschutz and the like. */
export function plain(view: PlainView): Inside {
  return {
    meta: openGraph(view, { type: "website" }),
    main: html`<h1>${view.title}</h1>
      <div class="body">${prose(view.text)}</div>`,
  };
}
