import type { StylePageView } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Inside } from "./shell.ts";
import { prose } from "./text.ts";

/** What a text may hold: as it is written, and as it is printed. */
export function stylePage({ forms, frame: { language } }: StylePageView): Inside {
  const { title, text } = words[language].stylePage;
  return {
    main: html`<h1>${title}</h1>
      <p class="stand">${text}</p>
      ${forms.map(
        (form) =>
          html`<section class="form">
            <h2>${form.title}</h2>
            <pre><code>${form.markdown}</code></pre>
            <div class="body">${prose(form.text)}</div>
          </section>`,
      )}`,
  };
}
