import type { Hono } from "hono";
import { post } from "../../acts/post.ts";
import type { Service } from "../../acts/service.ts";
import { NewComment } from "../../wire.ts";
import { readerOf } from "../bearer.ts";
import { readBody, siteRoutes } from "../from-site.ts";
import { refuse } from "../problem.ts";
import { sendersOf } from "../request.ts";
import type { Env } from "../request.ts";

const PATH = "/threads/:thread/comments";

/** Writing a comment, as a guest or signed in. */
export function commentRoutes(service: Service): Hono<Env> {
  return siteRoutes(service.settings, PATH).post(PATH, async (c) => {
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
