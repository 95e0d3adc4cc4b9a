import type { NotFoundView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import { searchForm } from "./search.ts";
import type { Inside } from "./shell.ts";
import { teaser } from "./teaser.ts";

/** What the CDN shows for an address that is not there: a field to search in, ways to go on, and what is new. */
export function notFound({ frame, newest }: NotFoundView): Inside {
  const word = words[frame.language];
  const home = { title: word.notFound.home, href: "/" };
  const ways = [home, ...frame.columns, frame.authors, ...frame.finding];
  return {
    allows: ["forms"],
    main: html`<h1>${word.notFound.title}</h1>
      <div class="body">
        <p>${word.notFound.text}</p>
        ${searchForm(frame)}
        <p class="ways ui">
          ${ways.map(({ title, href }) => html`<a href="${href}">${title}</a> `)}
        </p>
      </div>
      ${
        newest.length > 0 &&
        html`<section>
          <h2 class="section">${word.recent}</h2>
          ${newest.map((article) => teaser(article, frame, { level: 3 }))}
        </section>`
      }`,
  };
}
