import { Hono } from "hono";
import type { Context } from "hono";
import { hashOfToken } from "../../domain/token.ts";
import { OBJECTION_TIME } from "../../acts/decide-notice.ts";
import { callModerators } from "../../acts/tell-desk.ts";
import { cleanText, isVisible } from "../../domain/plain-text.ts";
import { objectionPage, objectionSaid } from "./notice-page.ts";
import { page } from "./shell.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import type { KeptNotice, Party } from "../../store/port/notices.ts";
import { limits } from "../../wire.ts";
import { ownForms, readForm } from "./own-form.ts";

const statuses = { given: 200, over: 410, unknown: 404 } as const;

/** Objections to decisions on notices (DSA Art. 20), by the link in the letter with the decision; one of each side. */
export function objectionRoutes(service: Service): Hono<Env> {
  const { store, magazine, settings, clock } = service;

  async function readToken(
    token: string,
  ): Promise<{ notice: KeptNotice; party: Party } | keyof typeof statuses> {
    const found = await store.noticeToObject(hashOfToken("objection", token));
    if (found === null || found.notice.decided === null) return "unknown";
    if (found.notice.objections.some(({ party }) => party === found.party)) return "given";
    return found.notice.decided + OBJECTION_TIME <= clock() ? "over" : found;
  }

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
      const found = await readToken(token);
      return typeof found === "string" ? say(c, found) : ask(c, 200, found.notice, token);
    })
    .post("/objections", async (c) => {
      const field = await readForm(c);
      const token = field("token");
      const found = await readToken(token);
      if (typeof found === "string") return say(c, found);
      const { notice, party } = found;
      const text = cleanText(field("text")).slice(0, limits.text);
      if (!isVisible(text)) return ask(c, 422, notice, token);
      const desk = callModerators(service);
      await store.object({ notice: notice.id, party, text, desk }, clock());
      return say(c, "given");
    });
}
