import { sql } from "kysely";
import type { CompiledQuery, Kysely, RawBuilder } from "kysely";
import type { Tables } from "./tables.ts";

/** A condition in SQL. */
export type Guard = RawBuilder<unknown>;

/**
 * `INSERT … SELECT … WHERE guard`: the row is written only when the guard holds, which lets an act decide inside one list of
 * statements. A value is a parameter, or a piece of SQL.
 * @param onConflict what happens when the row is there already; without it the whole act fails.
 */
export function insertWhere<Table extends keyof Tables>(
  db: Kysely<Tables>,
  table: Table,
  row: {
    [Column in keyof Tables[Table]]: Tables[Table][Column] | RawBuilder<Tables[Table][Column]>;
  },
  guard: Guard,
  onConflict: RawBuilder<unknown> = sql``,
): CompiledQuery {
  const columns = Object.keys(row).map((column) => sql.ref(column));
  const values = Object.values(row).map((value) => parameter(value));
  return sql`INSERT INTO ${sql.table(table)} (${sql.join(columns)}) SELECT ${sql.join(values)} WHERE ${guard} ${onConflict}`.compile(
    db,
  );
}

/** PostgreSQL does not infer the type of a parameter in a SELECT list. */
function parameter(value: unknown): RawBuilder<unknown> {
  if (typeof value === "string") return sql`CAST(${value} AS TEXT)`;
  if (typeof value === "number") return sql`CAST(${value} AS BIGINT)`;
  if (value === null) return sql`NULL`;
  // Anything else is a piece of SQL, by the type of `insertWhere`.
  return value as RawBuilder<unknown>;
}
