import type { Database } from "../../comments-service/store/sql/database.ts";
import { keptTables } from "../../comments-service/store/sql/kept-tables.ts";
import { named, sql } from "../../comments-service/store/sql/statement.ts";
import type { Tables } from "../../comments-service/store/sql/tables.ts";

/** All rows of a table, as the database has them. */
export function rowsOf<Table extends keyof Tables>(
  database: Database,
  table: Table,
): Promise<Tables[Table][]> {
  return database.read<Tables[Table]>(sql`SELECT * FROM ${named(table)}`);
}

/** Everything that the database holds, as one text. */
export async function dump(database: Database): Promise<string> {
  const tables = Object.keys(keptTables) as (keyof Tables)[];
  const all = await Promise.all(
    tables.map(async (table) => [table, await rowsOf(database, table)] as const),
  );
  return JSON.stringify(Object.fromEntries(all));
}
