import { html } from "hono/html";
import type { Site } from "../../domain/thread-list.ts";
import type { Markup } from "./shell.ts";

/** What the page says: what its button would do, that it is done, or that the link is none (any more). */
export type WayIn = "ask" | "done" | "unknown";

/** The page of the link that makes a network known to an address's owner. It signs nobody in. */
export function wayInPage(
  said: WayIn,
  token: string,
  { language }: Site,
): { title: string; main: Markup } {
  const words = { de, en }[language];
  const [title, ...sentences] = words[said];
  const button = html`<form method="post" action="/way-in">
<input type="hidden" name="token" value="${token}">
<p><button type="submit">${words.button}</button></p>
</form>`;
  return {
    title,
    main: html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${said === "ask" ? button : ""}`,
  };
}

const de = {
  ask: [
    "Sie kommen nicht hinein?",
    "Fordert jemand für Ihre E-Mail-Adresse immer wieder Codes oder Links an, dann schicken wir nach einer Weile keine mehr, damit Ihr Postfach nicht voll wird. Auch Ihre eigenen kämen dann nicht mehr an.",
    "Mit diesem Knopf merken wir uns für heute, dass Sie sich von dem Internetanschluss aus melden, über den Sie gerade verbunden sind. Was Sie von hier aus anfordern, kommt danach wieder an. Angemeldet sind Sie damit noch nicht.",
  ],
  button: "Von hier aus wieder anfordern",
  done: [
    "Der Weg ist frei",
    "Fordern Sie jetzt von hier aus einen neuen Code oder Link an. Das gilt bis heute um Mitternacht (Weltzeit, in Deutschland ein oder zwei Uhr nachts).",
  ],
  unknown: [
    "Dieser Link gilt nicht mehr",
    "Er gilt einen Tag lang. Vielleicht ist er auch nicht vollständig. In jeder neueren E-Mail mit einem Code steht ein neuer.",
  ],
} satisfies Record<WayIn, [string, ...string[]]> & { button: string };

const en: typeof de = {
  ask: [
    "You do not get in?",
    "When somebody keeps asking for codes or links for your e-mail address, we send no more of them after a while, so that your mailbox does not fill up. Your own would not arrive then either.",
    "With this button we note for today that you are at the internet connection that you are using now. What you ask for from here will arrive again. It does not sign you in.",
  ],
  button: "Let me ask from here again",
  done: [
    "The way is clear",
    "Now ask for a new code or link from here. This holds until midnight UTC.",
  ],
  unknown: [
    "This link no longer works",
    "It works for a day. Perhaps it is not complete, either. Every newer e-mail with a code has a new one.",
  ],
};
