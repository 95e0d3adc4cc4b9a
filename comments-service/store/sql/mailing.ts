import type { Counter } from "../../domain/rates.ts";
import type { AnyLetter, MailboxLetter, NewLetter } from "../port/letters.ts";
import { countOf } from "./counting.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";
import { inPieces, join, sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";

// What somebody follows is news for a few days; what was decided is told in any case, and of each day some are kept for that.
const NEWS = { days: 3, leaves: 2 };
const DECISIONS = { days: 8, leaves: 0 };

// What a letter needs of the values of a statement, with its part of what stands beside them; and a mailbox that is counted.
const VALUES_OF_LETTER = 6;
const VALUES_OF_COUNT = 2;

/** The letters of an act. Each is due at once, or shares its mailbox with others where it says so. */
export function writeLetters(
  letters: readonly AnyLetter[],
  subject: string,
  guard: Guard,
  now: number,
): Statement[] {
  const sharing = letters.filter((letter) => "mailbox" in letter);
  return [
    ...letters
      .filter((letter) => !("mailbox" in letter))
      .map((letter) =>
        insertWhere("letter", { ...newLetter(letter, subject, now), due_at: now }, guard),
      ),
    ...alikeIn(sharing).flatMap((alike) => writeAlike(alike, subject, guard, now)),
  ];
}

/** Letters that can be written together: of one kind, counted alike, and none of them to the mailbox of another. */
function alikeIn(letters: readonly MailboxLetter[]): MailboxLetter[][] {
  const before = new Map<string, number>();
  const alike = Map.groupBy(letters, ({ mailbox, isNotification = false }) => {
    const { key, start, most, per } = mailbox;
    const nth = before.get(key) ?? 0;
    before.set(key, nth + 1);
    return JSON.stringify([isNotification, start, most, per, nth]);
  });
  return [...alike.values()];
}

function writeAlike(
  letters: readonly MailboxLetter[],
  subject: string,
  guard: Guard,
  now: number,
): Statement[] {
  return [
    ...inPieces(letters, VALUES_OF_LETTER).map((some) => insertAll(some, subject, guard, now)),
    ...inPieces(letters, VALUES_OF_COUNT).map((some) => countAll(some, guard)),
  ];
}

/**
 * Letters to readers who have asked for them. When a mailbox has had its share of such letters in a stretch of time, the next ones are due
 * in the stretches that follow; a notification that finds no place soon is not written. One with an id that was written before is the
 * same letter, and is not written again.
 */
function insertAll(
  letters: readonly MailboxLetter[],
  subject: string,
  guard: Guard,
  now: number,
): Statement {
  const places = placesOf(letters, ({ mailbox, id, sealed, recipient }) => [
    mailbox.key,
    id,
    sealed,
    recipient,
  ]);
  return insertWhere(
    "letter",
    {
      ...newLetter({ id: "", sealed: "" }, subject, now),
      id: sql`column2`,
      sealed: sql`column3`,
      recipient: sql`column4`,
      due_at: sql`CASE WHEN start_at > ${now} THEN start_at ELSE CAST(${now} AS BIGINT) END`,
      is_notification: letters[0]?.isNotification === true ? 1 : 0,
    },
    sql`${guard} AND start_at IS NOT NULL`,
    sql`ON CONFLICT (id) DO NOTHING`,
    sql`FROM ${places}`,
  );
}

/** Counts their mailboxes, each in the stretch of time in which its letter is due. */
function countAll(letters: readonly MailboxLetter[], guard: Guard): Statement {
  return sql`INSERT INTO counter (start_at, key, count)
    SELECT start_at, column1, 1 FROM ${placesOf(letters, ({ mailbox }) => [mailbox.key])}
    WHERE ${guard} AND start_at IS NOT NULL
    ON CONFLICT (start_at, key) DO UPDATE SET count = counter.count + 1`;
}

/**
 * A row for each letter with the stretch of time in which it counts, `start_at`: NULL when it finds no place.
 * @param columns what else stands in the row, `column1` being the name of the mailbox's counter.
 */
function placesOf(
  letters: readonly MailboxLetter[],
  columns: (letter: MailboxLetter) => readonly string[],
): Fragment {
  const [first] = letters;
  if (first === undefined) throw new RangeError("there is no letter to find a place for");
  const { start, most, per } = first.mailbox;
  const { days, leaves } = first.isNotification === true ? NEWS : DECISIONS;
  const key = sql`new.column1`;
  const whens = Array.from({ length: days }, (_, index) => start + index * per).map(
    (at) =>
      sql`WHEN COALESCE(${countOf({ key, start: at })}, 0) < ${most - leaves} THEN CAST(${at} AS BIGINT)`,
  );
  const otherwise =
    first.isNotification === true ? sql`NULL` : sql`CAST(${start + days * per} AS BIGINT)`;
  const rows = letters.map(
    (letter) => sql`(${join(columns(letter).map((text) => sql`CAST(${text} AS TEXT)`))})`,
  );
  return sql`(SELECT new.*, CASE ${join(whens, " ")} ELSE ${otherwise} END AS start_at
    FROM (VALUES ${join(rows)}) AS new) AS places`;
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
