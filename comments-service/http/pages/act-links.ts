import { Hono } from "hono";
import type { Context } from "hono";
import { readActLink, useActLink } from "../../acts/act-links.ts";
import type { ReadyLink, UsedLink } from "../../acts/act-links.ts";
import type { Service } from "../../acts/service.ts";
import { removalReasons } from "../../domain/moderation.ts";
import { actedPage, actPage } from "../desk/act-page.ts";
import { openDesk, ownForms, readForm } from "../desk/guard.ts";
import type { DeskEnv } from "../desk/guard.ts";
import { deskPage } from "../desk/page.ts";
import { seenIn } from "../desk/seen.ts";
import type { Env } from "../request.ts";

const statuses = { done: 200, decided: 409, expired: 410, unknown: 404 } as const;

/** The links in letters to the desk: looking shows one button, the button acts. */
export function actRoutes(service: Service): Hono<Env> {
  async function show(
    c: Context<DeskEnv>,
    token: string,
    link: ReadyLink | UsedLink,
    wasEdited: boolean,
  ): Promise<Response> {
    const desk = await openDesk(service);
    if ("outcome" in link)
      return deskPage(c, statuses[link.outcome], desk, null, actedPage(desk, link));
    const page = actPage(desk, link.comment, { act: link.act, token, wasEdited });
    return deskPage(c, wasEdited ? 409 : 200, desk, null, page);
  }

  const routes = new Hono<DeskEnv>()
    .use("/act", ...ownForms(service))
    .get("/act", async (c) => {
      const token = c.req.query("token") ?? "";
      return show(c, token, await readActLink(service, token), false);
    })
    .post("/act", async (c) => {
      const form = await readForm(c);
      const token = form.get("token") ?? "";
      const reason = removalReasons.find((each) => each === form.get("reason")) ?? "spam";
      const done = await useActLink(service, { token, reason, seen: seenIn(form) });
      return show(c, token, done, true);
    });
  return new Hono<Env>().route("/", routes);
}
