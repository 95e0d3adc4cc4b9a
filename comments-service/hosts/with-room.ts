import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";
import type { createApp } from "../http/app.ts";
import { fileRoutes } from "../http/files.ts";
import { publicFile } from "./public-file.ts";

type Parts = Required<NonNullable<Parameters<typeof createApp>[1]>>;

/** What the app gets where a few kilobytes more are no matter: the files that a worker has beside it, and a router that finds a route 3 µs sooner. */
export const withRoom = (): Parts => ({
  files: fileRoutes(publicFile),
  router: new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] }),
});
