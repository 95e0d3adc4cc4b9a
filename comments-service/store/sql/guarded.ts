import { empty, join, raw, sql } from "./statement.ts";
import type { Value } from "./fragment.ts";
import type { Fragment } from "./statement.ts";
import type { Tables } from "./tables.ts";

/** A condition in SQL. */
export type Guard = Fragment;

/**
 * `INSERT … SELECT … WHERE guard`: the row is written only when the guard holds, which lets an act decide inside one list of
 * statements. A value is a parameter, or a piece of SQL.
 * @param onConflict what happens when the row is there already; without it the whole act fails.
 * @param from where the pieces among the values take theirs from, as `FROM …`.
 */
export function insertWhere<Table extends keyof Tables>(
  table: Table,
  row: { [Column in keyof Tables[Table]]: Tables[Table][Column] | Fragment },
  guard: Guard,
  onConflict: Fragment = empty,
  from: Fragment = empty,
): Fragment {
  // Tables hold texts, integers and nothing else.
  const values: (Value | Fragment)[] = Object.values(row);
  return sql`INSERT INTO ${placesOf(table, Object.keys(row))} SELECT ${join(values.map(typed))} ${from} WHERE ${guard} ${onConflict}`;
}

/** PostgreSQL does not infer the type of a parameter in a SELECT list. */
function typed(value: Value | Fragment): Fragment {
  if (value === null) return none;
  if (typeof value === "string") return sql`CAST(${value} AS TEXT)`;
  return typeof value === "number" ? sql`CAST(${value} AS BIGINT)` : value;
}

const none = raw("NULL");

/** The table and the columns that are written to. Names are compared, since to put them together takes longer than all the rest. */
function placesOf(table: string, columns: readonly string[]): Fragment {
  const last = lastPlaces.get(table);
  if (
    last?.columns.length === columns.length &&
    columns.every((column, index) => column === last.columns[index])
  )
    return last.places;
  const places = raw(`"${table}" (${columns.map((column) => `"${column}"`).join(", ")})`);
  lastPlaces.set(table, { columns, places });
  return places;
}

const lastPlaces = new Map<string, { columns: readonly string[]; places: Fragment }>();
