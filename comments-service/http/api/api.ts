import { Hono } from "hono/tiny";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { commentRoutes } from "./comments.ts";
import { countRoutes } from "./counts.ts";
import { feedRoutes } from "./feeds.ts";
import { fromSite } from "./from-site.ts";
import { healthRoutes } from "./health.ts";
import { meRoutes } from "./me.ts";
import { sessionRoutes } from "./sessions.ts";
import { threadRoutes } from "./threads.ts";
import { challengeRoutes } from "./challenge.ts";

/** What only the magazine's own pages may call; the rest is for everybody. */
const forSite = [
  "/threads/:thread/comments",
  "/comments/:id/reports",
  "/confirm/again",
  "/sessions",
  "/sessions/verify",
  "/me",
  "/me/export",
  "/comments/:id",
];

/** What the widget and other programs call. Answers are JSON or feeds, errors are problem details (RFC 9457). */
export function apiRoutes(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  const guards = fromSite(service.settings);
  for (const path of forSite) app.use(path, ...guards);
  return app
    .route("/", threadRoutes(service))
    .route("/", feedRoutes(service))
    .route("/", countRoutes(service))
    .route("/", challengeRoutes(service))
    .route("/", commentRoutes(service))
    .route("/", sessionRoutes(service))
    .route("/", meRoutes(service))
    .route("/", healthRoutes(service));
}
