import type { Counter } from "../../domain/rates.ts";
import type { MailboxLetter, NewLetter } from "../store.ts";
import { count, countOf } from "./counting.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";
import { join, sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";

/** A letter that is due at once. */
export function writeLetter(
  letter: NewLetter,
  subject: string,
  guard: Guard,
  now: number,
): Statement {
  return insertWhere("letter", { ...newLetter(letter, subject, now), due_at: now }, guard);
}

/**
 * A letter to a reader who has asked for it, and its mailbox counted. When a mailbox has had its share of such letters in a stretch of
 * time, the next ones are due in the stretches that follow. One with an id that was written before is the same letter, and is not written again.
 */
export function writeLetterTo(
  letter: MailboxLetter,
  subject: string,
  guard: Guard,
  now: number,
): Statement[] {
  const { mailbox } = letter;
  return [
    ...count([mailbox], guard),
    insertWhere(
      "letter",
      {
        ...newLetter(letter, subject, now),
        due_at: latest([sql`CAST(${now} AS BIGINT)`, dueLast(mailbox)]),
        is_notification: letter.isNotification ? 1 : 0,
      },
      guard,
      sql`ON CONFLICT (id) DO NOTHING`,
    ),
  ];
}

/** The latest of some times. */
export function latest(times: readonly Fragment[]): Fragment {
  const [only] = times;
  if (times.length === 1 && only !== undefined) return only;
  return sql`(SELECT MAX(column1) FROM (VALUES ${join(times.map((time) => sql`(${time})`))}) AS turns)`;
}

/** When the letter that was counted last in a queue is due: with the stretch of time in which its turn comes. */
function dueLast(queue: Counter): Fragment {
  return dueAfter(queue, sql`COALESCE(${countOf(queue)}, 1) - 1`);
}

/** The same for the one that will be counted next. */
export function dueNext(queue: Counter): Fragment {
  return dueAfter(queue, sql`COALESCE(${countOf(queue)}, 0)`);
}

function dueAfter({ start, most, per }: Counter, before: Fragment): Fragment {
  return sql`CAST(${start} AS BIGINT) + (${before}) / CAST(${most} AS BIGINT) * CAST(${per} AS BIGINT)`;
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
