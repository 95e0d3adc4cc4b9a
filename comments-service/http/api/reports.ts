import type { Hono } from "hono";
import { callModerators } from "../../acts/desk-letter.ts";
import { keyedHash } from "../../domain/digest.ts";
import { isId } from "../../domain/ids.ts";
import { turnsOf } from "../../domain/rates.ts";
import { readNotice } from "../../domain/report.ts";
import type { Service } from "../../acts/service.ts";
import type { Env } from "../request.ts";
import { sendersOf } from "../request.ts";
import { NewReport } from "../../wire.ts";
import type { Reported } from "../../wire.ts";
import { readBody, siteRoutes } from "../from-site.ts";
import { checkPayment, refusalOf } from "../payment.ts";
import { invalidFields, missingThread, problem } from "../problem.ts";

const PATH = "/comments/:id/reports";
const reported: Reported = { state: "received" };

/** A reader's notice about a comment: kept once for each reporter, and every moderator is told. */
export function reportRoutes(service: Service): Hono<Env> {
  const { store, magazine, clock, ids, limits, settings, secret } = service;

  return siteRoutes(settings, PATH).post(PATH, async (c) => {
    const body = await readBody(c, NewReport);
    if ("refusal" in body) return body.refusal;
    const read = readNotice(body.input);
    if ("errors" in read) return invalidFields(c, read.errors);
    const { notice } = read;
    const id = c.req.param("id");
    const comment = isId(id) ? await store.comment(id) : null;
    if (comment?.state !== "published") return problem(c, 404, "There is no such comment");
    const thread = await magazine.thread(comment.thread);
    if ("missing" in thread) return missingThread(c, thread.missing);

    const bodyHash = keyedHash(secret, JSON.stringify(["report", comment.id, notice]));
    const payment = await checkPayment(c, service, {
      challenge: body.input.challenge,
      thread: thread.id,
      action: "report",
      bodyHash,
    });
    if (payment === "repeated") return c.json(reported, 202);
    if ("refusal" in payment) return payment.refusal;
    const now = clock();
    const who = { ...(await sendersOf(c, service)), thread: thread.id };
    const taken = await store.report(
      {
        ...payment,
        ...notice,
        bodyHash,
        subject: ids.id(),
        comment: comment.id,
        // Whose network it comes from counts once; what else the same people have to say is kept and read, too.
        sender: `${who.network} ${bodyHash}`,
        ...turnsOf("report", limits.report, who, now),
        desk: callModerators(service),
        hideAt: settings.reportsToHide,
        hidesPerHour: settings.hidesPerHour,
      },
      now,
    );
    return refusalOf(c, taken, now) ?? c.json(reported, 202);
  });
}
