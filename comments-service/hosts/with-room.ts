import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import type { createApp } from "../http/app.ts";
import description from "../openapi/public/openapi.json" with { type: "json" };

type Parts = Required<NonNullable<Parameters<typeof createApp>[1]>>;

/** What the app gets where a few kilobytes more are no matter: the description that a worker has as a file beside it, and a router that finds a route 3 µs sooner. */
export const withRoom = (): Parts => ({
  description,
  router: new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] }),
});
