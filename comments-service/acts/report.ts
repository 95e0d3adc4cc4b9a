import { keyedHash } from "../domain/digest.ts";
import { isId } from "../domain/ids.ts";
import { actCountersOf } from "../domain/rates.ts";
import { readReport } from "../domain/report.ts";
import type { NewReport, Reported } from "../wire.ts";
import { checkPayment, refusalOf } from "./payment.ts";
import type { Refusal } from "./refusal.ts";
import type { Senders } from "./senders.ts";
import type { Service } from "./service.ts";
import { callModerators } from "./tell-desk.ts";

const reported: Reported = { state: "received" };

/** A reader's report about a comment: kept once for each reporter, and every moderator is told; so many of them hide it. */
export async function report(
  service: Service,
  asked: { comment: string; input: NewReport; senders: Senders },
): Promise<Reported | Refusal> {
  const { store, magazine, clock, ids, limits, settings, secret } = service;
  const { input, senders } = asked;
  const read = readReport(input);
  if ("errors" in read) return { refused: "fields", errors: read.errors };
  const comment = isId(asked.comment) ? await store.comment(asked.comment) : null;
  if (comment?.state !== "published") return { refused: "missing", what: "comment" };
  const thread = await magazine.thread(comment.thread);
  if ("missing" in thread) return { refused: "missing", what: thread.missing };
  const bodyHash = keyedHash(secret, JSON.stringify(["report", comment.id, read.report]));
  const { challenge } = input;
  const about = { challenge, thread: thread.id, action: "report", bodyHash } as const;
  const payment = await checkPayment(service, about);
  if ("refused" in payment) return payment;
  if (payment.isRepeated) return reported;
  const now = clock();
  const taken = await store.report(
    {
      solution: payment.solution,
      ...read.report,
      bodyHash,
      subject: ids.id(),
      comment: comment.id,
      // Whose network it comes from counts once; what else the same people have to say is kept and read, too.
      sender: `${senders.network} ${bodyHash}`,
      ...actCountersOf("report", limits.report, { ...senders, thread: thread.id }, now),
      desk: callModerators(service),
      hideAt: settings.reportsToHide,
      hidesPerHour: settings.hidesPerHour,
    },
    now,
  );
  return refusalOf(taken, now) ?? reported;
}
