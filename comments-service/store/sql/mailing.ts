import type { Counter } from "../../domain/rates.ts";
import type { MailboxLetter, NewLetter } from "../store.ts";
import { count, countOf } from "./counting.ts";
import type { Place } from "./counting.ts";
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
 * A letter to a reader, and its mailbox counted. When a mailbox has had `most` letters in a stretch of time, the next ones are due in
 * the stretches that follow; so are those over a sender's own share of it, but in a queue of their own. One with an id that was written
 * before is the same letter, and is not written again.
 * @param queues in which it takes its turn beside its own.
 */
export function writeLetterTo(
  letter: MailboxLetter,
  subject: string,
  guard: Guard,
  now: number,
  queues: readonly Counter[] = [],
): Statement[] {
  const { mailbox, ofSender, works } = letter;
  const all = [...(letter.queues ?? []), ...queues];
  const counted: Place[] = [...all];
  const dues = [sql`CAST(${now} AS BIGINT)`, ...all.map(dueIn)];
  if (ofSender === undefined) {
    counted.push(mailbox);
    dues.push(dueIn(mailbox));
  } else {
    const { counter, late } = ofSender;
    // A statement looks at what was counted before it: this one counts in the share itself, the next looks at it with this letter in it.
    const willBeLate = sql`COALESCE(${countOf(counter)}, 0) >= ${counter.most}`;
    const isLate = sql`${countOf(counter)} > ${counter.most}`;
    const key = sql`CASE WHEN ${willBeLate} THEN ${late} ELSE ${mailbox.key} END`;
    counted.push(counter, { key, start: mailbox.start });
    const ofLate = dueIn({ ...mailbox, key: late });
    dues.push(sql`CASE WHEN ${isLate} THEN ${ofLate} + ${mailbox.per} ELSE ${dueIn(mailbox)} END`);
  }
  const expires =
    works === undefined
      ? null
      : sql`CASE WHEN due + ${works.for} < ${works.until} THEN due + ${works.for} ELSE ${works.until} END`;
  return [
    ...count(counted, guard),
    insertWhere(
      "letter",
      {
        ...newLetter(letter, subject, now),
        due_at: sql`due`,
        is_notification: letter.isNotification ? 1 : 0,
        expires_at: expires,
      },
      guard,
      sql`ON CONFLICT (id) DO NOTHING`,
      sql`FROM (SELECT ${latest(dues)} AS due) AS turn`,
    ),
  ];
}

/** Letters that belong together take one turn in each queue; where one is full, they wait for a stretch that is not. */
export function waitTurn(
  letters: readonly NewLetter[],
  queues: readonly Counter[],
  guard: Guard,
): Statement[] {
  if (queues.length === 0 || letters.length === 0) return count(queues, guard);
  const ids = letters.map(({ id }) => id);
  const due = latest(queues.map(dueIn));
  return [
    ...count(queues, guard),
    sql`UPDATE letter SET due_at = ${due} WHERE id IN (${join(ids)}) AND due_at < ${due} AND ${guard}`,
  ];
}

/** The latest of some times. */
export function latest(times: readonly Fragment[]): Fragment {
  const [only] = times;
  if (times.length === 1 && only !== undefined) return only;
  return sql`(SELECT MAX(column1) FROM (VALUES ${join(times.map((time) => sql`(${time})`))}) AS turns)`;
}

/** When the letter that was counted last in a queue is due: with the stretch of time in which its turn comes. */
function dueIn(queue: Counter): Guard {
  const { start, most, per } = queue;
  return sql`CAST(${start} AS BIGINT) + (COALESCE(${countOf(queue)}, 1) - 1) / CAST(${most} AS BIGINT) * CAST(${per} AS BIGINT)`;
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
