import { Hono } from "hono/tiny";
import type { Context } from "hono";
import * as v from "valibot";
import { sessionOf } from "../../acts/sign-in.ts";
import { editOwn, eraseOwn, forget, meOf } from "../../acts/account.ts";
import { commentAddress } from "../../domain/addresses.ts";
import { isId } from "../../domain/ids.ts";
import type { Service } from "../../acts/service.ts";
import { Link, optionalField } from "../forms.ts";
import { queryOf, readBody } from "../request.ts";
import type { Env } from "../request.ts";
import type { OwnAsked } from "../../store/port/accounts.ts";
import { Edit, Forget } from "../../wire.ts";
import { signedIn } from "./bearer.ts";
import { problem, refuse } from "../problem.ts";

// The widget asks on every page that is opened. Everything is in the file.
const MOST_COMMENTS = 50;

export const MeQuery = v.object({
  thread: optionalField,
});

/** What a signed-in reader may see and do of his own. */
export function meRoutes(service: Service): Hono<Env> {
  const { store } = service;

  const answerMe = async (c: Context<Env>, asked?: OwnAsked, headers = {}) => {
    const reader = await signedIn(c, service);
    if ("refusal" in reader) return reader.refusal;
    return c.json(await meOf(service, reader.email, asked), 200, headers);
  };

  return (
    new Hono<Env>()
      .get("/me", (c) => {
        const { thread } = queryOf(c, MeQuery);
        const which = thread === undefined ? { after: null } : { thread };
        return answerMe(c, { ...which, most: MOST_COMMENTS });
      })
      .get("/me/export", (c) => answerMe(c, undefined, asFile))

      // The same by the link of one's own page.
      .get("/mine/export", async (c) => {
        const session = await sessionOf(service, "account", queryOf(c, Link).token);
        if (session === null) return problem(c, 401, "This link no longer works");
        const me = await meOf(service, session.email);
        return c.json(me, 200, asFile);
      })

      .delete("/me", async (c) => {
        const reader = await signedIn(c, service);
        if ("refusal" in reader) return reader.refusal;
        const body = await readBody(c, Forget);
        if ("refusal" in body) return body.refusal;
        await forget(service, reader.email, body.input.texts);
        return c.body(null, 204);
      })

      .patch("/comments/:id", async (c) => {
        const reader = await signedIn(c, service);
        if ("refusal" in reader) return reader.refusal;
        const body = await readBody(c, Edit);
        if ("refusal" in body) return body.refusal;
        const comment = c.req.param("id");
        const { email } = reader;
        const done = await editOwn(service, { comment, email, ...body.input, signedIn: true });
        return "refused" in done ? refuse(c, done) : c.json(done);
      })

      .delete("/comments/:id", async (c) => {
        const reader = await signedIn(c, service);
        if ("refusal" in reader) return reader.refusal;
        const own = { comment: c.req.param("id"), email: reader.email };
        const refusal = await eraseOwn(service, own);
        return refusal === null ? c.body(null, 204) : refuse(c, refusal);
      })

      // Where letters link to: a comment gets its number only when it appears, and an article may move.
      .get("/comments/:id", async (c) => {
        const id = c.req.param("id");
        const comment = isId(id) ? await store.comment(id) : null;
        const thread = comment?.number ? await store.thread(comment.thread) : null;
        if (comment === null || thread === null) return problem(c, 404, "There is no such comment");
        return c.redirect(commentAddress(thread.url, comment.number), 302);
      })
  );
}

/** A file for whoever asks for the data. */
const asFile = { "Content-Disposition": 'attachment; filename="comments.json"' };
