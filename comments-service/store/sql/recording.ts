import type { Desk, RecordEntry, RecordedAct } from "../port/desk.ts";
import type { Database } from "./database.ts";
import { sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";

/** The record of all acts. Rows are only ever added: the database itself refuses anything else. */
export function recording(database: Database): Pick<Desk, "record"> {
  return {
    async record({ subject, batch }, most) {
      const of = subject === undefined ? sql`1 = 1` : sql`subject = ${subject}`;
      const by = batch === undefined ? sql`1 = 1` : sql`batch = ${batch}`;
      const rows = await database.read<Omit<RecordEntry, "isUndone"> & { undone: number }>(
        sql`SELECT id, batch, at, who, act, subject, was, became, why,
          CASE WHEN ${isUndone} THEN 1 ELSE 0 END AS undone
          FROM record WHERE ${of} AND ${by} ORDER BY at DESC, id DESC LIMIT ${most}`,
      );
      return rows.map(({ undone, ...entry }) => Object.assign(entry, { isUndone: undone === 1 }));
    },
  };
}

/** Holds for a row of `record` that was taken back. */
export const isUndone = sql`EXISTS (SELECT 1 FROM record AS later WHERE later.undoes = record.id)`;

/** What people have decided on a comment since a time, as rows of `record`: to recommend it decides nothing. @param comment its id, and when, or columns. */
export function decisionsSince(comment: Fragment, since: Fragment): Fragment {
  return sql`record WHERE record.subject = ${comment} AND record.at >= ${since}
    AND record.who NOT IN ('checks', 'reports') AND record.act NOT IN ('recommend', 'unrecommend')`;
}

/** Adds to the record when the guard holds; everything else of the act then asks `recorded`. */
export function writeRecord(
  { id, batch, by, why }: RecordedAct,
  entry: {
    act: string;
    subject: string | Fragment;
    was: string | Fragment;
    became: string | Fragment;
    undoes?: string;
  },
  guard: Guard,
  now: number,
): Statement {
  const { undoes = null, ...rest } = entry;
  return insertWhere("record", { id, batch, at: now, who: by, why, ...rest, undoes }, guard);
}

/** Holds when this very act was recorded. */
export function recorded({ id }: RecordedAct): Guard {
  return sql`EXISTS (SELECT 1 FROM record WHERE id = ${id})`;
}
