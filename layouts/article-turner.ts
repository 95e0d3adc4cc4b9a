import type { Language } from "../magazine/model.ts";
import type { PartNumber } from "../magazine/pages/addresses.ts";
import type { ArticleTurner } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html, raw } from "./html.ts";
import type { Content, Html } from "./html.ts";

/** `Weiter zu Seite 2 von 2`, the parts' numbers, `Alles zeigen`. */
export function articleTurner(turner: ArticleTurner, part: PartNumber, language: Language): Html {
  const word = words[language];
  return html`<nav class="turn ui" aria-label="${word.pagesOfArticle}">
    ${leading(turner, part, language)}
    <ol>
      ${turner.parts.map(({ href }, index) => html`<li>${number(href, index + 1)}</li>`)}
    </ol>
    <a href="${turner.all}"${part === "all" && raw(' aria-current="page"')}>${word.all}</a>
  </nav>`;

  function number(href: string, one: number): Html {
    const label = html`<span class="hidden">${word.part} </span>${one}`;
    return one === part
      ? html`<a aria-current="page">${label}</a>`
      : html`<a href="${href}">${label}</a>`;
  }
}

/** The one loud thing: on to the next part; on the last one, quieter, back to the first. */
function leading(turner: ArticleTurner, part: PartNumber, language: Language): Content {
  const word = words[language];
  const count = turner.parts.length;
  if (part === "all") return null;
  const next = turner.parts[part];
  const previous = turner.parts[part - 2];
  if (next !== undefined) {
    const title = next.title !== null && html`: <b>${next.title}</b>`;
    return html`<a class="next" rel="next" href="${next.href}">
      <span>${word.nextPart(part + 1, count)}${title}</span> <span aria-hidden="true">→</span>
    </a>`;
  }
  return (
    previous !== undefined &&
    html`<a class="back" rel="prev" href="${previous.href}">
      <span aria-hidden="true">←</span> ${word.previousPart(part - 1, count)}
    </a>`
  );
}
