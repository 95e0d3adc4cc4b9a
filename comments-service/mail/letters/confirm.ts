import * as v from "valibot";
import { keepLast } from "../../domain/keep-last.ts";
import type { Site } from "../../domain/thread-list.ts";
import { scopes } from "../../wire.ts";
import type { Scope } from "../../wire.ts";
import { quote, quoteBeginning } from "./quote.ts";

/** What the letter says to whom. */
export const Confirmation = v.object({
  site: v.object({
    title: v.string(),
    url: v.string(),
    language: v.picklist(["de", "en"]),
    timeZone: v.string(),
  }),
  title: v.string(),
  name: v.string(),
  text: v.string(),
  /** What the writer wants to be told of. */
  notify: v.nullable(v.picklist(scopes)),
  link: v.string(),
});
export type Confirmation = v.InferOutput<typeof Confirmation>;

/**
 * The letter that asks whether a comment is really its reader's. Nothing of the reader's stands in the subject.
 * @param expires until when the link works.
 */
export function confirmLetter(
  confirmation: Confirmation,
  expires: number,
): { subject: string; text: string } {
  return { de, en }[confirmation.site.language](confirmation, expires);
}

const notifyDe: Record<Scope, string> = {
  replies: "wenn jemand auf Ihren Kommentar antwortet",
  thread: "wenn unter dem Artikel ein neuer Kommentar steht",
};

const notifyEn: Record<Scope, string> = {
  replies: "when somebody replies to your comment",
  thread: "when there is a new comment below the article",
};

function de({ site, title, name, text, notify, link }: Confirmation, expires: number) {
  return {
    subject: `Bitte bestätigen Sie Ihren Kommentar zu „${title}“`,
    text: `Guten Tag,

mit Ihrer E-Mail-Adresse wurde in „${site.title}“ ein Kommentar zu „${title}“ geschrieben:

${quoteBeginning(text)}
> – ${quote(name).slice(2)}

Ist er von Ihnen? Dann bestätigen Sie ihn bitte über diesen Link. Damit willigen Sie ein, dass er mit dem angegebenen Namen unter dem Artikel erscheint; diese Einwilligung können Sie jederzeit widerrufen:

${link}
${notify === null ? "" : `\nSie bestätigen damit auch, dass wir Ihnen eine E-Mail schicken, ${notifyDe[notify]}. Das können Sie jederzeit wieder abbestellen.\n`}
Der Link gilt bis zum ${time(expires, site, "de-DE")} Uhr. Wenn Sie nichts geschrieben haben, brauchen Sie nichts zu tun: Der Kommentar erscheint nicht und wird samt Ihrer Adresse nach drei Tagen gelöscht.

Heben Sie diese E-Mail auf: Mit demselben Link können Sie den Kommentar eine Viertelstunde lang ändern, solange niemand geantwortet hat, und dreißig Tage lang löschen.

Freundliche Grüße
Redaktion „${site.title}“
`,
  };
}

function en({ site, title, name, text, notify, link }: Confirmation, expires: number) {
  return {
    subject: `Please confirm your comment on “${title}”`,
    text: `Hello,

somebody used your e-mail address to write a comment on “${title}” in “${site.title}”:

${quoteBeginning(text)}
> – ${quote(name).slice(2)}

Was it you? Then please confirm it with this link. By doing so you agree that it appears below the article with the name you gave; you can withdraw this consent at any time:

${link}
${notify === null ? "" : `\nThis also confirms that you want an e-mail ${notifyEn[notify]}. You can stop that at any time.\n`}
The link works until ${time(expires, site, "en-GB")}. If you wrote nothing, there is nothing to do: the comment will not appear, and it will be deleted with your address after three days.

Keep this e-mail: with the same link you can edit the comment for a quarter of an hour, as long as nobody has answered it, and delete it for thirty days.

Kind regards
The editors of “${site.title}”
`,
  };
}

function time(at: number, { timeZone }: Site, locale: string): string {
  return timeFormat(JSON.stringify([locale, timeZone])).format(at);
}

// Making one takes as long as all the rest of a letter.
const timeFormat = keepLast(8, (key) => {
  const [locale, timeZone] = JSON.parse(key) as [string, string];
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone });
});
