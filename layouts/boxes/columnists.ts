import type { Frame } from "../../magazine/pages/views.ts";
import { words } from "../../magazine/words/words.ts";
import { authorName } from "../author-note.ts";
import { html } from "../html.ts";
import type { Content } from "../html.ts";

/** The box of all columnists in short: portrait, name, column title. */
export function columnists({ language, columnists }: Frame): Content {
  if (columnists.length === 0) return null;
  return html`<section aria-labelledby="kolumnisten">
    <h2 id="kolumnisten">${words[language].columnists}</h2>
    <ul class="authors ui">
      ${columnists.map((author) => html`<li>${authorName(author)}</li>`)}
    </ul>
  </section>`;
}
