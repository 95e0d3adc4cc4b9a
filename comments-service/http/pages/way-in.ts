import { Hono } from "hono";
import type { Context } from "hono";
import { readWayIn } from "../../domain/way-in.ts";
import { openWayIn } from "../../acts/known-network.ts";
import { page } from "./shell.ts";
import { wayInPage } from "./way-in-page.ts";
import type { WayIn } from "./way-in-page.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { sendersOf } from "../request.ts";
import { ownForms, readForm } from "./own-form.ts";

/**
 * For the owner of an address for which strangers ask for so many codes that none is left: the link in any of these letters makes the
 * network known from which its button is pressed, and nothing else. Pressed again it does the same.
 */
export function wayInRoutes(service: Service): Hono<Env> {
  const { magazine, settings, secrets, clock } = service;

  async function show(c: Context<Env>, said: WayIn, token: string): Promise<Response> {
    const site = await magazine.shown();
    const status = said === "unknown" ? 404 : 200;
    return page(c, status, site, settings.site.origin, wayInPage(said, token, site));
  }

  return new Hono<Env>()
    .use("/way-in", ...ownForms(service))
    .get("/way-in", (c) => {
      const token = c.req.query("token") ?? "";
      return show(c, readWayIn(secrets, token, clock()) === null ? "unknown" : "ask", token);
    })
    .post("/way-in", async (c) => {
      const token = (await readForm(c))("token");
      const { network } = await sendersOf(c, service);
      const isOpen = await openWayIn(service, { token, network });
      return show(c, isOpen ? "done" : "unknown", "");
    });
}
