import type { Context, ErrorHandler } from "hono";
import type { Service } from "../acts/service.ts";
import { faultOf } from "../domain/log.ts";
import { StoreUnavailable } from "../store/port/store-unavailable.ts";
import { sentencePage } from "./page.ts";
import type { Show } from "./page.ts";
import { problem } from "./problem.ts";
import type { Env } from "./request.ts";

/**
 * What is done when an answer could not be made: it is noted in the log, and whoever asked is told.
 * @param tell answers: 503 when the store cannot answer now (Retry-After is set), else 500; `id` is the name under which it stands in the log.
 */
export function onFault(
  { ids, log, readiness }: Service,
  tell: (c: Context<Env>, status: 500 | 503, id: string) => Response | Promise<Response>,
): ErrorHandler<Env> {
  return (error, c) => {
    const isBusy = error instanceof StoreUnavailable;
    if (isBusy) {
      readiness.doubt();
      c.header("Retry-After", "30");
    } else if ("code" in error && error.code === "ECONNRESET")
      // The reader hung up in mid-sentence: nobody hears the answer, and nothing is wrong here. (Where a server of the store does so, it is busy.)
      return problem(c, 400, "The request broke off");
    const status = isBusy ? 503 : 500;
    const id = ids.id();
    log(isBusy ? "the store cannot answer" : "an answer failed", {
      level: isBusy ? "warn" : "error",
      id,
      status,
      method: c.req.method,
      route: c.req.routePath,
      ...faultOf(error),
    });
    return tell(c, status, id);
  };
}

/** The same for what people look at: a page that asks to come back in a minute. */
export function onPageFault(service: Service, show: Show): ErrorHandler<Env> {
  return onFault(service, (c, status) =>
    show(c, status, ({ trouble }) => sentencePage(trouble.busy)),
  );
}
