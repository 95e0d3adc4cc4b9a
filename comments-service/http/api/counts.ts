import { Hono } from "hono";
import { isThreadId } from "../../domain/thread-list.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import type { Counts } from "../../wire.ts";
import { fromAnywhere } from "../from-site.ts";
import { invalidFields } from "../problem.ts";

// A list shows fewer; D1 binds at most 100 values a statement.
const MOST_THREADS = 90;

/** How many comments are published, for lists of articles. */
export function countRoutes({ store }: Service): Hono<Env> {
  return new Hono<Env>().get("/counts", fromAnywhere, async (c) => {
    const threads = [...new Set(c.req.queries("thread"))];
    if (threads.length === 0) return invalidFields(c, [{ field: "thread", reason: "missing" }]);
    if (threads.length > MOST_THREADS)
      return invalidFields(c, [{ field: "thread", reason: "too-long" }]);
    const rows = await store.counts(threads.filter(isThreadId));
    const counts: Counts = Object.fromEntries(rows.map(({ thread, count }) => [thread, count]));
    return c.json(counts, 200, { "Cache-Control": "public, max-age=0, s-maxage=10" });
  });
}
