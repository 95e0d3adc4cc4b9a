import { Hono } from "hono/tiny";
import * as v from "valibot";
import type { PagePlace } from "../../domain/page-cuts.ts";
import { answerTagged, createPageCache, tagged } from "../caches.ts";
import type { CachedPage } from "../caches.ts";
import type { Service } from "../../acts/service.ts";
import { readQuery } from "../request.ts";
import type { Env } from "../request.ts";
import type { PageRequest } from "../../store/port/reading.ts";
import type { ThreadNow } from "../../acts/magazine.ts";
import {
  findPage,
  findReplies,
  findReply,
  readPage,
  recommendedPage,
  repliesPage,
} from "./thread-page.ts";
import type { RepliesPlace } from "./thread-page.ts";
import type { Replies, Thread } from "../../wire.ts";
import { fromAnywhere } from "./from-site.ts";
import { invalidFields, missingThread, problem } from "../problem.ts";

// What everybody reads is kept apart from what one can ask for under endless names, so that nobody can push it out.
const FIRST_PAGES_BYTES = 48_000_000;
const FURTHER_PAGES_BYTES = 8_000_000;
/** How many conversations a page may have. What is asked for beside these is the next larger of them. */
const LIMITS = [20, 50, 100];

// How often a page is read into which somebody writes meanwhile.
const TRIES = 3;

/** A page that was read. */
interface Read {
  page: CachedPage;
  /** Keeps it under its version; missing when it came from there. */
  keep?: () => void;
}

const number = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/u), v.transform(Number));
export const ThreadQuery = v.object({
  order: v.optional(v.picklist(["newest", "oldest", "recommended"]), "newest"),
  limit: v.optional(v.pipe(number, v.maxValue(100)), "50"),
  before: v.optional(number),
  at: v.optional(number),
});
export const RepliesQuery = v.object({ after: number });

