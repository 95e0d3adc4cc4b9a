import { Hono } from "hono";
import * as v from "valibot";
import { sha256 } from "../domain/digest.ts";
import { createPageCache } from "../page-cache.ts";
import type { CachedPage } from "../page-cache.ts";
import type { Env, Service } from "../service.ts";
import type { PageRequest, ThreadState } from "../store/store.ts";
import type { Thread } from "../wire.ts";
import { fromAnywhere } from "./from-site.ts";
import { invalidFields, missingThread } from "./problem.ts";

const CACHE_BYTES = 32_000_000;

const number = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/u), v.transform(Number));
const Query = v.object({
  order: v.optional(v.picklist(["newest", "oldest"]), "newest"),
  limit: v.optional(v.pipe(number, v.maxValue(100)), "50"),
  before: v.optional(number),
});

/** Reading a thread. What goes out is a function of thread, version and page, so it is made once. */
export function threadRoutes({ store, magazine }: Service): Hono<Env> {
  const cache = createPageCache(CACHE_BYTES);

  async function pageOf(thread: ThreadState, page: PageRequest): Promise<CachedPage> {
    const key = JSON.stringify([thread.id, thread.version, page.order, page.limit, page.before]);
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const { id, title, state } = thread;
    const { count, comments, next } = await store.page(id, page);
    const body: Thread = { thread: id, title, open: state === "open", count, comments, next };
    const json = JSON.stringify(body);
    const made = {
      bytes: new TextEncoder().encode(json),
      etag: `"${(await sha256(json)).slice(0, 32)}"`,
    };
    cache.set(key, made);
    return made;
  }

  return new Hono<Env>().get("/threads/:thread", fromAnywhere, async (c) => {
    const query = v.safeParse(Query, c.req.query());
    if (!query.success) {
      const field = v.getDotPath(query.issues[0]) ?? "";
      return invalidFields(c, [{ field, reason: "invalid" }]);
    }
    const thread = await magazine.thread(c.req.param("thread"));
    if ("missing" in thread) return missingThread(c, thread.missing);
    const { order, limit, before = null } = query.output;
    const { bytes, etag } = await pageOf(thread, { order, limit, before });
    const headers = { ETag: etag, "Cache-Control": "public, max-age=0, s-maxage=10" };
    if (isKnown(c.req.header("If-None-Match"), etag)) return c.body(null, 304, headers);
    return c.body(bytes, 200, { ...headers, "Content-Type": "application/json" });
  });
}

/** RFC 9110, 13.1.2: the comparison is weak, since a cache on the way may have compressed the bytes. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((known) => known.trim().replace(/^W\//u, "") === etag);
}
