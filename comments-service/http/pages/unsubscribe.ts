import { Hono } from "hono";
import type { Context } from "hono";
import type { Service } from "../../acts/service.ts";
import { unsubscribe, wishOf } from "../../acts/unsubscribe.ts";
import type { KeptSubscription } from "../../store/port/accounts.ts";
import type { Env } from "../request.ts";
import { page } from "./shell.ts";
import { unsubscribePage } from "./unsubscribe-page.ts";

/**
 * Ends notifications about an article. GET shows a page with one button; POST needs no page of ours before it, since the address carries
 * its own proof: mail programs send it at one click (RFC 8058).
 */
export function unsubscribeRoutes(service: Service): Hono<Env> {
  const { magazine, settings } = service;

  const linkOf = (c: Context<Env>) => ({
    subscription: c.req.query("subscription") ?? "",
    token: c.req.query("token") ?? "",
  });

  /** @param again the query with which the button is pressed. */
  async function show(c: Context<Env>, wish: KeptSubscription | null, again: string) {
    const site = await magazine.shown();
    const status = wish === null ? 404 : 200;
    return page(c, status, site, settings.site.origin, unsubscribePage(wish, again, site));
  }

  return new Hono<Env>()
    .get("/unsubscribe", async (c) =>
      show(c, await wishOf(service, linkOf(c)), new URL(c.req.url).search),
    )
    .post("/unsubscribe", async (c) => show(c, await unsubscribe(service, linkOf(c)), ""));
}
