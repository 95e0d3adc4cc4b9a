import type { Database } from "../../comments-service/store/sql/database.ts";
import { named, sql } from "../../comments-service/store/sql/statement.ts";
import type { Tables } from "../../comments-service/store/sql/tables.ts";

/** All rows of a table, as the database has them. */
export function rowsOf<Table extends keyof Tables>(
  database: Database,
  table: Table,
): Promise<Tables[Table][]> {
  return database.read<Tables[Table]>(sql`SELECT * FROM ${named(table)}`);
}
