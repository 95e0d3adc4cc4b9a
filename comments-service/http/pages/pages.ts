import { Hono } from "hono/tiny";
import type { Service } from "../../acts/service.ts";
import { onPageFault } from "../faults.ts";
import { ownForms, TOKEN_BYTES } from "../forms.ts";
import type { Env } from "../request.ts";
import { confirmRoutes } from "./confirm.ts";
import { objectionRoutes } from "./objections.ts";
import { outboxRoutes } from "./outbox.ts";
import { accountRoutes } from "./account.ts";
import { ownCommentRoutes } from "./own-comment.ts";
import { sentencePage, showing } from "../page.ts";
import { unsubscribeRoutes } from "./unsubscribe.ts";
import { wayInRoutes } from "./way-in.ts";
import { noticeRoutes } from "./notices.ts";

/** Pages with a form that only they themselves may send. */
const withForm = ["/own", "/mine", "/way-in", "/notices", "/objections"];

/** The pages that letters link to. What goes wrong in them is said in a page, too. */
export function pageRoutes(service: Service): Hono<Env> {
  const show = showing(service);
  const app = new Hono<Env>().onError(onPageFault(service, show));
  const guards = (most?: number) =>
    ownForms(
      service.settings.serviceUrl,
      (c, status, why) => show(c, status, ({ trouble }) => sentencePage(trouble[why])),
      most,
    );
  app.use("/confirm", ...guards(TOKEN_BYTES));
  for (const path of withForm) app.use(path, ...guards());
  return app
    .route("/", confirmRoutes(service, show))
    .route("/", ownCommentRoutes(service, show))
    .route("/", accountRoutes(service, show))
    .route("/", wayInRoutes(service, show))
    .route("/", unsubscribeRoutes(service, show))
    .route("/", noticeRoutes(service, show))
    .route("/", objectionRoutes(service, show))
    .route("/", outboxRoutes(service));
}
