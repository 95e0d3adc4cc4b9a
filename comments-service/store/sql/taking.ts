import { sql } from "kysely";
import type { CompiledQuery } from "kysely";
import type { Counter } from "../../domain/rates.ts";
import type { MailboxLetter, NewLetter, Taken, UsedSolution } from "../store.ts";
import type { Database } from "./database.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";

/** An act that a solved challenge pays for. */
interface Payment extends UsedSolution {
  solution: string;
  counters: readonly Counter[];
}

/**
 * Runs an act that counts once: the solution is written first, and only when no counter is full; everything else is written only when
 * the solution is this act's own. So repeating, racing and exceeding are all decided inside one atomic list.
 * @param act the statements, given the guard that each of them has to carry.
 */
export async function take(
  database: Database,
  payment: Payment,
  act: (mine: Guard) => CompiledQuery[],
  now: number,
): Promise<Taken> {
  const { db } = database;
  const { solution: id, bodyHash, subject, counters } = payment;
  const mine = sql`EXISTS (SELECT 1 FROM solution WHERE id = ${id} AND subject = ${subject})`;
  const first = insertWhere(
    db,
    "solution",
    { id, body_hash: bodyHash, subject, created_at: now },
    allBelow(counters),
    sql`ON CONFLICT (id) DO NOTHING`,
  );
  const question = db
    .selectFrom("solution")
    .select(["body_hash", "subject"])
    .where("id", "=", id)
    .compile();
  const [used] = await database.atomic(
    [first, ...counters.map((counter) => count(database, counter, mine)), ...act(mine)],
    question,
  );
  if (used === undefined) return { state: "limited", full: await fullOf(database, counters) };
  if (used.subject === subject) return { state: "taken" };
  return { state: used.body_hash === bodyHash ? "repeated" : "used" };
}

/** Holds while none of the counters is full. */
export function allBelow(counters: readonly Counter[]): Guard {
  const below = counters.map(
    ({ key, start, most }) =>
      sql`COALESCE((SELECT count FROM counter WHERE key = ${key} AND start_at = ${start}), 0) < ${most}`,
  );
  return below.length === 0 ? sql`1 = 1` : sql.join(below, sql` AND `);
}

/** Counts one more. */
export function count({ db }: Database, { key, start }: Counter, guard: Guard): CompiledQuery {
  return insertWhere(
    db,
    "counter",
    { key, start_at: start, count: 1 },
    guard,
    sql`ON CONFLICT (key, start_at) DO UPDATE SET count = counter.count + 1`,
  );
}

/** A letter that is due at once. */
export function writeLetter(
  { db }: Database,
  letter: NewLetter,
  subject: string,
  guard: Guard,
  now: number,
): CompiledQuery {
  return insertWhere(db, "letter", { ...newLetter(letter, subject, now), due_at: now }, guard);
}

/**
 * A letter to a reader, and its mailbox counted. When a mailbox has had `most` letters in a stretch of time, the next ones are due in
 * the stretches that follow; so are those over a sender's own share of it, but in a queue of their own. One with an id that was written
 * before is the same letter, and is not written again.
 */
export function writeLetterTo(
  database: Database,
  letter: MailboxLetter,
  subject: string,
  guard: Guard,
  now: number,
): CompiledQuery[] {
  const { mailbox, ofSender, queues = [] } = letter;
  const isLate =
    ofSender === undefined
      ? sql`1 = 0`
      : sql`${countOf(ofSender.counter)} > ${ofSender.counter.most}`;
  const late = ofSender?.late ?? mailbox;
  const due = sql<number>`CASE WHEN ${isLate} THEN ${dueIn(late)} + ${late.per} ELSE ${dueIn(mailbox)} END`;
  return [
    ...(ofSender === undefined
      ? []
      : [
          count(database, ofSender.counter, guard),
          count(database, late, sql`${guard} AND ${isLate}`),
        ]),
    count(database, mailbox, sql`${guard} AND NOT (${isLate})`),
    insertWhere(
      database.db,
      "letter",
      {
        ...newLetter(letter, subject, now),
        due_at: due,
        is_notification: letter.isNotification ? 1 : 0,
      },
      guard,
      sql`ON CONFLICT (id) DO NOTHING`,
    ),
    ...waitTurn(database, [letter], queues, guard),
  ];
}

/** Counts letters that belong together once in each queue; where one is full, they wait for a stretch that is not. */
export function waitTurn(
  database: Database,
  letters: readonly NewLetter[],
  queues: readonly Counter[],
  guard: Guard,
): CompiledQuery[] {
  const ids = letters.map(({ id }) => id);
  return queues.flatMap((queue) => [
    count(database, queue, guard),
    ...(ids.length === 0
      ? []
      : [
          sql`UPDATE letter SET due_at = ${dueIn(queue)}
            WHERE id IN (${sql.join(ids)}) AND due_at < ${dueIn(queue)} AND ${guard}`.compile(
            database.db,
          ),
        ]),
  ]);
}

/** When the letter that was counted last in a queue is due: `dueAt` in SQL. */
function dueIn(queue: Counter): Guard {
  const [start, most, per] = [queue.start, queue.most, queue.per].map(
    (value) => sql`CAST(${value} AS BIGINT)`,
  );
  return sql`${start} + (COALESCE(${countOf(queue)}, 1) - 1) / ${most} * ${per}`;
}

function countOf({ key, start }: Counter): Guard {
  return sql`(SELECT count FROM counter WHERE key = ${key} AND start_at = ${start})`;
}

function newLetter({ id, sealed, recipient = null }: NewLetter, subject: string, now: number) {
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
  };
}

/** Which of the counters are full. */
export async function fullOf(database: Database, counters: readonly Counter[]): Promise<Counter[]> {
  const counts = await counted(database, counters);
  return counters.filter(({ most }, index) => (counts[index] ?? 0) >= most);
}

/** How often each of the counters has counted in its present stretch. */
export async function counted({ db }: Database, counters: readonly Counter[]): Promise<number[]> {
  if (counters.length === 0) return [];
  const rows = await db
    .selectFrom("counter")
    .select(["key", "start_at", "count"])
    .where(
      "key",
      "in",
      counters.map(({ key }) => key),
    )
    .execute();
  return counters.map(
    ({ key, start }) => rows.find((row) => row.key === key && row.start_at === start)?.count ?? 0,
  );
}
