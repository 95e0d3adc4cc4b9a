import type { Language, ShareTarget } from "../magazine/model.ts";
import type { ArticleView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html, raw } from "./html.ts";
import type { Content } from "./html.ts";

/** Share links as words; the best known networks with a small sign, drawn by us, that helps to find them. */
export function share(links: ArticleView["share"], language: Language): Content {
  if (links.length === 0) return null;
  const word = words[language];
  return html`<nav class="share ui" aria-label="${word.share}">
    <ul>
      ${links.map(
        ({ target, href }) =>
          html`<li>
            <a href="${href}" rel="noopener nofollow">${sign(target)}${word.shareWith[target]}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
}

const signs: Partial<Record<ShareTarget, string>> = {
  x: "M3 3l18 18M21 3L3 21",
  facebook: "M14 22V9.5C14 7 15 6 18 6.200M9 13h8",
  linkedin: "M5 10v10M5 4.500v.5M10 20V10M10 15c0-6 9-6.500 9 0v5",
  email: "M3 6h18v12H3zM3 6.500l9 7 9-7",
};

function sign(target: ShareTarget): Content {
  const path = signs[target];
  return (
    path !== undefined &&
    html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${raw(path)}"/></svg>`
  );
}
