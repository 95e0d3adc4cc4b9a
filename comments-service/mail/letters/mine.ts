import type { Site } from "../../domain/thread-list.ts";
import { wayInSentence } from "./way-in.ts";

/**
 * The letter with the link to all that is kept about an address. It goes to every address that is asked for, known or not.
 * @param wayIn the link for an owner whom others' asking keeps out.
 */
export function mineLetter(
  link: string,
  wayIn: string,
  { title, language }: Site,
): { subject: string; text: string } {
  return language === "de"
    ? {
        subject: `Ihre Kommentare in „${title}“`,
        text: `Guten Tag,

über diesen Link sehen Sie alles, was „${title}“ zu Ihrer E-Mail-Adresse gespeichert hat, und können es herunterladen, ändern oder löschen:

${link}

Der Link gilt eine Stunde. Wer ihn hat, kann dasselbe tun wie Sie; geben Sie ihn an niemanden weiter. Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun.

${wayInSentence(wayIn, language)}

Freundliche Grüße
Redaktion „${title}“
`,
      }
    : {
        subject: `Your comments in “${title}”`,
        text: `Hello,

with this link you see all that “${title}” keeps about your e-mail address, and can download it, change it or delete it:

${link}

The link works for an hour. Whoever has it can do the same as you; do not pass it on. If you did not ask for it, there is nothing to do.

${wayInSentence(wayIn, language)}

Kind regards
The editors of “${title}”
`,
      };
}
