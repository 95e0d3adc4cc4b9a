import type { Desk } from "../port/desk.ts";
import type { Database } from "./database.ts";
import { recorded, writeRecord } from "./recording.ts";
import { sql } from "./statement.ts";

/** Recommending comments, with its entries in the record. */
export function recommending(database: Database): Pick<Desk, "recommend"> {
  return {
    async recommend(recommendation, now) {
      const { id, act, comment, lastEditRead } = recommendation;
      const isNew = act === "recommend";
      const since = isNew ? now : null;
      const fits = isNew
        ? sql`recommended_at IS NULL AND COALESCE(edited_at, 0) = ${lastEditRead}`
        : sql`recommended_at IS NOT NULL`;
      const isOne = sql`id = ${comment} AND ${recorded(recommendation)}`;
      const rows = await database.atomic(
        [
          writeRecord(
            recommendation,
            { act, subject: comment, was: isNew ? "0" : "1", became: isNew ? "1" : "0" },
            sql`EXISTS (SELECT 1 FROM comment WHERE id = ${comment} AND state = 'published' AND ${fits})`,
            now,
          ),
          sql`UPDATE comment SET recommended_at = CAST(${since} AS BIGINT) WHERE ${isOne}`,
          sql`UPDATE thread SET version = version + 1 WHERE id = (SELECT thread FROM comment WHERE ${isOne})`,
        ],
        sql`SELECT 1 FROM record WHERE id = ${id}`,
      );
      return rows.length > 0;
    },
  };
}
