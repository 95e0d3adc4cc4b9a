import { Hono } from "hono";
import { feedOf } from "../pages/feed.ts";
import type { Env, Service } from "../service.ts";
import { fromAnywhere } from "./from-site.ts";
import { missingThread } from "./problem.ts";
import { answerTagged, tagged } from "./tagged.ts";

const MOST_ENTRIES = 50;
const TYPE = "application/atom+xml; charset=utf-8";

/** The newest comments of a thread, and of the whole magazine, as Atom feeds. */
export function feedRoutes({ store, magazine, settings }: Service): Hono<Env> {
  const { serviceUrl } = settings;

  return new Hono<Env>()
    .get("/threads/:thread/feed.atom", fromAnywhere, async (c) => {
      const thread = await magazine.thread(c.req.param("thread"));
      if ("missing" in thread) return missingThread(c, thread.missing);
      const site = await magazine.site();
      if (site === null) return missingThread(c, "list");
      const comments = await store.latest(thread.id, MOST_ENTRIES);
      const feed = await feedOf({ site, thread, serviceUrl, comments });
      return answerTagged(c, tagged(feed), TYPE);
    })
    .get("/feed.atom", fromAnywhere, async (c) => {
      const site = await magazine.site();
      if (site === null) return missingThread(c, "list");
      const comments = await store.latest(null, MOST_ENTRIES);
      const feed = await feedOf({ site, thread: null, serviceUrl, comments });
      return answerTagged(c, tagged(feed), TYPE);
    });
}
