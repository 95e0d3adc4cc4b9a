import { html } from "hono/html";
import type { Site } from "../../domain/thread-list.ts";
import type { Letter } from "../../mail/mail.ts";
import type { Markup } from "./shell.ts";

/** A letter that stays here, for whoever develops. */
export interface ShownLetter extends Letter {
  created: number;
}

/** The local outbox: what would have been mailed, newest first, its links to click. */
export function outboxPage(
  letters: readonly ShownLetter[],
  { language, timeZone }: Site,
): { title: string; main: Markup } {
  const time = new Intl.DateTimeFormat("de-DE", {
    dateStyle: "medium",
    timeStyle: "medium",
    timeZone,
  });
  return {
    title: "Outbox",
    main: html`<p>These letters stay on this machine. Set MAIL_URL to a mail server to send them.</p>
${letters.length === 0 ? html`<p>There is none yet: write a comment.</p>` : ""}
${letters.map(
  ({ to, subject, text, created }) => html`<article lang="${language}">
<dl><dt>To</dt><dd>${to}</dd><dt>Time</dt><dd>${time.format(created)}</dd></dl>
<h2>${subject}</h2>
<pre>${linked(text)}</pre>
</article>`,
)}`,
  };
}

/** Our own link stands in a line of its own; a reader's words are quoted and stay words. */
function linked(text: string): Markup[] {
  return text
    .split("\n")
    .map((line) =>
      /^https?:\/\/\S+$/u.test(line) ? html`<a href="${line}">${line}</a>\n` : html`${line}\n`,
    );
}
