import { DAY, HOUR } from "../../domain/times.ts";
import type { NewReportEntry } from "../port/posting.ts";
import { sql } from "./statement.ts";
import type { Statement } from "./statement.ts";
import type { Guard } from "./guarded.ts";
import { recorded, writeRecord } from "./recording.ts";

// Behind the hash of the network stands that of the words.
const HASH_LENGTH = 64;

/**
 * Hides a comment that has had its number of reporters, until a moderator decides. Whoever has decided on it since it was last edited,
 * and not taken that back, has the last word: reports alone do not hide it again. Nor do they hide more than a few comments an hour:
 * beyond that the comment stays, and the record says so once.
 */
export function hideWhenReported(
  { subject: report, comment, hideAt, hidesPerHour }: NewReportEntry,
  guard: Guard,
  now: number,
): Statement[] {
  const entry = (act: "hide" | "leave") => {
    const id = `${act} ${report}`;
    return { id, batch: id, by: "reports", why: `${hideAt}` };
  };
  const isRecorded = recorded(entry("hide"));
  // Networks are hashed under a key of the day: only within one day is it known that two of them are two.
  const today = Math.floor(now / DAY) * DAY;
  const isEnough = sql`(SELECT count(DISTINCT substr(sender, 1, ${HASH_LENGTH})) FROM report
    WHERE comment = ${comment} AND settled_at IS NULL AND created_at >= ${today}) >= ${hideAt}`;
  const isUndecided = sql`EXISTS (SELECT 1 FROM comment WHERE id = ${comment} AND state = 'published'
    AND NOT EXISTS (SELECT 1 FROM record WHERE record.subject = comment.id AND act IN ('publish', 'keep')
      AND at >= COALESCE(comment.edited_at, 0) AND NOT EXISTS (SELECT 1 FROM record AS later WHERE later.undoes = record.id)))`;
  const isOver = sql`(SELECT count(*) FROM record WHERE at > ${now - HOUR} AND at <= ${now}
    AND who = 'reports' AND act = 'hide') >= ${hidesPerHour}`;
  const isDue = sql`${guard} AND ${isEnough} AND ${isUndecided}`;
  return [
    writeRecord(
      entry("hide"),
      { act: "hide", subject: comment, was: "published", became: "hidden" },
      sql`${isDue} AND NOT (${isOver})`,
      now,
    ),
    writeRecord(
      entry("leave"),
      { act: "leave", subject: comment, was: "published", became: "published" },
      sql`${isDue} AND NOT ${isRecorded} AND EXISTS (SELECT 1 FROM comment WHERE id = ${comment} AND NOT ${wasLeft})`,
      now,
    ),
    sql`UPDATE comment SET state = 'hidden' WHERE id = ${comment} AND ${isRecorded}`,
    sql`UPDATE thread SET version = version + 1
      WHERE id = (SELECT thread FROM comment WHERE id = ${comment}) AND ${isRecorded}`,
  ];
}

/** Holds for a row of `comment` that the reports waiting for a decision would have hidden, had they not hidden others just before. */
export const wasLeft = sql`EXISTS (SELECT 1 FROM record WHERE record.subject = comment.id AND record.act = 'leave' AND record.at >=
  (SELECT MIN(created_at) FROM report WHERE report.comment = comment.id AND report.settled_at IS NULL))`;
