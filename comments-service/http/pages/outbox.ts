import { Hono } from "hono/tiny";
import * as v from "valibot";
import { sha256 } from "../../domain/digest.ts";
import { isLoopback, isLoopbackHost } from "../../domain/client-address.ts";
import { showLetter } from "../../acts/tell-desk.ts";
import { html } from "../html.ts";
import type { Markup } from "../html.ts";
import { showing } from "../page.ts";
import type { PageWords } from "../../words/de/pages.ts";
import type { Site } from "../../domain/thread-list.ts";
import type { PostedLetter } from "../../mail/mail.ts";
import type { Page } from "../page.ts";
import type { Service } from "../../acts/service.ts";
import { field } from "../forms.ts";
import { queryOf } from "../request.ts";
import type { Env } from "../request.ts";
import { when } from "../../words/when.ts";
import type { WaitingLetter } from "../../store/port/letters.ts";

const MOST_LETTERS = 50;

const OutboxQuery = v.object({ key: field });

/** The key of the local outbox. It is kept, so that a page that is open outlasts a new start. */
function outboxKey({ store, ids, clock }: Service): Promise<string> {
  return store.key("outbox", ids.token, clock());
}

/** Where the local outbox is, for whoever started the service; null when letters are sent. */
export async function outboxAddress(service: Service): Promise<string | null> {
  const { mail, serviceUrl } = service.settings;
  return mail.kind === "outbox" ? `${serviceUrl}/outbox?key=${await outboxKey(service)}` : null;
}

/**
 * The local outbox, for development only: shown when nothing is sent, to this machine alone, and there only to whoever has seen the
 * service start, since a proxy or a tunnel on this machine speaks for others.
 */
export function outboxRoutes(service: Service): Hono<Env> {
  const { store, magazine, settings } = service;
  const show = showing(service);

  async function opened(waiting: WaitingLetter): Promise<Omit<PostedLetter, "id">[]> {
    const letter = await showLetter(service, waiting);
    return letter === null ? [] : [{ ...letter, created: waiting.created }];
  }

  return new Hono<Env>().get("/outbox", async (c) => {
    // The host too, so that no page elsewhere can read along under a name that it has pointed to this machine.
    const isHere =
      isLoopback(c.env.peer ?? null) &&
      c.req.header("X-Forwarded-For") === undefined &&
      isLoopbackHost(new URL(c.req.url).hostname);
    if (settings.mail.kind !== "outbox" || !isHere) return c.notFound();
    // Compared as hashes, so that the time it takes tells nothing of the key.
    const [given, key] = [queryOf(c, OutboxQuery).key, await outboxKey(service)];
    if (sha256(given) !== sha256(key)) return c.notFound();
    const site = await magazine.lastKnownSite();
    const letters = await Promise.all((await store.letters(MOST_LETTERS)).map(opened));
    return show(c, 200, (words) => outboxPage(letters.flat(), words, site));
  });
}

/** The local outbox: what would have been mailed, newest first, its links to click. */
function outboxPage(
  letters: readonly Omit<PostedLetter, "id">[],
  { outbox: words }: PageWords,
  site: Site,
): Page {
  return {
    title: words.title,
    main: html`<p>${words.stays}</p>
${letters.length === 0 ? html`<p>${words.none}</p>` : ""}
${letters.map(
  ({ to, subject, text, created }) => html`<article>
<dl><dt>${words.to}</dt><dd>${to}</dd><dt>${words.time}</dt><dd>${when(created, site)}</dd></dl>
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
