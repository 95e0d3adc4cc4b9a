import type { Counter } from "../../domain/rates.ts";
import type { Share } from "../../domain/shares.ts";
import { DAY } from "../../domain/times.ts";
import { allBelow, count, countOf } from "./counting.ts";
import type { Place } from "./counting.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";
import { dueNext, latest, newLetter } from "./mailing.ts";
import { empty, join, sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";
import { NOBODY } from "../store.ts";
import type { StrangersLetter } from "../store.ts";

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
  const { share, works } = letter;
  const turn = latest([sql`CAST(${now} AS BIGINT)`, ...queues.map(dueNext)]);
  const place = placeOf(share, turn);
  const expires =
    works === undefined
      ? sql`NULL`
      : sql`CASE WHEN due + ${works.for} < ${works.until} THEN due + ${works.for} ELSE ${works.until} END`;
  const row = {
    ...newLetter(letter, subject, now),
    due_at: sql`due`,
    expires_at: sql`CASE WHEN day IS NULL THEN ${NOBODY} ELSE ${expires} END`,
  };
  return [
    insertWhere("letter", row, guard, empty, sql`FROM (${place}) AS place`),
    ...count(
      [...queues, asked(share)],
      guard,
      sql`SELECT COALESCE(day, ${share.today}), ${keyWhere(share, sql`day IS NULL`, sql`is_known = 1`)} FROM (${place}) AS place`,
    ),
  ];
}

/**
 * Holds when a letter that cannot wait may go now.
 * @param site everybody's counters; while one of them is full, letters go only where the address is known.
 */
export function mayGo(share: Share, site: readonly Counter[]): Guard {
  const isFree = sql`${allBelow(site)} AND ${freeOn(share, sql`${share.today}`)}`;
  return sql`(${knownOn(share, share.today)} OR ${isFree})`;
}

/** Counts such a letter. @param isNobodys holds when it does not go. */
export function countAsked(
  share: Share,
  counters: readonly Place[],
  isNobodys: Guard,
  guard: Guard,
): Statement[] {
  const key = keyWhere(share, isNobodys, knownOn(share, share.today));
  return count([...counters, asked(share), { start: share.today, key }], guard);
}

/** What this network has asked for of this purpose. */
function asked({ network, today }: Share): Place {
  return { key: network.key, start: today };
}

/** The counter under which a letter counts. */
function keyWhere({ over, known, own }: Share, isNobodys: Guard, isKnown: Guard): Fragment {
  return sql`CASE WHEN ${isNobodys} THEN ${over} WHEN ${isKnown} THEN ${known.key} ELSE ${own} END`;
}

/**
 * Where a letter finds its place: one row with `due`, the start of the `day` under which it counts (NULL when it finds none), and
 * `is_known`. Each step is worked out once, hence MATERIALIZED.
 * @param turn when it may go at the earliest.
 */
function placeOf(share: Share, turn: Fragment): Fragment {
  const { late, own } = share;
  const next = Array.from({ length: late.days }, (_, index) => sql`first + ${(index + 1) * DAY}`);
  const whens = next.map(
    (day) => sql` WHEN ${used(own, day)} < ${late.most} THEN CAST(${day} AS BIGINT)`,
  );
  const laterOn = whens.length === 0 ? empty : join(whens, "");
  return sql`WITH turn AS MATERIALIZED (SELECT ${turn} AS at),
    days AS MATERIALIZED (SELECT at, at - at % ${DAY} AS first FROM turn),
    known AS MATERIALIZED (SELECT at, first, CASE WHEN ${knownOn(share, sql`first`)} THEN 1 ELSE 0 END AS is_known FROM days),
    found AS MATERIALIZED (SELECT at, is_known,
      CASE WHEN is_known = 1 OR ${freeOn(share, sql`first`)} THEN first${laterOn} END AS day FROM known)
    SELECT CASE WHEN day > at THEN day ELSE at END AS due, day, is_known FROM found`;
}

/** Holds when the address was proven in this network today, and such networks have not used up their own. */
function knownOn({ known, today }: Share, day: number | Fragment): Guard {
  return sql`(${countOf({ key: known.mark, start: today })} IS NOT NULL AND ${used(known.key, day)} < ${known.most})`;
}

/**
 * Holds when there is one left on this day beside what is kept for the other purposes; a network that has asked before leaves some for
 * others.
 */
function freeOn({ most, own, others, network, today }: Share, day: Fragment): Guard {
  const kept = others.map(
    ({ key, kept: least }) =>
      sql` - CASE WHEN ${used(key, day)} > ${least} THEN ${used(key, day)} ELSE ${least} END`,
  );
  const behind = sql`CASE WHEN ${used(network.key, today)} = 0 THEN 0 ELSE ${network.left} END`;
  return sql`CAST(${most} AS BIGINT) - 1 - ${used(own, day)}${join(kept, "")} >= ${behind}`;
}

function used(key: string, start: number | Fragment): Fragment {
  return sql`COALESCE(${countOf({ key, start })}, 0)`;
}
