import type { Frame } from "../../magazine/pages/views.ts";
import { words } from "../../magazine/words/words.ts";
import { html } from "../html.ts";
import type { Content } from "../html.ts";

/** The box of the magazine's services and shop. */
export function services({ language, services }: Frame): Content {
  if (services.length === 0) return null;
  return html`<section aria-labelledby="services">
    <h2 id="services">${words[language].services}</h2>
    <ul class="shop ui">
      ${services.map(
        ({ title, url }) =>
          html`<li>
            <a href="${url}">${title} <span aria-hidden="true">→</span></a>
          </li>`,
      )}
    </ul>
  </section>`;
}
