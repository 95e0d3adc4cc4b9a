import { migrations } from "../../store/migrations/migrations.ts";
import type { Database } from "../../store/sql/database.ts";
import { everyRow } from "../../store/sql/everything.ts";

const PIECE = 65_536;

/**
 * The lines of an export: a head with the schema's version, one line for each row (`kind` names its table, which docs/data-model.md
 * describes), and an end that counts them, so that a file which was cut off is noticed. The same database gives the same bytes.
 * @returns pieces of some length each.
 */
export async function* exportLines(database: Database): AsyncGenerator<string> {
  let piece = `${JSON.stringify({ kind: "kolumne", schema: migrations.length })}\n`;
  let rows = 0;
  for await (const row of everyRow(database)) {
    piece += `${JSON.stringify(row)}\n`;
    rows += 1;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}${JSON.stringify({ kind: "end", rows })}\n`;
}
