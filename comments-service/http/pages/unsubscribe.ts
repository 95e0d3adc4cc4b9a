import { Hono } from "hono";
import type { Context } from "hono";
import { isId } from "../../domain/ids.ts";
import { unsubscribeToken } from "../../domain/unsubscribing.ts";
import { page } from "./shell.ts";
import { unsubscribePage } from "./unsubscribe-page.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";

/**
 * Ends notifications about an article. GET shows a page with one button; POST needs no page of ours before it, since the address carries
 * its own proof: mail programs send it at one click (RFC 8058).
 */
export function unsubscribeRoutes({
  store,
  magazine,
  clock,
  settings,
  secrets,
}: Service): Hono<Env> {
  async function wishOf(c: Context<Env>) {
    const id = c.req.query("subscription") ?? "";
    if (!isId(id)) return null;
    const right = secrets.map((secret) => unsubscribeToken(secret, id));
    return right.includes(c.req.query("token") ?? "") ? store.subscription(id) : null;
  }

  return new Hono<Env>()
    .get("/unsubscribe", async (c) => {
      const [site, wish] = await Promise.all([magazine.shown(), wishOf(c)]);
      const shown = unsubscribePage(wish, new URL(c.req.url).search, site);
      return page(c, wish === null ? 404 : 200, site, settings.site.origin, shown);
    })
    .post("/unsubscribe", async (c) => {
      const [site, wish] = await Promise.all([magazine.shown(), wishOf(c)]);
      if (wish !== null) await store.unsubscribe(wish, clock());
      const ended = wish === null ? null : { ...wish, endedAt: wish.endedAt ?? clock() };
      const shown = unsubscribePage(ended, "", site);
      return page(c, wish === null ? 404 : 200, site, settings.site.origin, shown);
    });
}
