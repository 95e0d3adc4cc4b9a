import { Hono } from "hono/tiny";
import type { Context } from "hono";
import { openWayIn } from "../../acts/known-network.ts";
import type { Service } from "../../acts/service.ts";
import { readWayIn } from "../../domain/way-in.ts";
import { Link } from "../forms.ts";
import { queryOf, readForm, sendersOf } from "../request.ts";
import type { Env } from "../request.ts";
import { html } from "../html.ts";
import type { Show } from "../page.ts";

/**
 * For the owner of an address for which strangers ask for so many codes that none is left: the link in any of these letters makes the
 * network known from which its button is pressed, and nothing else; it signs nobody in. Pressed again it does the same.
 */
export function wayInRoutes(service: Service, show: Show): Hono<Env> {
  const { secrets, clock } = service;

  function answer(c: Context, said: "ask" | "done" | "unknown", token = ""): Promise<Response> {
    return show(c, said === "unknown" ? 404 : 200, ({ wayIn }) => {
      const { title, sentences } = wayIn[said];
      const button = html`<form method="post" action="/way-in">
<input type="hidden" name="token" value="${token}">
<p><button type="submit">${wayIn.button}</button></p>
</form>`;
      return {
        title,
        main: html`${sentences.map((sentence) => html`<p>${sentence}</p>`)}
${said === "ask" ? button : ""}`,
      };
    });
  }

  return new Hono<Env>()
    .get("/way-in", (c) => {
      const { token } = queryOf(c, Link);
      return answer(c, readWayIn(secrets, token, clock()) === null ? "unknown" : "ask", token);
    })
    .post("/way-in", async (c) => {
      const { token } = await readForm(c, Link);
      const { network } = await sendersOf(c, service);
      return answer(c, (await openWayIn(service, { token, network })) ? "done" : "unknown");
    });
}
