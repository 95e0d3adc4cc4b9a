import type { Hono } from "hono";
import { keyedHash, sha256 } from "../domain/digest.ts";
import { mailboxOf } from "../domain/email-address.ts";
import { isId } from "../domain/ids.ts";
import { countersOf } from "../domain/rates.ts";
import { readNotice } from "../domain/report.ts";
import { reportLetter } from "../mail/letters/report.ts";
import { sealLetter } from "../mail/sealed-letter.ts";
import type { Env, Service } from "../service.ts";
import { NewReport } from "../wire.ts";
import type { Reported } from "../wire.ts";
import { readBody, siteRoutes } from "./from-site.ts";
import { checkPayment, refusalOf } from "./payment.ts";
import { invalidFields, missingThread, problem } from "./problem.ts";

const PATH = "/comments/:id/reports";
const reported: Reported = { state: "received" };

/** A reader's notice about a comment: kept once for each reporter, and mailed to every moderator. */
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

    const bodyHash = await sha256(JSON.stringify(["report", comment.id, notice]));
    const payment = await checkPayment(c, service, {
      challenge: body.input.challenge,
      thread: thread.id,
      action: "report",
      bodyHash,
    });
    if (payment === "repeated") return c.json(reported, 202);
    if ("refusal" in payment) return payment.refusal;
    const site = await magazine.site();
    if (site === null) return missingThread(c, "list");

    const now = clock();
    const sender = await service.senderOf(c);
    const link = `${thread.url}#kommentar-${comment.number}`;
    const letter = reportLetter({ site, title: thread.title, notice, comment, link });
    const taken = await store.report(
      {
        ...payment,
        ...notice,
        bodyHash,
        subject: ids.id(),
        comment: comment.id,
        sender,
        mailbox:
          notice.email === null
            ? null
            : await keyedHash(secret, `mailbox ${mailboxOf(notice.email)}`),
        counters: countersOf("report", limits.report, { sender, thread: thread.id }, now),
        letters: await Promise.all(
          settings.moderators.map(async (to) => ({
            id: ids.id(),
            sealed: await sealLetter(secret, { to, ...letter, expires: null }),
          })),
        ),
      },
      now,
    );
    return refusalOf(c, taken, now) ?? c.json(reported, 202);
  });
}
