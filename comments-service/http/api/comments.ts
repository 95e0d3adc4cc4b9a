import { Hono } from "hono/tiny";
import { confirmAgain } from "../../acts/confirm.ts";
import { post } from "../../acts/post.ts";
import { report } from "../../acts/report.ts";
import type { Service } from "../../acts/service.ts";
import { refuse } from "../problem.ts";
import { readBody, sendersOf } from "../request.ts";
import type { Env } from "../request.ts";
import { ConfirmAgain, NewComment, NewReport } from "../../wire.ts";
import type { Posted } from "../../wire.ts";
import { readerOf } from "./bearer.ts";

const posted: Posted = { state: "unconfirmed" };

/** Writing a comment, as a guest or signed in; asking for its letter once more; and reporting one. */
export function commentRoutes(service: Service): Hono<Env> {
  return (
    new Hono<Env>()
      .post("/threads/:thread/comments", async (c) => {
        const body = await readBody(c, NewComment);
        if ("refusal" in body) return body.refusal;
        const session = await readerOf(c, service);
        if (session !== "guest" && "refusal" in session) return session.refusal;
        const reader = session === "guest" ? null : session.email;
        const senders = await sendersOf(c, service);
        const done = await post(service, {
          thread: c.req.param("thread"),
          ...body,
          reader,
          senders,
        });
        if ("refused" in done) return refuse(c, done);
        return c.json(done, done.state === "published" ? 201 : 202);
      })

      // 'No mail received?' The answer is always the same.
      .post("/confirm/again", async (c) => {
        const body = await readBody(c, ConfirmAgain);
        if ("refusal" in body) return body.refusal;
        const { challenge } = body.input;
        await confirmAgain(service, { challenge, senders: await sendersOf(c, service) });
        return c.json(posted, 202);
      })

      .post("/comments/:id/reports", async (c) => {
        const body = await readBody(c, NewReport);
        if ("refusal" in body) return body.refusal;
        const senders = await sendersOf(c, service);
        const done = await report(service, { comment: c.req.param("id"), ...body, senders });
        return "refused" in done ? refuse(c, done) : c.json(done, 202);
      })
  );
}
