import { Hono } from "hono";
import { troublePage } from "./pages/confirm-page.ts";
import { page } from "./pages/shell.ts";
import { challengeRoutes } from "./api/challenge.ts";
import { commentRoutes } from "./api/comments.ts";
import { confirmAgainRoutes } from "./api/confirm-again.ts";
import { confirmRoutes } from "./pages/confirm.ts";
import { countRoutes } from "./api/counts.ts";
import { actRoutes } from "./pages/act-links.ts";
import { deskRoutes } from "./desk/desk.ts";
import { feedRoutes } from "./api/feeds.ts";
import { healthRoutes } from "./api/health.ts";
import { openApiRoutes } from "./api/openapi.ts";
import { meRoutes } from "./api/me.ts";
import { mineRoutes } from "./pages/mine.ts";
import { noticeRoutes } from "./pages/notices.ts";
import { objectionRoutes } from "./pages/objections.ts";
import { outboxRoutes } from "./pages/outbox.ts";
import { ownRoutes } from "./pages/own.ts";
import { problem } from "./problem.ts";
import { reportRoutes } from "./api/reports.ts";
import { sessionRoutes } from "./api/sessions.ts";
import { threadRoutes } from "./api/threads.ts";
import { unsubscribeRoutes } from "./pages/unsubscribe.ts";
import { wayInRoutes } from "./pages/way-in.ts";
import { securityHeaders } from "./headers.ts";
import type { Service } from "../acts/service.ts";
import type { Env } from "./request.ts";
import { StoreUnavailable } from "../store/port/store-unavailable.ts";

/** The whole service as one app that takes a request and gives an answer, on any platform. */
export function createApp(service: Service): Hono<Env> {
  const { settings, ids, log } = service;
  const app = new Hono<Env>();

  app.use(securityHeaders(settings.site.origin));
  app.route("/", threadRoutes(service));
  app.route("/", feedRoutes(service));
  app.route("/", commentRoutes(service));
  app.route("/", reportRoutes(service));
  app.route("/", sessionRoutes(service));
  app.route("/", meRoutes(service));
  app.route("/", ownRoutes(service));
  app.route("/", mineRoutes(service));
  app.route("/", wayInRoutes(service));
  app.route("/", unsubscribeRoutes(service));
  app.route("/", challengeRoutes(service));
  app.route("/", countRoutes(service));
  app.route("/", confirmRoutes(service));
  app.route("/", confirmAgainRoutes(service));
  app.route("/", actRoutes(service));
  app.route("/", noticeRoutes(service));
  app.route("/", objectionRoutes(service));
  app.route("/", deskRoutes(service));
  app.route("/", outboxRoutes(service));
  app.route("/", healthRoutes(service));
  app.route("/", openApiRoutes());

  app.notFound((c) => problem(c, 404, "There is nothing here"));
  app.onError(async (error, c) => {
    // The reader hung up in mid-sentence: nobody hears the answer, and nothing is wrong here.
    if ("code" in error && error.code === "ECONNRESET")
      return problem(c, 400, "The request broke off");
    const isBusy = error instanceof StoreUnavailable;
    if (isBusy) service.readiness.doubt();
    const status = isBusy ? 503 : 500;
    const id = ids.id();
    log(`${status} ${id} ${c.req.method} ${c.req.routePath} ${traceOf(error)}`);
    if (isPage(c.req.path)) {
      if (isBusy) c.header("Retry-After", "30");
      const site = await service.magazine.shown();
      return page(c, status, site, settings.site.origin, troublePage("busy", site.language));
    }
    return isBusy
      ? problem(c, 503, "The store cannot answer now", { retryAfter: 30 })
      : problem(c, 500, "Something is wrong on our side", { detail: `It is in the log as ${id}.` });
  });
  return app;
}

/** Whether people look at what stands there, rather than programs: they get a page also when something is wrong. */
function isPage(path: string): boolean {
  return (
    /^\/(?:confirm|own|mine|way-in|unsubscribe|act|notices|notices\/new|objections)$/u.test(path) ||
    path.startsWith("/desk/")
  );
}

/** What went wrong and where, in one line. Messages are left out: they may repeat what a reader wrote. */
function traceOf(error: Error): string {
  const code = "code" in error ? ` ${String(error.code)}` : "";
  const places = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return `${error.name}${code} ${places
    .slice(0, 3)
    .map((line) => line.trim())
    .join(" ")}`;
}
