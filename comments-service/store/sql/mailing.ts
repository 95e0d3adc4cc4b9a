import type { Counter } from "../../domain/rates.ts";
import type { AnyLetter, MailboxLetter, NewLetter } from "../port/letters.ts";
import { count, countOf } from "./counting.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";
import { join, sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";

// What somebody follows is news for a few days; what was decided is told in any case, and of each day some are kept for that.
const NEWS = { days: 3, leaves: 2 };
const DECISIONS = { days: 8, leaves: 0 };

/** A letter that is due at once, or shares its mailbox with others where it says so. */
export function writeAnyLetter(
  letter: AnyLetter,
  subject: string,
  guard: Guard,
  now: number,
): Statement[] {
  return "mailbox" in letter
    ? writeLetterTo(letter, subject, guard, now)
    : [insertWhere("letter", { ...newLetter(letter, subject, now), due_at: now }, guard)];
}

/**
 * A letter to a reader who has asked for it, and its mailbox counted. When a mailbox has had its share of such letters in a stretch of
 * time, the next ones are due in the stretches that follow, and are counted there; a notification that finds no place soon is not written.
 * One with an id that was written before is the same letter, and is not written again.
 */
function writeLetterTo(
  letter: MailboxLetter,
  subject: string,
  guard: Guard,
  now: number,
): Statement[] {
  const { mailbox, isNotification = false } = letter;
  const place = placeOf(mailbox, isNotification, now);
  const start = sql`(SELECT start_at FROM (${place}) AS place)`;
  return [
    insertWhere(
      "letter",
      {
        ...newLetter(letter, subject, now),
        due_at: sql`due`,
        is_notification: isNotification ? 1 : 0,
      },
      sql`${guard} AND start_at IS NOT NULL`,
      sql`ON CONFLICT (id) DO NOTHING`,
      sql`FROM (${place}) AS place`,
    ),
    ...count([{ key: mailbox.key, start }], sql`${guard} AND ${start} IS NOT NULL`),
  ];
}

/** One row: when such a letter is `due`, and in which stretch of time it counts (`start_at`; NULL when it finds no place). */
function placeOf({ key, start, most, per }: Counter, isNews: boolean, now: number): Fragment {
  const { days, leaves } = isNews ? NEWS : DECISIONS;
  const starts = Array.from({ length: days }, (_, index) => start + index * per);
  const whens = starts.map(
    (at) =>
      sql`WHEN COALESCE(${countOf({ key, start: at })}, 0) < ${most - leaves} THEN CAST(${at} AS BIGINT)`,
  );
  const otherwise = isNews ? sql`NULL` : sql`CAST(${start + days * per} AS BIGINT)`;
  return sql`SELECT start_at, CASE WHEN start_at > ${now} THEN start_at ELSE CAST(${now} AS BIGINT) END AS due
    FROM (SELECT CASE ${join(whens, " ")} ELSE ${otherwise} END AS start_at) AS found`;
}

/** The latest of some times. */
export function latest(times: readonly Fragment[]): Fragment {
  const [only] = times;
  if (times.length === 1 && only !== undefined) return only;
  return sql`(SELECT MAX(column1) FROM (VALUES ${join(times.map((time) => sql`(${time})`))}) AS times)`;
}

/** When the next letter that is counted in a queue is due: with the stretch of time in which its turn comes. */
export function dueNext(queue: Counter): Fragment {
  const { start, most, per } = queue;
  const before = sql`COALESCE(${countOf(queue)}, 0)`;
  return sql`CAST(${start} AS BIGINT) + ${before} / CAST(${most} AS BIGINT) * CAST(${per} AS BIGINT)`;
}

/** A letter's row before it has a turn. */
export function newLetter(
  { id, sealed, recipient = null }: NewLetter,
  subject: string,
  now: number,
) {
  return {
    id,
    subject,
    sealed,
    created_at: now,
    claimed_until: 0,
    attempts: 0,
    sent_at: null,
    given_up_at: null,
    recipient,
    is_notification: 0,
    expires_at: null,
  };
}
