import { Hono } from "hono/tiny";
import type { Context } from "hono";
import { sha256 } from "../../domain/digest.ts";
import { feedOf } from "./feed-document.ts";
import type { CommentFeed } from "./feed-document.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { fromAnywhere } from "./from-site.ts";
import { missingThread } from "../problem.ts";
import { answerTagged, createPageCache, tagged } from "../caches.ts";

const MOST_ENTRIES = 50;
const FEEDS_BYTES = 8_000_000;
const TYPE = "application/atom+xml; charset=utf-8";

/** The newest comments of a thread, and of the whole magazine, as Atom feeds. */
export function feedRoutes({ store, magazine, settings }: Service): Hono<Env> {
  const { serviceUrl } = settings;
  const feeds = createPageCache(FEEDS_BYTES);

  /** Long texts cost a hundred times more to mark up than to read, and anybody may ask: what is made of the same is made once. */
  function answer(c: Context<Env>, feed: CommentFeed): Response {
    const key = sha256(JSON.stringify(feed));
    const made = feeds.get(key) ?? tagged(feedOf(feed));
    feeds.set(key, made);
    return answerTagged(c, made, TYPE);
  }

  return new Hono<Env>()
    .get("/threads/:thread/feed.atom", fromAnywhere, async (c) => {
      const thread = await magazine.thread(c.req.param("thread"));
      if ("missing" in thread) return missingThread(c, thread.missing);
      const site = await magazine.site();
      if (site === null) return missingThread(c, "list");
      const comments = await store.latest(thread.id, MOST_ENTRIES);
      return answer(c, { site, thread, serviceUrl, comments });
    })
    .get("/feed.atom", fromAnywhere, async (c) => {
      const site = await magazine.site();
      if (site === null) return missingThread(c, "list");
      const comments = await store.latest(null, MOST_ENTRIES);
      return answer(c, { site, thread: null, serviceUrl, comments });
    });
}