/** Reading a thread. What goes out is a function of thread, version and page, and of whether the thread has closed by itself, so it is made once. */
export function threadRoutes({ store, magazine, clock }: Service): Hono<Env> {
  const firstPages = createPageCache(FIRST_PAGES_BYTES);
  const furtherPages = createPageCache(FURTHER_PAGES_BYTES);

  /** What is kept under the key, or else made. */
  async function kept(
    cache: typeof firstPages,
    key: readonly unknown[],
    make: () => Promise<Thread | Replies>,
  ): Promise<Read> {
    const name = JSON.stringify(key);
    const cached = cache.get(name);
    if (cached !== undefined) return { page: cached };
    const page = tagged(JSON.stringify(await make()));
    return { page, keep: () => cache.set(name, page) };
  }

  /**
   * A page takes several reads. Where somebody, perhaps another process, has written into the thread between them, it is read again; when
   * they do not stop, it goes out as it was read at last, and is not kept.
   */
  async function ofOneVersion<Found extends Read | null>(
    asked: ThreadNow,
    read: (thread: ThreadNow) => Promise<Found>,
  ): Promise<Found> {
    let thread = asked;
    for (let tries = 1; ; tries += 1) {
      const found = await read(thread);
      if (found?.keep === undefined) return found;
      const now = await magazine.thread(thread.id);
      if ("missing" in now) return found;
      if (now.version === thread.version) found.keep();
      else if (tries < TRIES) {
        thread = now;
        continue;
      }
      return found;
    }
  }

  async function headOf(thread: ThreadNow) {
    const { id, title, state, closedSince: since } = thread;
    const [counted] = await store.counts([id]);
    const closedSince = since === null ? null : new Date(since).toISOString();
    const open = state === "open";
    const count = counted?.count ?? 0;
    const recommended = count === 0 ? 0 : await store.recommendations(id);
    return { thread: id, title, open, closedSince, count, recommended, last: counted?.last ?? 0 };
  }

  async function pageAt(
    thread: ThreadNow,
    order: PageRequest["order"],
    place: PagePlace | null,
    unfolded: RepliesPlace | null,
  ): Promise<Thread> {
    const head = await headOf(thread);
    if (place === null) return { ...head, comments: [], next: null, folded: [] };
    return { ...head, ...(await readPage(store, thread.id, { order, ...place }, unfolded)) };
  }

  /** However a page is asked for, it is kept under the place where it begins. */
  async function furtherPage(
    thread: ThreadNow,
    asked: PageRequest,
    unfolded: RepliesPlace | null,
  ): Promise<Read> {
    const { id, version, closedSince } = thread;
    const { order, limit } = asked;
    const place = await findPage(store, id, asked);
    const key = [id, version, closedSince, order, limit, place?.first, unfolded?.piece[0]?.number];
    return kept(furtherPages, key, () => pageAt(thread, order, place, unfolded));
  }

  /** Only what the editors recommend. */
  async function pageOfRecommended(
    thread: ThreadNow,
    { limit, before }: Pick<PageRequest, "limit" | "before">,
  ): Promise<Read> {
    const { id, version, closedSince } = thread;
    return kept(furtherPages, [id, version, closedSince, "recommended", limit, before], async () =>
      Object.assign(await headOf(thread), await recommendedPage(store, id, { limit, before })),
    );
  }

  async function pageOf(
    thread: ThreadNow,
    { order, limit, before, at }: PageRequest & { at: number | null },
  ): Promise<Read> {
    const { id, version, closedSince } = thread;
    const conversation = at === null ? null : await store.conversation(id, at);
    if (at !== null && conversation !== null) {
      const unfolded = await findReply(store, id, at);
      const behind = order === "newest" ? conversation + 1 : conversation - 1 || null;
      return furtherPage(thread, { order, limit, before: behind }, unfolded);
    }
    if (before !== null) return furtherPage(thread, { order, limit, before }, null);
    return kept(firstPages, [id, version, closedSince, order, limit], async () =>
      pageAt(thread, order, await findPage(store, id, { order, limit, before }), null),
    );
  }

  return new Hono<Env>()
    .get("/threads/:thread", fromAnywhere, async (c) => {
      const query = readQuery(c, ThreadQuery);
      if ("refusal" in query) return query.refusal;
      const { order, limit: most, at = null, before = null } = query.input;
      if (at !== null && before !== null)
        return invalidFields(c, [{ field: "at", reason: "invalid" }]);
      const began = clock();
      const thread = await magazine.thread(c.req.param("thread"));
      if ("missing" in thread) return missingThread(c, thread.missing);
      const known = clock();
      const limit = LIMITS.find((size) => size >= most) ?? 100;
      const { page } = await ofOneVersion(thread, (now) =>
        order === "recommended"
          ? pageOfRecommended(now, { limit, before })
          : pageOf(now, { order, limit, before, at }),
      );
      c.header("Server-Timing", timing({ thread: known - began, page: clock() - known }));
      return answerTagged(c, page, "application/json");
    })
    .get("/threads/:thread/replies", fromAnywhere, async (c) => {
      const query = readQuery(c, RepliesQuery);
      if ("refusal" in query) return query.refusal;
      const { after } = query.input;
      const thread = await magazine.thread(c.req.param("thread"));
      if ("missing" in thread) return missingThread(c, thread.missing);
      const found = await ofOneVersion(thread, async ({ id, version }) => {
        const place = await findReplies(store, id, after, after + 1);
        if (place === null) return null;
        const key = [id, version, "replies", place.conversation, place.piece[0]?.number];
        return kept(furtherPages, key, () => repliesPage(store, id, place));
      });
      if (found === null) return problem(c, 404, "There is no comment with this number");
      return answerTagged(c, found.page, "application/json");
    });
}

/**
 * How long what took (https://www.w3.org/TR/server-timing/), in whole milliseconds. Only what everybody may read says so: elsewhere it would be
 * a clock for who tries out addresses and tokens.
 */
function timing(took: Readonly<Record<string, number>>): string {
  const metrics = Object.entries(took).map(([name, ms]) => `${name};dur=${Math.max(ms, 0)}`);
  return metrics.join(", ");
}
