import type { Site } from "../../domain/thread-list.ts";
import { quote } from "./quote.ts";

/** What the letter says to whom. */
export interface Confirmation {
  site: Site;
  title: string;
  name: string;
  text: string;
  link: string;
  /** Until when the link works. */
  expires: number;
}

/**
 * The names of the wordings, kept with each comment as part of the double opt-in record. Whoever changes what a letter asks for
 * gives it a new name.
 */
export const confirmWordings = { de: "confirm.de.1", en: "confirm.en.1" } as const;

/** The letter that asks whether a comment is really its reader's. Nothing of the reader's stands in the subject. */
export function confirmLetter(confirmation: Confirmation): { subject: string; text: string } {
  return { de, en }[confirmation.site.language](confirmation);
}

function de({ site, title, name, text, link, expires }: Confirmation) {
  return {
    subject: `Bitte bestätigen Sie Ihren Kommentar zu „${title}“`,
    text: `Guten Tag,

mit Ihrer E-Mail-Adresse wurde in „${site.title}“ ein Kommentar zu „${title}“ geschrieben:

${quote(text)}
> – ${quote(name).slice(2)}

Ist er von Ihnen? Dann bestätigen Sie ihn bitte hier. Erst danach erscheint er mit Ihrem Namen unter dem Artikel; die Einwilligung können Sie jederzeit widerrufen:

${link}

Der Link gilt bis zum ${time(expires, site, "de-DE")} Uhr. Wenn Sie nichts geschrieben haben, brauchen Sie nichts zu tun: Der Kommentar erscheint nicht und wird samt Ihrer Adresse nach drei Tagen gelöscht.

${site.title}
`,
  };
}

function en({ site, title, name, text, link, expires }: Confirmation) {
  return {
    subject: `Please confirm your comment on “${title}”`,
    text: `Hello,

somebody used your e-mail address to write a comment on “${title}” in “${site.title}”:

${quote(text)}
> – ${quote(name).slice(2)}

Was it you? Then please confirm it here. Only then will it appear with your name below the article; you can withdraw your consent at any time:

${link}

The link works until ${time(expires, site, "en-GB")}. If you wrote nothing, there is nothing to do: the comment will not appear, and it will be deleted with your address after three days.

${site.title}
`,
  };
}

function time(at: number, { timeZone }: Site, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeStyle: "short",
    timeZone,
  }).format(at);
}
