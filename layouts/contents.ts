import type { ArticleView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";

/** From so many headings on an article has contents. */
const fewest = 4;

/** What an article's headings are, in all its parts, and the way to each; undefined where they are few. */
export function contents({
  text,
  part,
  turner,
  frame: { language },
}: ArticleView): Html | undefined {
  const headings = text.rendered.contents;
  if (headings.length < fewest) return undefined;
  const word = words[language];
  const address = (of: number) =>
    part === "all" || of === part ? "" : (turner?.parts[of - 1]?.href ?? "");
  return html`<nav class="toc ui" aria-label="${word.contents}">
    <b>${word.contents}</b>
    <ol>
      ${headings.map(
        ({ id, words: says, level, part: of }) =>
          html`<li${level > 2 && html` class="sub"`}>
            <a href="${address(of)}#${id}" dir="auto">${says}</a>
          </li>`,
      )}
    </ol>
  </nav>
`;
}
