import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import { exportedTables } from "../kept-tables.ts";
import type { KeptRow } from "./snapshot.ts";

/**
 * Fills a new database with rows, in one transaction: all of them or none. A row has to have exactly the columns of its table.
 * @throws an error that says what is wrong with a row.
 */
export async function fillDatabase(path: string, rows: AsyncIterable<KeptRow>): Promise<void> {
  const raw = new DatabaseSync(path);
  const inserts = new Map<string, { columns: string[]; statement: StatementSync }>();
  try {
    raw.exec("BEGIN IMMEDIATE");
    for await (const { kind, ...row } of rows) {
      const known = inserts.get(kind) ?? insertOf(raw, kind);
      inserts.set(kind, known);
      const { columns, statement } = known;
      const given = Object.keys(row);
      if (given.length !== columns.length || !columns.every((column) => column in row))
        throw new Error(`a ${kind} has the fields ${columns.join(", ")}, not ${given.join(", ")}`);
      statement.run(...columns.map((column) => row[column] ?? null));
    }
    raw.exec("COMMIT");
  } finally {
    raw.close();
  }
}

function insertOf(raw: DatabaseSync, table: string) {
  if (!exportedTables.some(([name]) => name === table))
    throw new Error(`${JSON.stringify(table)} is no kind of row that an export holds`);
  const columns = raw
    .prepare(`SELECT name FROM pragma_table_info(?)`)
    .all(table)
    .map(({ name }) => String(name));
  const marks = columns.map(() => "?").join(", ");
  const statement = raw.prepare(`INSERT INTO ${table} (${columns.join(", ")}) VALUES (${marks})`);
  return { columns, statement };
}
