import type { Counter } from "../../domain/rates.ts";
import type { Database } from "./database.ts";
import type { Guard } from "./guarded.ts";
import { inPieces, join, named, sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";

/** Where a counter stands. */
export interface Place {
  key: string | Fragment;
  start: number | Fragment;
}

/** Holds while none of the counters is full. */
export function allBelow(counters: readonly Counter[]): Guard {
  const below = counters.map(
    ({ key, start, most }) =>
      sql`COALESCE((SELECT count FROM counter WHERE key = ${key} AND start_at = ${start}), 0) < ${most}`,
  );
  return below.length === 0 ? sql`1 = 1` : join(below, " AND ");
}

/** Counts one more in each of the counters, which are different ones. */
export function count(counters: readonly Place[], guard: Guard): Statement[] {
  if (counters.length === 0) return [];
  const rows = counters.map(
    ({ key, start }) => sql`(CAST(${start} AS BIGINT), CAST(${key} AS TEXT))`,
  );
  return [
    sql`INSERT INTO counter (start_at, key, count)
      SELECT column1, column2, 1 FROM (VALUES ${join(rows)}) AS new WHERE ${guard}
      ON CONFLICT (start_at, key) DO UPDATE SET count = counter.count + 1`,
  ];
}

/** Which of the counters are full. */
export async function fullOf(database: Database, counters: readonly Counter[]): Promise<Counter[]> {
  const counts = await counted(database, counters);
  return counters.filter(({ most }, index) => (counts[index] ?? 0) >= most);
}

/** How often each of the counters has counted in its present stretch. */
export async function counted(database: Database, counters: readonly Counter[]): Promise<number[]> {
  const pieces = inPieces(counters, 2).map(async (some) => {
    const columns = some.map(
      (counter, index) => sql`COALESCE(${countOf(counter)}, 0) AS ${named(`count ${index}`)}`,
    );
    // A column for each in one row: two of them never need to be told apart by their keys.
    const [row = {}] = await database.read<Record<string, number>>(sql`SELECT ${join(columns)}`);
    return Object.values(row);
  });
  return (await Promise.all(pieces)).flat();
}

/** How often a counter has counted: a number in SQL, NULL when never. */
export function countOf({ key, start }: Place): Guard {
  return sql`(SELECT count FROM counter WHERE key = ${key} AND start_at = ${start})`;
}
