import { Hono } from "hono";
import type { Context } from "hono";
import { ownByLink } from "../../acts/account.ts";
import { ownComment } from "../../domain/own-comment.ts";
import { ownPage, plainPage } from "./mine-page.ts";
import type { Said } from "./mine-words.ts";
import { page } from "./shell.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { actOnOwn, ownForms, readForm } from "./own-form.ts";

/** A guest's own comment, by the link in its letter: once it was confirmed the same link edits and erases it, and nothing else. */
export function ownRoutes(service: Service): Hono<Env> {
  const { magazine, clock, settings } = service;

  async function answer(c: Context<Env>, token: string, said: Said | null): Promise<Response> {
    const site = await magazine.shown();
    const own = await ownByLink(service, token);
    if (own === null) return page(c, 404, site, settings.site.origin, plainPage("unknown", site));
    const shown = ownPage(ownComment(own.row, clock()), token, said, site);
    return page(c, 200, site, settings.site.origin, shown);
  }

  return new Hono<Env>()
    .use("/own", ...ownForms(service))
    .get("/own", (c) => answer(c, c.req.query("token") ?? "", null))
    .post("/own", async (c) => {
      const field = await readForm(c);
      const own = await ownByLink(service, field("token"));
      if (own === null) return answer(c, "", null);
      // The token is bound to this one comment, whatever the form says.
      const said = await actOnOwn(service, own.email, (name) =>
        name === "comment" ? own.row.id : field(name),
      );
      if (said !== "erased") return answer(c, field("token"), said);
      const site = await magazine.shown();
      return page(c, 200, site, settings.site.origin, plainPage("gone", site));
    });
}
