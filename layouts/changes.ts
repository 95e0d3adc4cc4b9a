import { formatDate } from "../magazine/dates.ts";
import type { ArticleView, Frame } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Content } from "./html.ts";
import { date } from "./teaser.ts";

/** Above the text: that it was changed after it appeared, and the way to what was corrected. */
export function changed({ updated, corrections, turner, frame, part }: ArticleView): Content {
  if (updated === null && corrections.length === 0) return null;
  const word = words[frame.language];
  const day = (time: string) => formatDate(time, frame.locale);
  const last = part === "all" ? "" : (turner?.parts.at(-1)?.href ?? "");
  const says = [
    updated !== null && word.updated(day(updated)),
    corrections.length > 0 &&
      html`<a href="${last}#korrekturen">${word.corrected(corrections.map((one) => day(one.date)))}</a>`,
  ].filter((one) => one !== false);
  return html`<p class="changed">${says.map((one, index) => [index > 0 && "\u00a0· ", one])}</p>`;
}

/** Below the text: what was changed, each with its day. */
export function changes(
  { updated, corrections }: Pick<ArticleView, "updated" | "corrections">,
  { language, locale }: Pick<Frame, "language" | "locale">,
): Content {
  const word = words[language];
  return [
    updated !== null && html`<p class="note ui">${word.updated(formatDate(updated, locale))}</p>`,
    corrections.length > 0 &&
      html`<section class="note ui" id="korrekturen">
        <h2>${word.corrections}</h2>
        <ul>
          ${corrections.map((one) => html`<li>${date(one.date, locale)}: ${one.text}</li>`)}
        </ul>
      </section>`,
  ];
}
