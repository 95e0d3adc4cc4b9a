import { Hono } from "hono/tiny";
import { answerTagged, tagged } from "./caches.ts";
import type { CachedPage } from "./caches.ts";
import type { Env } from "./request.ts";

/** The files of `public/`: the styles and the script of the pages, and the service's own description, which `npm run openapi` makes from the schemas. */
const types = {
  "pages.css": "text/css; charset=utf-8",
  "desk.css": "text/css; charset=utf-8",
  "acts.css": "text/css; charset=utf-8",
  "lists.css": "text/css; charset=utf-8",
  "bar.css": "text/css; charset=utf-8",
  "record.css": "text/css; charset=utf-8",
  "desk.js": "text/javascript; charset=utf-8",
  "openapi.json": "application/json",
};
export type FileName = keyof typeof types;
export const fileNames = Object.keys(types) as FileName[];

/**
 * Answers with the files; before a worker, Cloudflare does (`public/_headers`). Whoever has one asks whether it still holds.
 * @param read asked once for each.
 */
export function fileRoutes(read: (name: FileName) => string): Hono<Env> {
  const app = new Hono<Env>();
  for (const name of fileNames) {
    let file: CachedPage | undefined;
    app.get(`/${name}`, (c) => {
      c.header("Access-Control-Allow-Origin", "*");
      return answerTagged(c, (file ??= tagged(read(name))), types[name]);
    });
  }
  return app;
}
