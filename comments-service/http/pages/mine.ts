import { Hono } from "hono";
import type { Context } from "hono";
import { forget, meOf, stopTelling } from "../../acts/account.ts";
import { parseEmailAddress } from "../../domain/email-address.ts";
import { askPage, minePage, plainPage } from "./mine-page.ts";
import type { Shown } from "./mine-page.ts";
import { acts } from "./mine-words.ts";
import { page } from "./shell.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { sendersOf } from "../request.ts";
import { mailMineLink, sessionOf } from "../../acts/sign-in.ts";
import { exportHeaders } from "../api/me.ts";
import { cursorOf } from "../api/cursor.ts";
import { actOnOwn, ownForms, readForm } from "./own-form.ts";
import { problem } from "../problem.ts";

// The longest texts make a page of half a megabyte.
const COMMENTS_SHOWN = 20;

/** One's own page: a mailed link leads to all that is kept about an address. No account, no cookie, no script. */
export function mineRoutes(service: Service): Hono<Env> {
  const { magazine, settings } = service;

  const show = async (c: Context<Env>, status: 200 | 404 | 422 | 429, shown: Shown) =>
    page(c, status, await magazine.shown(), settings.site.origin, shown);

  const noLink = async (c: Context<Env>) =>
    show(c, 404, plainPage("unknown", await magazine.shown()));

  async function mail(c: Context<Env>, given: string): Promise<Response> {
    const site = await magazine.shown();
    const email = parseEmailAddress(given);
    if (email === null) return show(c, 422, askPage(site));
    const asked = await mailMineLink(service, { email, senders: await sendersOf(c, service) });
    if ("isLate" in asked)
      return show(c, 200, plainPage(asked.isLate ? "mailedLate" : "mailed", site));
    c.header("Retry-After", String(asked.seconds));
    return show(c, 429, plainPage("busy", site));
  }

  return new Hono<Env>()
    .use("/mine", ...ownForms(service))
    .get("/mine", async (c) => {
      const site = await magazine.shown();
      const token = c.req.query("token");
      if (token === undefined) return show(c, 200, askPage(site));
      const session = await sessionOf(service, "mine", token);
      if (session === null) return noLink(c);
      const said = acts.find((act) => act === c.req.query("said")) ?? null;
      const after = cursorOf(c.req.query("after"));
      const me = await meOf(service, session.email, { after, most: COMMENTS_SHOWN + 1 });
      const last = me.comments[COMMENTS_SHOWN - 1];
      const isMore = me.comments.length > COMMENTS_SHOWN && last !== undefined;
      const cursor = isMore ? `${Date.parse(last.writtenAt)}-${last.id}` : null;
      const shown = { ...me, comments: me.comments.slice(0, COMMENTS_SHOWN) };
      return show(c, 200, minePage(shown, cursor, token, said, site));
    })

    .get("/mine/export", async (c) => {
      const session = await sessionOf(service, "mine", c.req.query("token") ?? "");
      if (session === null) return problem(c, 401, "This link no longer works");
      const me = await meOf(service, session.email);
      return c.json(me, 200, { "Cache-Control": "no-store", ...exportHeaders });
    })

    .post("/mine", async (c) => {
      const field = await readForm(c);
      const token = field("token");
      if (token === "") return mail(c, field("email"));
      const session = await sessionOf(service, "mine", token);
      if (session === null) return noLink(c);
      const { email } = session;
      const texts = field("texts");
      if (field("act") === "forget" && (texts === "erase" || texts === "keep")) {
        await forget(service, email, texts);
        return show(c, 200, plainPage("forgotten", await magazine.shown()));
      }
      const isStop = field("act") === "stop";
      if (isStop) await stopTelling(service, { thread: field("thread"), email });
      const said = isStop ? "stopped" : await actOnOwn(service, email, field);
      // Seen again by GET, so that loading the page again does nothing again.
      return c.redirect(`/mine?token=${token}${said === null ? "" : `&said=${said}`}`, 303);
    });
}
