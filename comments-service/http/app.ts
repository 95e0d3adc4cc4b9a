import { Hono } from "hono";
import type { Service } from "../acts/service.ts";
import { apiRoutes } from "./api/api.ts";
import { deskRoutes } from "./desk/desk.ts";
import { onFault } from "./faults.ts";
import { securityHeaders } from "./headers.ts";
import { pageRoutes } from "./pages/pages.ts";
import { problem } from "./problem.ts";
import type { Env } from "./request.ts";

/** The whole service as one app that takes a request and gives an answer, on any platform. */
export function createApp(service: Service): Hono<Env> {
  return (
    new Hono<Env>()
      .use(securityHeaders(service.settings.site.origin))
      // What the widget and other programs call.
      .route("/", apiRoutes(service))
      // What readers come to by a link from a letter.
      .route("/", pageRoutes(service))
      // Where moderators work.
      .route("/", deskRoutes(service))
      .notFound((c) => problem(c, 404, "There is nothing here"))
      .onError(
        onFault(service, (c, status, id) =>
          status === 503
            ? problem(c, 503, "The store cannot answer now")
            : problem(c, 500, "Something is wrong on our side", {
                detail: `It is in the log as ${id}.`,
              }),
        ),
      )
  );
}
