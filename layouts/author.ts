import type { AuthorView } from "../magazine/pages/views.ts";
import { shownIn } from "../magazine/pictures.ts";
import { words } from "../magazine/words/words.ts";
import { portrait } from "./author-note.ts";
import { html } from "./html.ts";
import { list } from "./list.ts";
import { openGraph } from "./open-graph.ts";
import type { Inside } from "./shell.ts";
import { profileData } from "./structured-data.ts";
import { prose } from "./text.ts";

/** An author's page: portrait, bio, links, and what they wrote. */
export function author(view: AuthorView): Inside {
  const { frame, links } = view;
  const word = words[frame.language];
  const callings = [view.tagline, view.role].filter((one) => one !== null);
  return {
    current: frame.authors.href,
    meta: openGraph(view, {
      type: "profile",
      image: view.portrait && shownIn("portrait", view.portrait),
    }),
    data: [profileData(view)],
    main: html`<header class="profile">
        ${view.portrait !== null && portrait(view.portrait, 96)}
        <div>
          <h1>${view.name}</h1>
          ${callings.length > 0 && html`<p class="ui tagline">${callings.join("\u00a0· ")}</p>`}
        </div>
      </header>
      <div class="body bio">${prose(view.bio)}</div>
      ${
        links.length > 0 &&
        html`<p class="ui links">
          ${links.map(({ title, url }) => html`<a href="${url}" rel="me">${title}</a> `)}
        </p>`
      }
      <h2 class="section">${word.articlesBy(view.name)}</h2>
      ${list(view, 3)}`,
  };
}
