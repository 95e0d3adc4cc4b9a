import { Hono } from "hono/tiny";
import type { Context } from "hono";
import * as v from "valibot";
import type { Service } from "../../acts/service.ts";
import { unsubscribe, wishOf } from "../../acts/account.ts";
import type { KeptSubscription } from "../../store/port/accounts.ts";
import type { PageWords } from "../../words/de/pages.ts";
import { html } from "../html.ts";
import type { Page, Show } from "../page.ts";
import { field, optionalField, token } from "../forms.ts";
import { queryOf } from "../request.ts";
import type { Env } from "../request.ts";
import { sentencePage } from "../page.ts";

export const UnsubscribeQuery = v.object({ subscription: field, token });
/** What mail programs send. Nothing is asked of it, since the address says it all. */
export const UnsubscribeForm = v.object({ "List-Unsubscribe": optionalField });

/**
 * Ends notifications about an article. GET shows a page with one button; POST needs no page of ours before it, since the address carries
 * its own proof: mail programs send it at one click (RFC 8058).
 */
export function unsubscribeRoutes(service: Service, show: Show): Hono<Env> {
  /** @param again the query with which the button is pressed. */
  const answer = (c: Context<Env>, wish: KeptSubscription | null, again: string) =>
    show(c, wish === null ? 404 : 200, (words) => unsubscribePage(words, wish, again));

  return new Hono<Env>()
    .get("/unsubscribe", async (c) =>
      answer(c, await wishOf(service, queryOf(c, UnsubscribeQuery)), new URL(c.req.url).search),
    )
    .post("/unsubscribe", async (c) =>
      answer(c, await unsubscribe(service, queryOf(c, UnsubscribeQuery)), ""),
    );
}

/**
 * Ends notifications about an article, or says that they have ended.
 * @param query of the address that the button posts to.
 */
function unsubscribePage(
  { unsubscribe: words }: PageWords,
  wish: KeptSubscription | null,
  query: string,
): Page {
  if (wish === null) return sentencePage(words.unknown);
  const article = html`<p><a href="${wish.url}">${words.toArticle}</a></p>`;
  if (wish.endedAt !== null)
    return { title: words.ended, main: html`<p>${words.endedFor(wish.title)}</p>${article}` };
  return {
    title: words.ask,
    main: html`<p>${words.askFor(wish.title)}</p>
<form method="post" action="/unsubscribe${query}"><p><button type="submit">${words.button}</button></p></form>
${article}`,
  };
}
