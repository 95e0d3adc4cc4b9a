import { Hono } from "hono/tiny";
import type { HonoOptions } from "hono/hono-base";
import type { Service } from "../acts/service.ts";
import { deskRoutes } from "./desk/desk.ts";
import { onFault } from "./faults.ts";
import { securityHeaders } from "./headers.ts";
import { pageRoutes } from "./pages/pages.ts";
import { problem } from "./problem.ts";
import type { Env } from "./request.ts";
import { apiRoutes } from "./api/api.ts";

/**
 * The whole service as one app that takes a request and gives an answer, on any platform.
 * @param parts `files` answers with the files of the pages; without it, whoever stands before the app does. `router` is Hono's smallest, if nothing is said.
 */
export function createApp(
  service: Service,
  { files = new Hono(), ...options }: { files?: Hono<Env> } & Pick<HonoOptions<Env>, "router"> = {},
): Hono<Env> {
  return (
    new Hono<Env>(options)
      .use(securityHeaders(service.settings.site.origin))
      // What the widget and other programs call.
      .route("/", apiRoutes(service))
      // What readers come to by a link from a letter.
      .route("/", pageRoutes(service))
      // Where moderators work.
      .route("/", deskRoutes(service))
      .route("/", files)
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
