import { Hono } from "hono";
import type { Context } from "hono";
import { ownComment } from "../../domain/own-comment.ts";
import type { KeptOwnComment } from "../../domain/own-comment.ts";
import { ownPage, plainPage } from "./mine-page.ts";
import type { Said } from "./mine-words.ts";
import { page } from "./shell.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { hashOfToken } from "../../domain/token.ts";
import { actOnOwn, ownForms, readForm } from "./own-form.ts";

/** A guest's own comment, by the link in its letter: once it was confirmed the same link edits and erases it, and nothing else. */
export function ownRoutes(service: Service): Hono<Env> {
  const { store, magazine, clock, settings } = service;

  /** The comment that a token was mailed for, with its address; null when there is none, or it is not confirmed. */
  async function ownOf(token: string): Promise<{ row: KeptOwnComment; email: string } | null> {
    const proof = await store.proof(hashOfToken("confirm", token));
    const comment = proof?.used ? await store.comment(proof.comment) : null;
    if (comment === null) return null;
    const [row] = await store.own(comment.email, { comment: comment.id });
    return row === undefined ? null : { row, email: comment.email };
  }

  async function answer(c: Context<Env>, token: string, said: Said | null): Promise<Response> {
    const site = await magazine.shown();
    const own = await ownOf(token);
    if (own === null) return page(c, 404, site, settings.site.origin, plainPage("unknown", site));
    const shown = ownPage(ownComment(own.row, clock()), token, said, site);
    return page(c, 200, site, settings.site.origin, shown);
  }

  return new Hono<Env>()
    .use("/own", ...ownForms(service))
    .get("/own", (c) => answer(c, c.req.query("token") ?? "", null))
    .post("/own", async (c) => {
      const field = await readForm(c);
      const own = await ownOf(field("token"));
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
