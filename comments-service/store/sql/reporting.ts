import type { NewReportEntry } from "../store.ts";
import { sql } from "./statement.ts";
import type { Statement } from "./statement.ts";
import type { Guard } from "./guarded.ts";
import { recorded, writeRecord } from "./recording.ts";

// Behind the hash of the network stands that of the words.
const HASH_LENGTH = 64;

/**
 * Hides a comment that has had its number of reporters, until a moderator decides. Whoever has decided on it since it was last edited,
 * and not taken that back, has the last word: reports alone do not hide it again.
 */
export function hideWhenReported(
  { subject: report, comment, hideAt }: NewReportEntry,
  guard: Guard,
  now: number,
): Statement[] {
  const act = { id: `hide ${report}`, batch: `hide ${report}`, by: "reports", why: `${hideAt}` };
  const mine = recorded(act);
  const isEnough = sql`(SELECT count(DISTINCT substr(sender, 1, ${HASH_LENGTH})) FROM report WHERE comment = ${comment} AND settled_at IS NULL) >= ${hideAt}`;
  const isUndecided = sql`EXISTS (SELECT 1 FROM comment WHERE id = ${comment} AND state = 'published'
    AND NOT EXISTS (SELECT 1 FROM record WHERE record.subject = comment.id AND act IN ('publish', 'keep')
      AND at >= COALESCE(comment.edited_at, 0) AND NOT EXISTS (SELECT 1 FROM record AS later WHERE later.undoes = record.id)))`;
  return [
    writeRecord(
      act,
      { act: "hide", subject: comment, was: "published", became: "hidden" },
      sql`${guard} AND ${isEnough} AND ${isUndecided}`,
      now,
    ),
    sql`UPDATE comment SET state = 'hidden' WHERE id = ${comment} AND ${mine}`,
    sql`UPDATE thread SET version = version + 1
      WHERE id = (SELECT thread FROM comment WHERE id = ${comment}) AND ${mine}`,
  ];
}
