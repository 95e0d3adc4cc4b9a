import type { Counter } from "../../domain/rates.ts";
import type { Share } from "../../domain/shares.ts";
import { DAY } from "../../domain/times.ts";
import { allBelow, count, countOf } from "./counting.ts";
import type { Place } from "./counting.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";
import { dueNext, latest, newLetter } from "./mailing.ts";
import { empty, join, raw, sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";
import { NOBODY } from "../port/letters.ts";
import type { StrangersLetter } from "../port/letters.ts";

/**
 * A letter that anybody can ask for. Its share decides whether it goes, and on which day; when it does not, the same rows are written, and
 * the letter goes to nobody.
 * @param queues in which it takes its turn; they are counted with it.
 */
export function writeStrangersLetter(
  letter: StrangersLetter,
  subject: string,
  guard: Guard,
  now: number,
  queues: readonly Counter[] = [],
): Statement[] {
  const { share, validity } = letter;
  const earliest = latest([sql`CAST(${now} AS BIGINT)`, ...queues.map(dueNext)]);
  const expires =
    validity === undefined
      ? sql`NULL`
      : sql`CASE WHEN due + ${validity.for} < ${validity.until} THEN due + ${validity.for} ELSE ${validity.until} END`;
  const row = {
    ...newLetter(letter, subject, now),
    due_at: sql`due`,
    // Of two that have no type of their own PostgreSQL makes a text.
    expires_at: sql`CASE WHEN day IS NULL THEN CAST(${NOBODY} AS BIGINT) ELSE ${expires} END`,
  };
  const own = (what: Fragment) => sql`(SELECT ${what} FROM letter WHERE id = ${letter.id})`;
  const key = keyWhere(share, sql`${own(sql`expires_at`)} = ${NOBODY}`);
  // What is asked for where the address is known is counted today, whenever it goes.
  const start = sql`CASE WHEN ${knownToday(share)} THEN ${share.today} ELSE ${own(sql`due_at - due_at % ${A_DAY}`)} END`;
  return [
    insertWhere("letter", row, guard, empty, sql`FROM (${placeOf(share, earliest)}) AS place`),
    ...count([...queues, asked(share), { start, key }], guard),
  ];
}

/**
 * Holds when a letter that cannot wait may go now.
 * @param site everybody's counters; while one of them is full, letters go only where the address is known.
 */
export function mayGo(share: Share, site: readonly Counter[]): Guard {
  const isFree = sql`${allBelow(site)} AND ${freeOn(share, sql`${share.today}`)}`;
  return sql`(${knownToday(share)} OR ${isFree})`;
}

/** Counts such a letter. @param isNobodys holds when it does not go. */
export function countAsked(
  share: Share,
  counters: readonly Place[],
  isNobodys: Guard,
  guard: Guard,
): Statement[] {
  const place = { start: share.today, key: keyWhere(share, isNobodys) };
  return count([...counters, asked(share), place], guard);
}

/** What this network has asked for of this purpose. */
function asked({ network, today }: Share): Place {
  return { key: network.key, start: today };
}

/** The counter under which a letter counts. */
function keyWhere(share: Share, isNobodys: Guard): Fragment {
  const { over, known, own } = share;
  return sql`CASE WHEN ${isNobodys} THEN ${over} WHEN ${knownToday(share)} THEN ${known.key} ELSE ${own} END`;
}

/**
 * Where a letter finds its place: one row with `due`, and the start of the `day` under which it counts, NULL when it finds none. Each step is
 * worked out once, hence MATERIALIZED.
 * @param earliest when it may go.
 */
function placeOf(share: Share, earliest: Fragment): Fragment {
  const { waiting, own } = share;
  const first = sql`(at - at % ${A_DAY})`;
  const next = sql`(SELECT MIN(column1) FROM (VALUES ${join(daysAfter(first, waiting.days))}) AS next
    WHERE ${used(own, sql`column1`)} < ${waiting.most})`;
  return sql`WITH earliest AS MATERIALIZED (SELECT ${earliest} AS at),
    found AS MATERIALIZED (SELECT at, CASE WHEN ${knownToday(share)} OR ${freeOn(share, first)} THEN ${first} ELSE ${waiting.days === 0 ? sql`NULL` : next} END AS day FROM earliest)
    SELECT CASE WHEN day > at THEN day ELSE at END AS due, day FROM found`;
}

function daysAfter(first: Fragment, days: number): Fragment[] {
  return Array.from(
    { length: Math.max(1, days) },
    (_, index) => sql`(${first} + ${(index + 1) * DAY})`,
  );
}

/** Holds when the address was proven in this network today, and such networks have not used up their own. */
function knownToday({ known, today }: Share): Guard {
  return sql`(${countOf({ key: known.mark, start: today })} IS NOT NULL AND ${used(known.key, today)} < ${known.most})`;
}

/**
 * Holds when there is one left on this day beside what is kept for the other purposes; a network that has asked before leaves some for
 * others.
 */
function freeOn({ most, own, others, network, today }: Share, day: Fragment): Guard {
  const shares = [{ key: own, kept: 0 }, ...others].map(
    ({ key, kept }) => sql`(CAST(${key} AS TEXT), CAST(${kept} AS BIGINT))`,
  );
  const had = used(sql`column1`, day);
  const taken = sql`(SELECT SUM(CASE WHEN had > kept THEN had ELSE kept END)
    FROM (SELECT column2 AS kept, ${had} AS had FROM (VALUES ${join(shares)}) AS share) AS shares)`;
  const behind = sql`CASE WHEN ${used(network.key, today)} = 0 THEN 0 ELSE ${network.left} END`;
  return sql`CAST(${most} AS BIGINT) - 1 - ${taken} >= ${behind}`;
}

function used(key: string | Fragment, start: number | Fragment): Fragment {
  return sql`COALESCE(${countOf({ key, start })}, 0)`;
}

const A_DAY = raw(String(DAY));
