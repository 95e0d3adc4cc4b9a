import type { Frame, SearchView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Content, Html } from "./html.ts";
import { openGraph } from "./open-graph.ts";
import type { Inside } from "./shell.ts";

/** A field to search in, and the places that its script fills: filters, what was found, and how much that is. */
export function search(view: SearchView): Inside {
  const { frame, index } = view;
  const word = words[frame.language].search;
  return {
    current: frame.search.href,
    meta: openGraph(view, { type: "website" }),
    script: "search",
    allows: ["forms", "assembly"],
    main: html`<div class="find" lang="${frame.locale}" data-index="${index}">
        <div class="ask">
          <h1>${word.title}</h1>
          ${searchForm(frame)}
          <noscript><p>${word.needsScript} ${ways(frame)}</p></noscript>
          <p class="later" hidden>${word.notReady} ${ways(frame)}</p>
          <p class="count ui" role="status"></p>
          <p class="chips ui"></p>
        </div>
        <section class="filter ui" aria-label="${word.filter}" hidden><details><summary>${word.filter}</summary></details></section>
        <div class="found">
          <ol class="results"></ol>
          <p><button class="further" type="button" hidden>${word.further}</button></p>
        </div>
      </div>`,
  };
}

/** The field of the search, which leads to the search page also without script. */
export function searchForm({ language, search: { href } }: Frame): Html {
  const word = words[language].search;
  return html`<form class="seek" role="search" action="${href}">
            <label class="hidden" for="q">${word.label}</label>
            <input id="q" name="q" type="search" autocomplete="off" enterkeyhint="search">
            <button type="submit">${word.submit}</button>
          </form>`;
}

/** Topics, archive and authors, one after the other. */
function ways({ finding, authors }: Frame): Content {
  return [...finding, authors].map(
    ({ title, href }, index) => html`${index > 0 && "\u00a0· "}<a href="${href}">${title}</a>`,
  );
}
