import { Hono } from "hono";
import { post } from "../../acts/post.ts";
import type { Service } from "../../acts/service.ts";
import { NewComment } from "../../wire.ts";
import { readerOf } from "./bearer.ts";
import { refuse } from "../problem.ts";
import { readBody, sendersOf } from "../request.ts";
import type { Env } from "../request.ts";

/** Writing a comment, as a guest or signed in. */
export function commentRoutes(service: Service): Hono<Env> {
  return new Hono<Env>().post("/threads/:thread/comments", async (c) => {
    const body = await readBody(c, NewComment);
    if ("refusal" in body) return body.refusal;
    const session = await readerOf(c, service);
    if (session !== "guest" && "refusal" in session) return session.refusal;
    const reader = session === "guest" ? null : session.email;
    const senders = await sendersOf(c, service);
    const done = await post(service, { thread: c.req.param("thread"), ...body, reader, senders });
    if ("refused" in done) return refuse(c, done);
    return c.json(done, done.state === "published" ? 201 : 202);
  });
}
