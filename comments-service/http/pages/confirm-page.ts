import { html } from "hono/html";
import type { Confirmation } from "../../acts/confirm.ts";
import { commentAddress } from "../../domain/addresses.ts";
import type { Site } from "../../domain/thread-list.ts";
import type { Markup } from "./shell.ts";

/** RFC 9110: what became of the link, for whoever reads statuses rather than pages. */
export const confirmStatus = {
  ask: 200,
  published: 200,
  held: 200,
  closed: 409,
  expired: 410,
  gone: 410,
  unknown: 404,
} as const;

/** The page for the mailed link: one button, or what has become of the comment. */
export function confirmPage(
  confirmation: Confirmation,
  token: string,
  { language }: Site,
): { title: string; main: Markup } {
  const words = { de, en }[language];
  if (confirmation.state === "unknown")
    return { title: words.unknown[0], main: html`<p>${words.unknown[1]}</p>` };
  const { state, proof } = confirmation;
  const { url, title: article } = proof.thread;
  const [title, sentence] = words[state];
  const link =
    state === "published"
      ? { href: commentAddress(url, proof.number), words: words.toComment }
      : { href: url, words: words.toArticle };
  const button = html`<form method="post" action="/confirm">
<input type="hidden" name="token" value="${token}">
<p><button type="submit">${words.button}</button></p>
</form>`;
  return {
    title,
    main: html`<p>${sentence(article)}</p>
${state === "ask" ? button : html`<p><a href="${link.href}">${link.words}</a></p>`}
${state === "published" || state === "held" ? html`<p><a href="/own?token=${token}">${words.toOwn}</a></p>` : ""}`,
  };
}

/** The page for a visit that comes in a bad moment or from elsewhere. */
export function troublePage(
  trouble: "busy" | "foreign" | "tooMuch" | "tooLong",
  language: Site["language"],
) {
  const [title, sentence] = { de, en }[language][trouble];
  return { title, main: html`<p>${sentence}</p>` };
}

type Sentence = (article: string) => string;
interface Words extends Record<
  "ask" | "published" | "held" | "closed" | "expired" | "gone",
  [string, Sentence]
> {
  unknown: [string, string];
  busy: [string, string];
  foreign: [string, string];
  tooMuch: [string, string];
  tooLong: [string, string];
  button: string;
  toComment: string;
  toArticle: string;
  toOwn: string;
}

const de: Words = {
  ask: [
    "Kommentar bestätigen",
    (article) =>
      `Ihr Kommentar zu „${article}“ erscheint, sobald Sie ihn hier bestätigen. Damit willigen Sie ein, dass wir ihn mit dem angegebenen Namen veröffentlichen; diese Einwilligung können Sie jederzeit widerrufen.`,
  ],
  published: [
    "Ihr Kommentar ist bestätigt",
    (article) => `Er steht jetzt unter „${article}“. Danke, dass Sie mitreden.`,
  ],
  held: [
    "Ihr Kommentar wird geprüft",
    (article) =>
      `Ihre Adresse ist bestätigt. Bevor der Kommentar unter „${article}“ erscheint, sieht ihn sich die Redaktion an. Wie sie entscheidet, erfahren Sie per E-Mail.`,
  ],
  closed: [
    "Die Kommentare sind geschlossen",
    (article) =>
      `Unter „${article}“ werden keine Kommentare mehr angenommen, deshalb kann Ihrer leider nicht mehr erscheinen.`,
  ],
  expired: [
    "Der Link ist abgelaufen",
    (article) =>
      `Er galt zwei Tage lang. Ihr Kommentar zu „${article}“ ist nicht erschienen; schreiben Sie ihn gern noch einmal.`,
  ],
  gone: [
    "Diesen Kommentar gibt es nicht mehr",
    (article) =>
      `Der Kommentar zu „${article}“, zu dem dieser Link gehört, wurde entfernt oder gelöscht.`,
  ],
  unknown: [
    "Diesen Link kennen wir nicht",
    "Vielleicht ist er nicht vollständig, oder er ist schon lange abgelaufen. Am besten öffnen Sie ihn noch einmal aus der E-Mail.",
  ],
  busy: [
    "Das geht gerade nicht",
    "Bitte versuchen Sie es in einer Minute noch einmal. Es ist nichts verloren gegangen.",
  ],
  foreign: [
    "Bitte öffnen Sie den Link aus der E-Mail",
    "Diese Anfrage kam nicht von unserer eigenen Seite, deshalb wurde nichts geändert.",
  ],
  tooMuch: [
    "Bitte etwas später",
    "Mit Ihrer Adresse wurden gerade sehr viele Kommentare bestätigt. Dieser wartet so lange: Öffnen Sie den Link später noch einmal.",
  ],
  tooLong: [
    "Das ist zu lang",
    "So viel Text nehmen wir nicht an, deshalb wurde nichts geändert. Bitte kürzen Sie ihn: Mit „Zurück“ kommen Sie wieder zu Ihrem Text.",
  ],
  button: "Kommentar veröffentlichen",
  toComment: "Zum Kommentar",
  toArticle: "Zum Artikel",
  toOwn: "Kommentar bearbeiten oder löschen",
};

const en: Words = {
  ask: [
    "Confirm your comment",
    (article) =>
      `Your comment on “${article}” appears as soon as you confirm it here. By doing so you agree that we publish it with the name you gave; you can withdraw this consent at any time.`,
  ],
  published: [
    "Your comment is confirmed",
    (article) => `It now stands below “${article}”. Thank you for joining in.`,
  ],
  held: [
    "Your comment is being checked",
    (article) =>
      `Your address is confirmed. Before the comment appears below “${article}”, the editors look at it. They will tell you by e-mail what they decide.`,
  ],
  closed: [
    "The discussion is closed",
    (article) => `Comments on “${article}” are no longer taken, so yours cannot appear any more.`,
  ],
  expired: [
    "The link has expired",
    (article) =>
      `It worked for two days. Your comment on “${article}” did not appear; you are welcome to write it again.`,
  ],
  gone: [
    "This comment is no longer there",
    (article) => `The comment on “${article}” that this link belongs to was removed or deleted.`,
  ],
  unknown: [
    "This link is not known",
    "Perhaps it is not complete, or it expired long ago. Please open it once more from the e-mail.",
  ],
  busy: ["Not just now", "Please try again in a minute. Nothing has been lost."],
  foreign: [
    "Please open the link from the e-mail",
    "This request did not come from our own page, so nothing was changed.",
  ],
  tooMuch: [
    "A little later, please",
    "A great many comments have just been confirmed with your address. This one waits: please open the link again later.",
  ],
  tooLong: [
    "This is too long",
    "We do not take that much text, so nothing was changed. Please shorten it: going back leads to your text.",
  ],
  button: "Publish the comment",
  toComment: "To the comment",
  toArticle: "To the article",
  toOwn: "Edit or delete the comment",
};
