import { Hono } from "hono";
import description from "../../openapi/openapi.json" with { type: "json" };
import type { Env } from "../request.ts";
import { fromAnywhere } from "./from-site.ts";

/** The service's own description, made from the schemas by `npm run openapi`. */
export function openApiRoutes(): Hono<Env> {
  return new Hono<Env>().get("/openapi.json", fromAnywhere, (c) =>
    c.json(description, 200, { "Cache-Control": "public, max-age=300" }),
  );
}
