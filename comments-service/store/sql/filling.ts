import { count } from "../../domain/count.ts";
import { Refused } from "../../domain/refused.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { everyRow, writeRows } from "./everything.ts";
import { exportedTables } from "./kept-tables.ts";
import { named, sql } from "./statement.ts";

/** What the service reads anew by itself, so that a database which holds nothing else counts as empty. */
const ofTheMagazine = new Set(["site", "thread"]);

/** @throws Refused when the database holds anything that an export would bring, but the magazine's list. */
export async function refuseUnlessEmpty(database: Database): Promise<void> {
  for (const [table] of exportedTables) {
    if (ofTheMagazine.has(table) || (await database.columnsOf(table)).length === 0) continue;
    const [row] = await database.read<{ rows: number }>(
      sql`SELECT count(*) AS rows FROM ${named(table)}`,
    );
    const rows = row?.rows ?? 0;
    if (rows > 0)
      throw new Refused(
        `the database holds ${table === "comment" ? count(rows, "comment") : `${count(rows, "row")} of ${table}`} already: an export goes into an empty database; nothing was changed`,
      );
  }
}

/**
 * Copies all that an export holds into an empty database of the same schema. Where that fails, what was written is taken back, but for the
 * record, which only ever grows and therefore comes last.
 */
export async function copyRows(from: Database, to: Database): Promise<void> {
  try {
    await writeAll(to, [sql`DELETE FROM thread`, sql`DELETE FROM site`]);
    await writeRows(to, everyRow(from));
  } catch (error) {
    const all = exportedTables.toReversed().map(([table]) => sql`DELETE FROM ${named(table)}`);
    await writeAll(to, all).catch(() => {
      throw new Refused("the import was broken off and has left a part: make the database anew", {
        cause: error,
      });
    });
    throw error;
  }
}
