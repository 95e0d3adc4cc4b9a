import { Hono } from "hono/tiny";
import type { Context } from "hono";
import * as v from "valibot";
import { endWishes, forget, meOf } from "../../acts/account.ts";
import { parseEmailAddress } from "../../domain/email-address.ts";
import { accountPage, askPage, saidIn, unknownPage } from "./account-page.ts";
import { sentencePage } from "../page.ts";
import type { Show } from "../page.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { queryOf, readForm, sendersOf } from "../request.ts";
import { choice, cursor, field, optionalField, token as tokenField } from "../forms.ts";
import { mailAccountLink, sessionOf } from "../../acts/sign-in.ts";
import { actOnOwn } from "./own-comment.ts";

// The longest texts make a page of half a megabyte.
const COMMENTS_SHOWN = 20;

export const AccountQuery = v.object({
  token: optionalField,
  after: cursor,
  said: field,
});

export const AccountForm = v.object({
  email: field,
  token: tokenField,
  act: choice(["edit", "erase", "stop", "forget"]),
  comment: field,
  text: field,
  thread: field,
  texts: choice(["erase", "keep"]),
});

/** One's own page: a mailed link leads to all that is kept about an address. No account, no cookie, no script. */
export function accountRoutes(service: Service, show: Show): Hono<Env> {
  async function mail(c: Context<Env>, given: string): Promise<Response> {
    const email = parseEmailAddress(given);
    if (email === null) return show(c, 422, (words) => askPage(words, true));
    const asked = await mailAccountLink(service, { email, senders: await sendersOf(c, service) });
    if ("isLate" in asked) {
      const said = asked.isLate ? "mailedLate" : "mailed";
      return show(c, 200, ({ account }) => sentencePage(account[said]));
    }
    c.header("Retry-After", String(asked.seconds));
    return show(c, 429, ({ account }) => sentencePage(account.busy));
  }

  return new Hono<Env>()
    .get("/mine", async (c) => {
      const { token, said: asked, after } = queryOf(c, AccountQuery);
      if (token === undefined) return show(c, 200, (words) => askPage(words));
      const session = await sessionOf(service, "account", token);
      if (session === null) return show(c, 404, unknownPage);
      const me = await meOf(service, session.email, { after, most: COMMENTS_SHOWN + 1 });
      const last = me.comments[COMMENTS_SHOWN - 1];
      const isMore = me.comments.length > COMMENTS_SHOWN && last !== undefined;
      const cursor = isMore ? `${Date.parse(last.writtenAt)}-${last.id}` : null;
      const shown = { ...me, comments: me.comments.slice(0, COMMENTS_SHOWN) };
      return show(c, 200, (words, site) => {
        const said = saidIn(words, asked);
        return accountPage(words, site, { me: shown, next: cursor, token, said });
      });
    })

    .post("/mine", async (c) => {
      const form = await readForm(c, AccountForm);
      const { token, act, texts, thread } = form;
      if (token === "") return mail(c, form.email);
      const session = await sessionOf(service, "account", token);
      if (session === null) return show(c, 404, unknownPage);
      const { email } = session;
      if (act === "forget" && texts !== undefined) {
        await forget(service, email, texts);
        return show(c, 200, ({ account }) => sentencePage(account.forgotten));
      }
      if (act === "stop") await endWishes(service, { thread, email });
      const said = act === "stop" ? "stopped" : await actOnOwn(service, email, form);
      // Seen again by GET, so that loading the page again does nothing again.
      return c.redirect(`/mine?token=${token}${said === null ? "" : `&said=${said}`}`, 303);
    });
}
