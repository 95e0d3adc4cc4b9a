import { Hono } from "hono/tiny";
import type { Context } from "hono";
import { confirm, confirmationOf } from "../../acts/confirm.ts";
import type { Confirmation } from "../../acts/confirm.ts";
import type { Service } from "../../acts/service.ts";
import { commentAddress } from "../../domain/addresses.ts";
import type { Site } from "../../domain/thread-list.ts";
import type { PageWords } from "../../words/de/pages.ts";
import { Link } from "../forms.ts";
import { html } from "../html.ts";
import { spoken } from "../page.ts";
import type { Page, Show } from "../page.ts";
import { queryOf, readForm, sendersOf } from "../request.ts";
import type { Env } from "../request.ts";
import { sentencePage } from "../page.ts";

/** RFC 9110: what became of the link, for whoever reads statuses rather than pages. */
const statuses = {
  ask: 200,
  published: 200,
  held: 200,
  closed: 409,
  expired: 410,
  gone: 410,
  unknown: 404,
} as const;

/** The mailed link. Looking changes nothing, since mail scanners look at every link; the button does. */
export function confirmRoutes(service: Service, show: Show): Hono<Env> {
  const answer = (c: Context, confirmation: Confirmation, token: string) =>
    show(c, statuses[confirmation.state], (words, site) =>
      confirmPage(words, site, { confirmation, token }),
    );

  return new Hono<Env>()
    .get("/confirm", async (c) => {
      const { token } = queryOf(c, Link);
      return answer(c, await confirmationOf(service, token), token);
    })
    .post("/confirm", async (c) => {
      const { token } = await readForm(c, Link);
      const { network } = await sendersOf(c, service);
      const done = await confirm(service, { token, network });
      if ("state" in done) return answer(c, done, token);
      c.header("Retry-After", String(done.seconds));
      return show(c, 429, ({ trouble }) => sentencePage(trouble.tooMuch));
    });
}

/** One button, or what has become of the comment. */
function confirmPage(
  { confirm: words }: PageWords,
  site: Site,
  { confirmation, token }: { confirmation: Confirmation; token: string },
): Page {
  if (confirmation.state === "unknown") return sentencePage(words.unknown);
  const { state, proof } = confirmation;
  const { url, title: article } = proof.thread;
  const { title, sentence } = words[state];
  const link =
    state === "published"
      ? { href: commentAddress(url, proof.number), words: words.toComment }
      : { href: url, words: words.toArticle };
  // Whoever opens the link reads what it is about, as words; also what can no longer appear, to be kept or written again.
  const isWaiting = state === "ask" || state === "closed" || state === "expired";
  const comment = html`<figure><blockquote><pre dir="auto">${spoken(proof.text, site)}</pre></blockquote>
<figcaption dir="auto">${proof.name}</figcaption></figure>`;
  const button = html`<form method="post" action="/confirm">
<input type="hidden" name="token" value="${token}">
<p><button type="submit">${words.button}</button></p>
</form>`;
  return {
    title,
    main: html`<p>${sentence(article)}</p>
${isWaiting ? comment : ""}
${state === "ask" ? button : ""}
<p><a href="${link.href}">${link.words}</a></p>
${state === "published" || state === "held" ? html`<p><a href="/own?token=${token}">${words.toOwn}</a></p>` : ""}`,
  };
}
