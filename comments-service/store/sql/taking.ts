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
  { id, sealed }: NewLetter,
  subject: string,
  guard: Guard,
  now: number,
): CompiledQuery {
  return insertWhere(db, "letter", { ...newLetter(id, sealed, subject, now), due_at: now }, guard);
}

/**
 * A letter to a reader, and its mailbox counted. When a mailbox has had `most` letters in a stretch of time, the next ones are due in
 * the stretches that follow.
 */
export function writeLetterTo(
  database: Database,
  { id, sealed, mailbox }: MailboxLetter,
  subject: string,
  guard: Guard,
  now: number,
): CompiledQuery[] {
  const { key, start, most, per } = mailbox;
  const counted = sql<number>`(SELECT count FROM counter WHERE key = ${key} AND start_at = ${start})`;
  const [first, share, length] = [start, most, per].map((value) => sql`CAST(${value} AS BIGINT)`);
  const due = sql<number>`${first} + (${counted} - 1) / ${share} * ${length}`;
  return [
    count(database, mailbox, guard),
    insertWhere(
      database.db,
      "letter",
      { ...newLetter(id, sealed, subject, now), due_at: due },
      guard,
    ),
  ];
}

function newLetter(id: string, sealed: string, subject: string, now: number) {
  return {
    id,
    subject,
    sealed,
    created_at: now,
    claimed_until: 0,
    attempts: 0,
    sent_at: null,
    given_up_at: null,
  };
}

async function fullOf({ db }: Database, counters: readonly Counter[]): Promise<Counter[]> {
  const rows = await db
    .selectFrom("counter")
    .select(["key", "start_at", "count"])
    .where(
      "key",
      "in",
      counters.map(({ key }) => key),
    )
    .execute();
  return counters.filter(({ key, start, most }) =>
    rows.some((row) => row.key === key && row.start_at === start && row.count >= most),
  );
}
