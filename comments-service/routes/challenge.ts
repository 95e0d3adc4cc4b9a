import { Hono } from "hono";
import * as v from "valibot";
import type { Env, Service } from "../service.ts";
import { actions } from "../wire.ts";
import { fromAnywhere } from "./from-site.ts";
import { invalidFields, missingThread } from "./problem.ts";

const Query = v.object({
  thread: v.string(),
  kind: v.optional(v.literal("pow"), "pow"),
  action: v.optional(v.picklist(actions), "comment"),
});

/** What a sender solves before something is taken; it belongs to one thread and one action. */
export function challengeRoutes({ challenges, magazine }: Service): Hono<Env> {
  return new Hono<Env>().get("/challenge", fromAnywhere, async (c) => {
    const query = v.safeParse(Query, c.req.query());
    if (!query.success) {
      const [issue] = query.issues;
      const reason = issue.input === undefined ? "missing" : "invalid";
      return invalidFields(c, [{ field: v.getDotPath(issue) ?? "", reason }]);
    }
    const { thread: id, action } = query.output;
    const thread = await magazine.thread(id);
    if ("missing" in thread) return missingThread(c, thread.missing);
    return c.json(await challenges.create(thread.id, action), 200, { "Cache-Control": "no-store" });
  });
}
