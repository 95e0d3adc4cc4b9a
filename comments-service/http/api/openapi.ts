import { Hono } from "hono/tiny";
import type { Env } from "../request.ts";
import { fromAnywhere } from "./from-site.ts";

/** The service's own description, made from the schemas by `npm run openapi`; a worker has it as a file beside it. */
export function openApiRoutes(description: object): Hono<Env> {
  return new Hono<Env>().get("/openapi.json", fromAnywhere, (c) =>
    c.json(description, 200, { "Cache-Control": "public, max-age=300" }),
  );
}
