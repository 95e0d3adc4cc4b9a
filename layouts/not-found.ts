import type { NotFoundView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import type { Assets } from "./assets.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { shell } from "./shell.ts";

/** What the CDN shows for an address that is not there. */
export function notFound(view: NotFoundView, assets: Assets): Html {
  const { frame } = view;
  const word = words[frame.language];
  return shell({
    view,
    layout: "notFound",
    assets,
    main: html`<h1>${word.notFound.title}</h1>
      <div class="body">
        <p>${word.notFound.text}</p>
        <ul>
          <li><a href="/">${word.notFound.home}</a></li>
          ${[...frame.columns, frame.authors].map(({ title, href }) => html`<li><a href="${href}">${title}</a></li>`)}
        </ul>
      </div>`,
  });
}
