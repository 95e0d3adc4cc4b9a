import type { Site } from "../../domain/thread-list.ts";
import { wayInSentence } from "./way-in.ts";

/**
 * The letter with the code to sign in by. The code stands in the subject, so that a phone shows it at once.
 * @param wayIn the link for an owner whom others' asking keeps out.
 */
export function codeLetter(
  code: string,
  wayIn: string,
  { title, language }: Site,
): { subject: string; text: string } {
  const shown = `${code.slice(0, 4)} ${code.slice(4)}`;
  return language === "de"
    ? {
        subject: `${shown} ist Ihr Code für „${title}“`,
        text: `Guten Tag,

mit diesem Code melden Sie sich bei „${title}“ an:

${shown}

Er gilt zehn Minuten und nur dort, wo Sie ihn angefordert haben. Geben Sie ihn an niemanden weiter. Wenn Sie sich nicht anmelden wollten, brauchen Sie nichts zu tun.

${wayInSentence(wayIn, language)}

Freundliche Grüße
Redaktion „${title}“
`,
      }
    : {
        subject: `${shown} is your code for “${title}”`,
        text: `Hello,

this code signs you in to “${title}”:

${shown}

It works for ten minutes, and only where you asked for it. Do not pass it on. If you did not want to sign in, there is nothing to do.

${wayInSentence(wayIn, language)}

Kind regards
The editors of “${title}”
`,
      };
}
