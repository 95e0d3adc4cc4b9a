import type { Hono } from "hono";
import { readDraft } from "../domain/comment.ts";
import type { Draft } from "../domain/comment.ts";
import { sha256 } from "../domain/digest.ts";
import { countersOf } from "../domain/rates.ts";
import { confirmWordings } from "../mail/letters/confirm.ts";
import type { Env, Service } from "../service.ts";
import { NewComment } from "../wire.ts";
import type { Posted } from "../wire.ts";
import { writeConfirmation } from "./confirmation.ts";
import { readBody, siteRoutes } from "./from-site.ts";
import { checkPayment, refusalOf } from "./payment.ts";
import { invalidFields, missingThread, problem } from "./problem.ts";

const PATH = "/threads/:thread/comments";
const posted: Posted = { state: "unconfirmed" };

/** Writing a comment. A guest's answer is always the same, whatever is known of the address. */
export function commentRoutes(service: Service): Hono<Env> {
  const { store, magazine, clock, ids, limits, settings } = service;

  return siteRoutes(settings, PATH).post(PATH, async (c) => {
    const body = await readBody(c, NewComment);
    if ("refusal" in body) return body.refusal;
    const thread = await magazine.thread(c.req.param("thread"));
    if ("missing" in thread) return missingThread(c, thread.missing);
    const read = readDraft(body.input);
    if ("errors" in read) return invalidFields(c, read.errors);
    const { draft } = read;

    const bodyHash = await hashOfPost(thread.id, draft);
    const payment = await checkPayment(c, service, {
      challenge: body.input.challenge,
      thread: thread.id,
      action: "comment",
      bodyHash,
    });
    if (payment === "repeated") return c.json(posted, 202);
    if ("refusal" in payment) return payment.refusal;
    if (thread.state === "closed") return problem(c, 409, "This thread is closed");

    const answered = draft.replyTo === null ? null : await store.answered(thread.id, draft.replyTo);
    if (draft.replyTo !== null && answered === null)
      return invalidFields(c, [{ field: "replyTo", reason: "invalid" }]);
    const site = await magazine.site();
    if (site === null) return missingThread(c, "list");

    const now = clock();
    const sender = await service.senderOf(c);
    const confirmation = await writeConfirmation(service, ids.id(), site, thread, draft);
    const taken = await store.post(
      {
        ...payment,
        ...draft,
        ...confirmation,
        bodyHash,
        thread: thread.id,
        conversation: answered?.conversation ?? null,
        wording: confirmWordings[site.language],
        counters: countersOf("comment", limits.comment, { sender, thread: thread.id }, now),
      },
      now,
    );
    return refusalOf(c, taken, now) ?? c.json(posted, 202);
  });
}

function hashOfPost(thread: string, { name, email, text, replyTo }: Draft): Promise<string> {
  return sha256(JSON.stringify(["comment", thread, name, email, text, replyTo]));
}
