import type { Conversation, Frame } from "../magazine/pages/views.ts";
import { words } from "../magazine/words/words.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";

/** The place of the conversation: the comment widget fills it when it comes near the viewport. */
export function conversation(conversation: Conversation, { language, locale }: Frame): Html {
  const word = words[language];
  const { service, thread, timeZone, year, rules, privacy } = conversation;
  return html`<section class="comments" id="kommentare" aria-labelledby="kommentare-titel">
    <h2 id="kommentare-titel" tabindex="-1">${word.comments}</h2>
    <comment-thread lang="${locale}" service="${service}" thread="${thread}" time-zone="${timeZone}" year="${year}"${attribute("rules", rules)}${attribute("privacy", privacy)}>
      <noscript><p>${word.commentsNeedScript}</p></noscript>
    </comment-thread>
  </section>`;
}

function attribute(name: string, value: string | null): Html | null {
  return value === null ? null : html` ${name}="${value}"`;
}
