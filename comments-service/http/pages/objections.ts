import { Hono } from "hono";
import type { Context } from "hono";
import { object, objectionOf } from "../../acts/notice.ts";
import { objectionPage, objectionSaid } from "./notice-page.ts";
import { page } from "./shell.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import type { KeptNotice } from "../../store/port/notices.ts";
import { ownForms, readForm } from "./own-form.ts";

const statuses = { given: 200, over: 410, unknown: 404 } as const;

/** Objections to decisions on notices (DSA Art. 20), by the link in the letter with the decision; one of each side. */
export function objectionRoutes(service: Service): Hono<Env> {
  const { magazine, settings } = service;

  async function say(c: Context<Env>, said: keyof typeof statuses) {
    const site = await magazine.shown();
    return page(c, statuses[said], site, settings.site.origin, objectionSaid(said, site));
  }

  async function ask(c: Context<Env>, status: 200 | 422, notice: KeptNotice, token: string) {
    const site = await magazine.shown();
    return page(c, status, site, settings.site.origin, objectionPage(site, notice, token));
  }

  return new Hono<Env>()
    .use("/objections", ...ownForms(service))
    .get("/objections", async (c) => {
      const token = c.req.query("token") ?? "";
      const found = await objectionOf(service, token);
      return typeof found === "string" ? say(c, found) : ask(c, 200, found.notice, token);
    })
    .post("/objections", async (c) => {
      const field = await readForm(c);
      const token = field("token");
      const done = await object(service, { token, words: field("text") });
      return typeof done === "string" ? say(c, done) : ask(c, 422, done.notice, token);
    });
}
