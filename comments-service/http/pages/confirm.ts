import { Hono } from "hono";
import type { Context } from "hono";
import { confirm, confirmationOf } from "../../acts/confirm.ts";
import type { Confirmation } from "../../acts/confirm.ts";
import type { Service } from "../../acts/service.ts";
import { sendersOf } from "../request.ts";
import type { Env } from "../request.ts";
import { confirmPage, confirmStatus, troublePage } from "./confirm-page.ts";
import { atMost, isOwnForm } from "./own-form.ts";
import { page } from "./shell.ts";

/** The mailed link. Looking changes nothing, since mail scanners look at every link; the button does. */
export function confirmRoutes(service: Service): Hono<Env> {
  const { magazine, settings } = service;
  const { serviceUrl } = settings;
  const { origin: siteOrigin } = settings.site;

  async function answer(c: Context<Env>, confirmation: Confirmation, token: string) {
    const site = await magazine.shown();
    const status = confirmStatus[confirmation.state];
    return page(c, status, site, siteOrigin, confirmPage(confirmation, token, site));
  }

  async function trouble(c: Context<Env>, status: 403 | 429, what: "foreign" | "tooMuch") {
    const site = await magazine.shown();
    return page(c, status, site, siteOrigin, troublePage(what, site.language));
  }

  return new Hono<Env>()
    .get("/confirm", async (c) => {
      const token = c.req.query("token") ?? "";
      return answer(c, await confirmationOf(service, token), token);
    })
    .post("/confirm", atMost(service, 1024), async (c) => {
      if (!isOwnForm(c, serviceUrl)) return trouble(c, 403, "foreign");
      const token = new URLSearchParams(await c.req.text()).get("token") ?? "";
      const { network } = await sendersOf(c, service);
      const done = await confirm(service, { token, network });
      if ("state" in done) return answer(c, done, token);
      c.header("Retry-After", String(done.seconds));
      return trouble(c, 429, "tooMuch");
    });
}
