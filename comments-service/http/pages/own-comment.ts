import { Hono } from "hono/tiny";
import type { Context } from "hono";
import * as v from "valibot";
import { ownComment } from "../../domain/own-comment.ts";
import { editOwn, eraseOwn, ownByLink } from "../../acts/account.ts";
import { ownPage, unknownPage } from "./account-page.ts";
import type { Said } from "./account-page.ts";
import { sentencePage } from "../page.ts";
import type { Show } from "../page.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { choice, field, Link, token as tokenField } from "../forms.ts";
import { queryOf, readForm } from "../request.ts";

export const OwnForm = v.object({
  token: tokenField,
  act: choice(["edit", "erase"]),
  text: field,
});

/** A guest's own comment, by the link in its letter: once it was confirmed the same link edits and erases it, and nothing else. */
export function ownCommentRoutes(service: Service, show: Show): Hono<Env> {
  const { clock } = service;

  async function answer(c: Context<Env>, token: string, said: Said | null): Promise<Response> {
    const own = await ownByLink(service, token);
    if (own === null) return show(c, 404, unknownPage);
    const comment = ownComment(own.row, clock());
    return show(c, 200, (words, site) => ownPage(words, site, { comment, token, said }));
  }

  return new Hono<Env>()
    .get("/own", (c) => answer(c, queryOf(c, Link).token, null))
    .post("/own", async (c) => {
      const { token, ...asked } = await readForm(c, OwnForm);
      const own = await ownByLink(service, token);
      if (own === null) return answer(c, "", null);
      // The token is bound to this one comment, whatever the form says.
      const said = await actOnOwn(service, own.email, { ...asked, comment: own.row.id });
      if (said !== "erased") return answer(c, token, said);
      return show(c, 200, ({ account }) => sentencePage(account.gone));
    });
}

/** Edits or erases one's own comment as a form asks. @returns what to say of it; null when the form asks for something else. */
export async function actOnOwn(
  service: Service,
  email: string,
  { act, comment, text }: { act?: string | undefined; comment: string; text: string },
): Promise<Said | null> {
  const own = { comment, email };
  if (act === "erase") return (await eraseOwn(service, own)) === null ? "erased" : null;
  if (act !== "edit") return null;
  const done = await editOwn(service, { ...own, text, signedIn: false });
  if ("state" in done) return done.state === "held" ? "held" : "edited";
  if (done.refused !== "fields") return null;
  return done.errors[0]?.reason === "expired" ? "tooLate" : "invalid";
}
