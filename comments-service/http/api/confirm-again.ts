import type { Context, Hono } from "hono";
import { readSolution } from "../../domain/challenge.ts";
import { countersOf } from "../../domain/rates.ts";
import { kept } from "../../domain/retention.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { sendersOf } from "../request.ts";
import { ConfirmAgain } from "../../wire.ts";
import type { Posted } from "../../wire.ts";
import { writeConfirmation } from "../../acts/confirmation.ts";
import { readBody, siteRoutes } from "../from-site.ts";

const PATH = "/confirm/again";
const posted: Posted = { state: "unconfirmed" };

/** 'No mail received?': another letter for an unconfirmed comment. The answer is always the same. */
export function confirmAgainRoutes(service: Service): Hono<Env> {
  return siteRoutes(service.settings, PATH).post(PATH, async (c) => {
    const body = await readBody(c, ConfirmAgain);
    if ("refusal" in body) return body.refusal;
    await sendAgain(c, service, body.input.challenge);
    return c.json(posted, 202);
  });
}

/** Only who solved the challenge of the post knows its signature, so that alone says which comment is meant. */
async function sendAgain(c: Context<Env>, service: Service, challenge: string): Promise<void> {
  const { store, magazine, limits, clock } = service;
  const used = await store.solution(readSolution(challenge)?.id ?? "");
  const comment = used === null ? null : await store.comment(used.subject);
  if (comment?.state !== "unconfirmed") return;
  const site = await magazine.site();
  const thread = await magazine.thread(comment.thread);
  if (site === null || "missing" in thread) return;
  const now = clock();
  const { sender, network } = await sendersOf(c, service);
  const words = { ...comment, notify: await store.wish(comment.id) };
  // The link shall not outlive the comment.
  const sending = { network, until: comment.askedAt + kept.unconfirmed };
  const confirmation = writeConfirmation(service, comment.id, site, thread, words, sending);
  const who = { sender, comment: comment.id };
  await store.postAgain(
    { ...confirmation, counters: countersOf("again", limits.again, who, now) },
    now,
  );
}
