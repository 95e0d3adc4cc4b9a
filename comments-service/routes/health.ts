import { Hono } from "hono";
import type { Env, Service } from "../service.ts";

/** Whether the service and its store answer; a store that does not is a 503 like everywhere. */
export function healthRoutes({ store }: Service): Hono<Env> {
  return new Hono<Env>().get("/health", async (c) => {
    await store.site();
    return c.json({ status: "ok" }, 200, { "Cache-Control": "no-store" });
  });
}
