import { Hono } from "hono/tiny";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { problem } from "../problem.ts";

/**
 * `/health`: whether the service takes what is sent; who balances load or watches it asks this. `/health/live`: only whether the process
 * answers; who would start it anew asks this, since a full disk does not go away by a new start.
 */
export function healthRoutes({ readiness }: Service): Hono<Env> {
  return new Hono<Env>()
    .get("/health", async (c) =>
      (await readiness.isReady())
        ? c.json({ status: "ok", live: true, ready: true })
        : problem(c, 503, "Nothing can be written now", {
            retryAfter: 30,
            more: { live: true, ready: false },
          }),
    )
    .get("/health/live", (c) => c.json({ status: "ok", live: true }));
}
