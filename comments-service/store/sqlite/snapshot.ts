import { DatabaseSync } from "node:sqlite";
import { exportedTables } from "../kept-tables.ts";

/** A row with the name of its table. */
export type KeptRow = { kind: string } & Record<string, string | number | null>;

/**
 * Every row that an export holds, always in the same order, as they all stood at one moment: whatever is written meanwhile is not in it.
 * Rows come one at a time, so a large database takes no more memory than a small one.
 */
export function* rowsOfSnapshot(path: string): Generator<KeptRow> {
  const raw = new DatabaseSync(path, { readOnly: true });
  try {
    raw.exec("BEGIN");
    for (const [table, order] of exportedTables)
      for (const row of raw
        .prepare(`SELECT * FROM ${table} ORDER BY ${order.join(", ")}`)
        .iterate())
        // Our tables hold texts and integers only.
        yield { kind: table, ...(row as Record<string, string | number | null>) };
  } finally {
    raw.close();
  }
}
