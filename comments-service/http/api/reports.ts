import { Hono } from "hono";
import { report } from "../../acts/report.ts";
import type { Service } from "../../acts/service.ts";
import { NewReport } from "../../wire.ts";
import { refuse } from "../problem.ts";
import { readBody, sendersOf } from "../request.ts";
import type { Env } from "../request.ts";

/** A reader's report about a comment. */
export function reportRoutes(service: Service): Hono<Env> {
  return new Hono<Env>().post("/comments/:id/reports", async (c) => {
    const body = await readBody(c, NewReport);
    if ("refusal" in body) return body.refusal;
    const senders = await sendersOf(c, service);
    const done = await report(service, { comment: c.req.param("id"), ...body, senders });
    return "refused" in done ? refuse(c, done) : c.json(done, 202);
  });
}
