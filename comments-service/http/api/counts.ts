import { Hono } from "hono/tiny";
import * as v from "valibot";
import { isThreadId } from "../../domain/thread-list.ts";
import type { Service } from "../../acts/service.ts";
import { readQuery } from "../request.ts";
import type { Env } from "../request.ts";
import type { Counts } from "../../wire.ts";
import { fromAnywhere } from "./from-site.ts";

// A list shows fewer; D1 binds at most 100 values a statement.
const MOST_THREADS = 90;

export const CountsQuery = v.object({
  thread: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(MOST_THREADS)),
});

/** How many comments are published, for lists of articles. */
export function countRoutes({ store }: Service): Hono<Env> {
  return new Hono<Env>().get("/counts", fromAnywhere, async (c) => {
    const query = readQuery(c, CountsQuery);
    if ("refusal" in query) return query.refusal;
    const threads = [...new Set(query.input.thread)];
    const rows = await store.counts(threads.filter(isThreadId));
    const counts: Counts = Object.fromEntries(rows.map(({ thread, count }) => [thread, count]));
    return c.json(counts, 200, { "Cache-Control": "public, max-age=0, s-maxage=10" });
  });
}
