import type { Language } from "../magazine/model.ts";
import type { ArticleView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html, raw } from "./html.ts";
import type { Content } from "./html.ts";

/** How many share links are seen at once; 'mehr …' opens the others. */
const atOnce = 3;

/** Share links as words, and what the page's script offers where the browser can do it: its own way to share, and to copy the address. */
export function share(links: ArticleView["share"], language: Language): Content {
  if (links.length === 0) return null;
  const word = words[language];
  const more = links.slice(atOnce);
  const items = (some: ArticleView["share"]) =>
    some.map(
      ({ target, href }) =>
        html`<li><a href="${href}" rel="noopener nofollow">${word.shareWith[target]}</a></li>`,
    );
  return html`<nav class="share ui" aria-label="${word.share}">
    <ul>${items(links.slice(0, atOnce))}</ul>
    <details${more.length === 0 && raw(" hidden")}>
      <summary>${word.shareMore}</summary>
      <div>
        <ul>${items(more)}</ul>
        <button type="button" hidden>${word.shareBy}</button>
        <button type="button" hidden data-done="${word.linkCopied}">${word.copyLink}</button>
        <output></output>
      </div>
    </details>
  </nav>`;
}
