import type { Desk, RecordedAct } from "../port/desk.ts";
import type { Database } from "./database.ts";
import { named, raw, sql } from "./statement.ts";
import type { Guard } from "./guarded.ts";
import { recorded, writeRecord } from "./recording.ts";
import type { Tables } from "./tables.ts";

/** How an act is taken back: whether what it made still stands, and the statements that put back what was. */
interface WayBack {
  stands: (became: string) => Guard;
  back: (was: string, guard: Guard) => Guard[];
}

// Each stands by itself, and lists of statements have a bound on D1.
const ACTS_AT_ONCE = 10;

/** Taking back what a batch did. It is an act like any other, so the record keeps both. */
export function undoing(database: Database): Pick<Desk, "undo"> {
  return {
    async undo({ batch, subject: only, by, newBatch }, now) {
      const isMeant = only === undefined ? sql`1 = 1` : sql`subject = ${only}`;
      const done = await database.read<Tables["record"]>(
        sql`SELECT * FROM record WHERE batch = ${batch} AND ${isMeant} AND undoes IS NULL ORDER BY id`,
      );
      // A decision on a notice is answered by an objection, not taken back.
      if (done.some(({ act }) => act === "decide")) return 0;
      const ways = done.map(({ id, act, subject, was, became, at }) => {
        const way = wayBack(id, act, subject);
        if (way === null) return [];
        const undo: RecordedAct = { id: `${newBatch} ${id}`, batch: newBatch, by, why: "" };
        const isRecorded = recorded(undo);
        return [
          writeRecord(
            undo,
            { act: "undo", subject, was: became, became: was, undoes: id },
            sql`NOT EXISTS (SELECT 1 FROM record WHERE undoes = ${id}) AND ${way.stands(became)} AND ${isLast(id, subject)}`,
            now,
          ),
          // What has not left yet need not leave.
          sql`DELETE FROM letter WHERE subject = ${subject} AND created_at = ${at} AND sent_at IS NULL AND ${isRecorded}`,
        ].concat(way.back(was, isRecorded));
      });
      const undone = sql`SELECT 1 FROM record WHERE batch = ${newBatch}`;
      let rows: unknown[] = [];
      for (let at = 0; at < ways.length; at += ACTS_AT_ONCE)
        rows = await database.atomic(ways.slice(at, at + ACTS_AT_ONCE).flat(), undone);
      return rows.length;
    },
  };
}

/** Holds when nothing was decided on the subject after this act, but what was itself taken back: it may have led back to the same state. */
function isLast(id: string, subject: string): Guard {
  return sql`NOT EXISTS (SELECT 1 FROM record AS later JOIN record AS done ON done.id = ${id}
    WHERE later.subject = ${subject} AND later.at > done.at AND later.batch <> done.batch AND later.undoes IS NULL
      AND NOT EXISTS (SELECT 1 FROM record AS undone WHERE undone.undoes = later.id))`;
}

/** Null for what cannot be taken back: words that were erased, a block that was lifted. */
function wayBack(id: string, act: string, subject: string): WayBack | null {
  switch (act) {
    case "publish":
    case "keep":
    case "reject":
    case "hide":
      return {
        stands: (state) =>
          sql`EXISTS (SELECT 1 FROM comment WHERE id = ${subject} AND state = ${state})`,
        back: (state, guard) => [
          sql`UPDATE comment SET state = ${state} WHERE id = ${subject} AND ${guard}`,
          sql`UPDATE thread SET version = version + 1
            WHERE id = (SELECT thread FROM comment WHERE id = ${subject}) AND ${guard}`,
          // The reports that it settled wait again, and no others.
          sql`UPDATE report SET settled_at = NULL, settled_by = NULL
            WHERE comment = ${subject} AND settled_by = ${id} AND ${guard}`,
        ],
      };
    case "recommend":
    case "unrecommend":
      return recommendBack(subject);
    case "close":
    case "open":
      return switchBack("closed", subject);
    case "hold":
    case "free":
      return switchBack("held", subject);
    case "block":
      return {
        stands: () => sql`EXISTS (SELECT 1 FROM block WHERE id = ${afterWord(subject)})`,
        back: (_, guard) => [sql`DELETE FROM block WHERE id = ${afterWord(subject)} AND ${guard}`],
      };
    default:
      return null;
  }
}

function recommendBack(comment: string): WayBack {
  const one = sql`id = ${comment}`;
  return {
    stands: (became) =>
      sql`EXISTS (SELECT 1 FROM comment WHERE ${one} AND state <> 'erased' AND recommended_at IS ${raw(became === "1" ? "NOT NULL" : "NULL")})`,
    back: (was, guard) => [
      // Since when it was recommended before, the record knows.
      sql`UPDATE comment SET recommended_at = ${
        was === "1"
          ? sql`(SELECT max(at) FROM record WHERE subject = ${comment} AND act = 'recommend')`
          : sql`NULL`
      } WHERE ${one} AND ${guard}`,
      sql`UPDATE thread SET version = version + 1 WHERE id = (SELECT thread FROM comment WHERE ${one}) AND ${guard}`,
    ],
  };
}

function switchBack(column: "closed" | "held", subject: string): WayBack {
  const isAll = subject === "all threads";
  const row = isAll ? sql`site WHERE id = 1` : sql`thread WHERE id = ${afterWord(subject)}`;
  const table = raw(isAll ? "site" : "thread");
  const one = isAll ? sql`id = 1` : sql`id = ${afterWord(subject)}`;
  return {
    stands: (value) => sql`EXISTS (SELECT 1 FROM ${row} AND ${named(column)} = ${Number(value)})`,
    back: (value, guard) => [
      sql`UPDATE ${table} SET ${named(column)} = ${Number(value)} WHERE ${one} AND ${guard}`,
      sql`UPDATE thread SET version = version + 1 WHERE ${isAll ? sql`1 = 1` : one} AND ${guard}`,
    ],
  };
}

/** The id in `thread ID` or `block ID`. */
function afterWord(subject: string): string {
  return subject.slice(subject.indexOf(" ") + 1);
}
