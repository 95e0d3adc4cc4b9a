import { sql } from "kysely";
import type { CompiledQuery, RawBuilder } from "kysely";
import type { Desk, RecordEntry, Signed } from "../desk.ts";
import type { Database } from "./database.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";

/** The record of all acts. Rows are only ever added: the database itself refuses anything else. */
export function recording({ db }: Database): Pick<Desk, "record"> {
  return {
    async record({ subject, batch }, most) {
      let query = db
        .selectFrom("record")
        .select(["id", "batch", "at", "who", "act", "subject", "was", "became", "why"])
        .select(
          sql<number>`CASE WHEN EXISTS (SELECT 1 FROM record later WHERE later.undoes = record.id) THEN 1 ELSE 0 END`.as(
            "undone",
          ),
        )
        .orderBy("at", "desc")
        .orderBy("id", "desc")
        .limit(most);
      if (subject !== undefined) query = query.where("subject", "=", subject);
      if (batch !== undefined) query = query.where("batch", "=", batch);
      const rows = await query.execute();
      return rows.map(({ undone, ...entry }): RecordEntry =>
        Object.assign(entry, { isUndone: undone === 1 }),
      );
    },
  };
}

/** Adds to the record when the guard holds; everything else of the act then asks `recorded`. */
export function writeRecord(
  { db }: Database,
  { id, batch, by, why }: Signed,
  entry: {
    act: string;
    subject: string;
    was: string | RawBuilder<string>;
    became: string | RawBuilder<string>;
    undoes?: string;
  },
  guard: Guard,
  now: number,
): CompiledQuery {
  const { undoes = null, ...rest } = entry;
  return insertWhere(db, "record", { id, batch, at: now, who: by, why, ...rest, undoes }, guard);
}

/** Holds when this very act was recorded. */
export function recorded({ id }: Signed): Guard {
  return sql`EXISTS (SELECT 1 FROM record WHERE id = ${id})`;
}
