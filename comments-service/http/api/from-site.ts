import type { Context, MiddlewareHandler } from "hono";
import type { Env } from "../request.ts";
import type { Settings } from "../../settings.ts";
import { atMost } from "../forms.ts";
import { problem } from "../problem.ts";

/** What a browser asks before it writes from another origin (https://fetch.spec.whatwg.org/#cors-preflight-fetch). */
const preflight = {
  "Access-Control-Allow-Methods": "GET,POST,PATCH,DELETE",
  "Access-Control-Allow-Headers": "Authorization,Content-Type",
  "Access-Control-Max-Age": "600",
};

// The longest text in the widest script (5,000 characters of four bytes), its challenge, and some room.
const MOST_BYTES = 24 * 1024;

/** What everyone may read, from any page. A browser asks no preflight for it, so these headers are all there is to it. */
export const fromAnywhere: MiddlewareHandler<Env> = async (c, next) => {
  c.header("Access-Control-Allow-Origin", "*");
  c.header("Access-Control-Expose-Headers", "ETag,Retry-After");
  await next();
};

/** Whether a request comes from a page of the magazine's, or from no page at all. */
export function isFromSite(c: Context<Env>, { site }: Settings): boolean {
  const origin = c.req.header("Origin");
  return origin === undefined || site.origins.includes(origin);
}

/**
 * The calls by which the widget writes: JSON of at most 24 kB from the magazine's own origins. A browser cannot be made to send this
 * from another page, since it would have to ask first.
 */
export function fromSite({ site }: Settings): MiddlewareHandler<Env>[] {
  return [
    async (c, next) => {
      // Set before the answer is made, since Hono's `cors` sets them afterwards, which makes every answer twice.
      c.header("Vary", "Origin");
      const origin = c.req.header("Origin") ?? "";
      const isOurs = site.origins.includes(origin);
      if (isOurs) {
        c.header("Access-Control-Allow-Origin", origin);
        c.header("Access-Control-Expose-Headers", "Retry-After");
      }
      if (c.req.method === "OPTIONS") return c.body(null, 204, preflight);
      // Reading changes nothing, and a browser names no Origin when it reads from its own.
      if (c.req.method === "GET" || c.req.method === "HEAD") return next();
      if (!isOurs) return problem(c, 403, "Only the magazine's own pages may do this");
      const type = (c.req.header("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase();
      const isBare = c.req.method === "DELETE" && type === "";
      if (type !== "application/json" && !isBare)
        return problem(c, 415, "This takes application/json only");
      return next();
    },
    atMost(MOST_BYTES, (c) =>
      problem(c, 413, "This is too long", { detail: `At most ${MOST_BYTES} bytes are taken.` }),
    ),
  ];
}
