import type { NotFoundView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Inside } from "./shell.ts";

/** What the CDN shows for an address that is not there. */
export function notFound(view: NotFoundView): Inside {
  const { frame } = view;
  const word = words[frame.language];
  return {
    main: html`<h1>${word.notFound.title}</h1>
      <div class="body">
        <p>${word.notFound.text}</p>
        <ul>
          <li><a href="/">${word.notFound.home}</a></li>
          ${[...frame.columns, frame.authors, ...frame.finding].map(({ title, href }) => html`<li><a href="${href}">${title}</a></li>`)}
        </ul>
      </div>`,
  };
}
