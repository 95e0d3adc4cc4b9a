import { Hono } from "hono";
import * as v from "valibot";
import { createPageCache } from "../page-cache.ts";
import type { CachedPage } from "../page-cache.ts";
import type { Env, Service } from "../service.ts";
import type { PageRequest, ThreadState } from "../store/store.ts";
import type { Thread } from "../wire.ts";
import { fromAnywhere } from "./from-site.ts";
import { invalidFields, missingThread } from "./problem.ts";
import { answerTagged, tagged } from "./tagged.ts";

// What everybody reads is kept apart from what one can ask for under endless names, so that nobody can push it out.
const FIRST_PAGES_BYTES = 48_000_000;
const FURTHER_PAGES_BYTES = 8_000_000;
const USUAL_LIMITS = new Set([50, 100]);

const number = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/u), v.transform(Number));
export const ThreadQuery = v.object({
  order: v.optional(v.picklist(["newest", "oldest"]), "newest"),
  limit: v.optional(v.pipe(number, v.maxValue(100)), "50"),
  before: v.optional(number),
  at: v.optional(number),
});

/** Reading a thread. What goes out is a function of thread, version and page, so it is made once. */
export function threadRoutes({ store, magazine }: Service): Hono<Env> {
  const firstPages = createPageCache(FIRST_PAGES_BYTES);
  const furtherPages = createPageCache(FURTHER_PAGES_BYTES);

  async function pageOf(thread: ThreadState, page: PageRequest): Promise<CachedPage> {
    const key = JSON.stringify([thread.id, thread.version, page.order, page.limit, page.before]);
    const isFirst = page.before === null && USUAL_LIMITS.has(page.limit);
    const cache = isFirst ? firstPages : furtherPages;
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const { id, title, state } = thread;
    const { count, comments, next } = await store.page(id, page);
    const body: Thread = { thread: id, title, open: state === "open", count, comments, next };
    const made = tagged(JSON.stringify(body));
    cache.set(key, made);
    return made;
  }

  /** The page that begins with the conversation in which this number stands; the first one when it stands nowhere. */
  async function startAt(thread: string, at: number, order: PageRequest["order"]) {
    const conversation = await store.conversation(thread, at);
    if (conversation === null) return null;
    return order === "newest" ? conversation + 1 : conversation - 1 || null;
  }

  return new Hono<Env>().get("/threads/:thread", fromAnywhere, async (c) => {
    const query = v.safeParse(ThreadQuery, c.req.query());
    if (!query.success) {
      const field = v.getDotPath(query.issues[0]) ?? "";
      return invalidFields(c, [{ field, reason: "invalid" }]);
    }
    const { order, limit, at } = query.output;
    let { before = null } = query.output;
    if (at !== undefined && before !== null)
      return invalidFields(c, [{ field: "at", reason: "invalid" }]);
    const thread = await magazine.thread(c.req.param("thread"));
    if ("missing" in thread) return missingThread(c, thread.missing);
    if (at !== undefined) before = await startAt(thread.id, at, order);
    return answerTagged(c, await pageOf(thread, { order, limit, before }), "application/json");
  });
}
