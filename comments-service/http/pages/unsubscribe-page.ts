import { html } from "hono/html";
import type { Site } from "../../domain/thread-list.ts";
import type { KeptSubscription } from "../../store/port/accounts.ts";
import type { Shown } from "./mine-page.ts";

/**
 * The page that ends notifications about an article, or says that they have ended.
 * @param query of the address that the button posts to.
 */
export function unsubscribePage(
  wish: KeptSubscription | null,
  query: string,
  { language }: Site,
): Shown {
  const words = { de, en }[language];
  if (wish === null) return { title: words.unknown[0], main: html`<p>${words.unknown[1]}</p>` };
  const article = html`<p><a href="${wish.url}">${words.toArticle}</a></p>`;
  if (wish.endedAt !== null)
    return { title: words.ended, main: html`<p>${words.endedFor(wish.title)}</p>${article}` };
  return {
    title: words.ask,
    main: html`<p>${words.askFor(wish.title)}</p>
<form method="post" action="/unsubscribe${query}"><p><button type="submit">${words.button}</button></p></form>`,
  };
}

const de = {
  ask: "Benachrichtigungen abbestellen",
  askFor: (article: string) =>
    `Wir schreiben Ihnen dann nicht mehr, wenn es unter „${article}“ etwas Neues gibt.`,
  button: "Abbestellen",
  ended: "Abbestellt",
  endedFor: (article: string) => `Zu „${article}“ bekommen Sie keine Benachrichtigungen mehr.`,
  toArticle: "Zum Artikel",
  unknown: [
    "Diesen Link kennen wir nicht",
    "Vielleicht ist er nicht vollständig, oder die Benachrichtigungen sind längst gelöscht.",
  ] as [string, string],
};

const en: typeof de = {
  ask: "Stop notifications",
  askFor: (article) =>
    `We will no longer write to you when there is something new on “${article}”.`,
  button: "Stop",
  ended: "Stopped",
  endedFor: (article) => `You will get no more notifications about “${article}”.`,
  toArticle: "To the article",
  unknown: [
    "This link is not known",
    "Perhaps it is not complete, or the notifications were deleted long ago.",
  ],
};
