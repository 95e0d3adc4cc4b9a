import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Refusal } from "../acts/refusal.ts";
import type { FieldErrors } from "../domain/comment.ts";
import type { Problem } from "../wire.ts";

interface Details {
  detail?: string;
  errors?: FieldErrors;
  /** In seconds. */
  retryAfter?: number;
  /** Further members (RFC 9457, 3.2). */
  more?: Readonly<Record<string, boolean>>;
}

/** An error as RFC 9457 describes it. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  title: string,
  { detail, errors, retryAfter, more }: Details = {},
): Response {
  const body: Problem = {
    type: "about:blank",
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
    ...more,
  };
  const headers: Record<string, string> = { "Content-Type": "application/problem+json" };
  if (retryAfter !== undefined) headers["Retry-After"] = String(retryAfter);
  return c.body(JSON.stringify(body), status, headers);
}

/** The fields of a request are not as expected. */
export function invalidFields(c: Context, errors: FieldErrors): Response {
  return problem(c, 422, "Some fields are not as expected", { errors });
}

/** Why an act was not done. */
export function refuse(c: Context, refusal: Refusal): Response {
  if (refusal.refused === "fields") return invalidFields(c, refusal.errors);
  if (refusal.refused === "busy")
    return problem(c, 429, "Too much for the moment", { retryAfter: refusal.seconds });
  if (refusal.refused === "closed") return problem(c, 409, closed[refusal.what]);
  const { what } = refusal;
  return what === "thread" || what === "list"
    ? missingThread(c, what)
    : problem(c, 404, missing[what]);
}

const missing = {
  comment: "There is no such comment",
  "own comment": "This is no comment of yours",
};

const closed = {
  thread: "This thread is closed",
  conversation: "This conversation takes no more replies",
};

/** What a thread's absence means: nobody has it, or the magazine's list could not be read yet. */
export function missingThread(c: Context, missing: "thread" | "list"): Response {
  return missing === "thread"
    ? problem(c, 404, "There is no such thread")
    : problem(c, 503, "The list of threads could not be read yet", { retryAfter: 10 });
}
