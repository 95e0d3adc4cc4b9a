import { Hono } from "hono/tiny";
import * as v from "valibot";
import { fullness } from "../../domain/difficulty.ts";
import { countersOf } from "../../domain/rates.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { readQuery, sendersOf } from "../request.ts";
import { actions, challengeKinds } from "../../wire.ts";
import { fromAnywhere, isFromSite } from "./from-site.ts";
import { invalidFields, missingThread, problem } from "../problem.ts";

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

  const tellOfOrigin = oncePerOrigin(service);

  return new Hono<Env>().get("/challenge", fromAnywhere, async (c) => {
    // To a page that may not write, browsers say no more than that something failed; here it learns why, before somebody writes in vain.
    if (!isFromSite(c, settings)) {
      tellOfOrigin(c.req.header("Origin") ?? "");
      return problem(c, 403, "Only the magazine's own pages may do this", {
        detail: `The magazine is at ${settings.site.origin}.`,
      });
    }
    const query = readQuery(c, ChallengeQuery);
    if ("refusal" in query) return query.refusal;
    const { thread: id, action, kind = settings.challenge } = query.input;
    if (kind === "image" && settings.challenge !== "image")
      return invalidFields(c, [{ field: "kind", reason: "invalid" }]);
    const thread = await magazine.thread(id);
    if ("missing" in thread) return missingThread(c, thread.missing);
    const who = { ...(await sendersOf(c, service)), thread: thread.id };
    const counters = countersOf(action, limits[action], who, clock());
    const full = fullness(counters, await store.counted(counters));
    const makers = kind === "image" ? codes : challenges;
    const made = await makers.create(thread.id, action, full);
    return c.json(made);
  });
}

// Anybody can send any origin, and the log shall not be filled with them.
const ORIGINS_TOLD = 20;

/** Says in the log which pages were refused, each once: it may be the magazine itself, under another name. */
function oncePerOrigin({ log }: Service): (origin: string) => void {
  const told = new Set<string>();
  return (origin) => {
    // What is no origin of a web page, such as `null`, nobody can put into the settings.
    const url = URL.parse(origin);
    if (url?.origin !== origin || !/^https?:$/u.test(url.protocol) || told.has(origin)) return;
    if (told.size >= ORIGINS_TOLD) return;
    told.add(origin);
    log("a page may not write", {
      origin,
      advice:
        "if it is the magazine under another name, let that lead to the right one, or write it behind a comma in SITE_URL",
    });
  };
}
