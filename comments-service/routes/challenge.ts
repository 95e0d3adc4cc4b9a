import { Hono } from "hono";
import * as v from "valibot";
import { fullness } from "../domain/difficulty.ts";
import { countersOf } from "../domain/rates.ts";
import type { Env, Service } from "../service.ts";
import { actions, challengeKinds } from "../wire.ts";
import { fromAnywhere } from "./from-site.ts";
import { invalidFields, missingThread } from "./problem.ts";

export const ChallengeQuery = v.object({
  thread: v.string(),
  kind: v.optional(v.picklist(challengeKinds)),
  action: v.optional(v.picklist(actions), "comment"),
});

/**
 * What a sender solves before something is taken; it belongs to one thread and one action. The more of its caps sender, thread and site
 * have used up, the more work it is, or the longer the picture's code. Without a kind it is the one that the service is set to; proof of work can always be asked for.
 */
export function challengeRoutes(service: Service): Hono<Env> {
  const { challenges, codes, magazine, store, limits, clock, settings } = service;

  return new Hono<Env>().get("/challenge", fromAnywhere, async (c) => {
    const query = v.safeParse(ChallengeQuery, c.req.query());
    if (!query.success) {
      const [issue] = query.issues;
      const reason = issue.input === undefined ? "missing" : "invalid";
      return invalidFields(c, [{ field: v.getDotPath(issue) ?? "", reason }]);
    }
    const { thread: id, action, kind = settings.challenge } = query.output;
    if (kind === "image" && settings.challenge !== "image")
      return invalidFields(c, [{ field: "kind", reason: "invalid" }]);
    const thread = await magazine.thread(id);
    if ("missing" in thread) return missingThread(c, thread.missing);
    const who = { ...(await service.sendersOf(c)), thread: thread.id };
    const counters = countersOf(action, limits[action], who, clock());
    const full = fullness(counters, await store.counted(counters));
    const makers = kind === "image" ? codes : challenges;
    const made = await makers.create(thread.id, action, full);
    return c.json(made, 200, { "Cache-Control": "no-store" });
  });
}
