import { Hono } from "hono/tiny";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { deskAnswerRoutes } from "./answers.ts";
import { deskActRoutes } from "./acts.ts";
import { onPageFault } from "../faults.ts";
import { deskQueueRoutes } from "./queues.ts";
import { showing } from "../page.ts";
import { deskLinkRoutes } from "./act-links.ts";
import { deskForms, moderatorsOnly } from "./guard.ts";
import type { DeskEnv } from "./guard.ts";
import { deskSwitchRoutes } from "./switches.ts";
import { deskNoteRoutes } from "./notes.ts";
import { deskNumbersRoutes } from "./numbers.ts";
import { deskRecommendationRoutes } from "./recommendations.ts";
import { deskSignInRoutes } from "./sign-in.ts";
import { deskTextBlockRoutes } from "./text-blocks.ts";
import { deskNoticeRoutes } from "./notices.ts";
import { deskRecordRoutes } from "./record.ts";

/** The moderators' pages. What stands behind the gate is for moderators only. */
export function deskRoutes(service: Service): Hono<Env> {
  const desk = new Hono<DeskEnv>()
    .use("/act", ...deskForms(service))
    .use("/desk/*", ...deskForms(service))
    .route("/", deskLinkRoutes(service))
    // To Hono's smallest router, both are the same.
    .get("/desk", (c, next) => (c.req.path === "/desk" ? c.redirect("/desk/", 308) : next()))
    .route("/", deskSignInRoutes(service))
    .use("/desk/*", moderatorsOnly(service))
    .route("/", deskQueueRoutes(service))
    .route("/", deskActRoutes(service))
    .route("/", deskRecommendationRoutes(service))
    .route("/", deskSwitchRoutes(service))
    .route("/", deskNoticeRoutes(service))
    .route("/", deskAnswerRoutes(service))
    .route("/", deskNoteRoutes(service))
    .route("/", deskRecordRoutes(service))
    .route("/", deskTextBlockRoutes(service))
    .route("/", deskNumbersRoutes(service));
  return new Hono<Env>().onError(onPageFault(service, showing(service))).route("/", desk);
}
