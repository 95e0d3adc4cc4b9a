import type { Language } from "../magazine/model.ts";
import type { ListTurner } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Content } from "./html.ts";

/** The way to the newer and older pages of a list. */
export function listTurner(turner: ListTurner | null, language: Language): Content {
  if (turner === null) return null;
  const word = words[language];
  const arrow = (sign: string) => html`<span aria-hidden="true">${sign}</span>`;
  return html`<nav class="pager ui" aria-label="${word.pagesOfList}">
    ${turner.newer !== null && html`<a rel="prev" href="${turner.newer}">${arrow("←")} ${word.newer}</a>`}
    <span>${word.pageOfList(turner.page, turner.count)}</span>
    ${turner.older !== null && html`<a rel="next" href="${turner.older}">${word.older} ${arrow("→")}</a>`}
  </nav>`;
}
