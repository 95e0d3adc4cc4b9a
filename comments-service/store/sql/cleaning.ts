import { sql } from "kysely";
import type { Store } from "../store.ts";
import type { Database } from "./database.ts";

/** Deletes what has had its time, a few rows of each kind at once, so that no reader waits for a long lock. */
export function cleaning(database: Database): Pick<Store, "clean"> {
  const { db } = database;
  return {
    async clean({ unconfirmed, proofs, senders, reports, letters }, most) {
      const comments = sql`(SELECT id FROM comment WHERE number IS NULL AND state IN ('unconfirmed', 'erased')
        AND asked_at < ${unconfirmed} ORDER BY asked_at, id LIMIT ${most})`;
      const oldest = (table: string, key: string, time: string, before: number) =>
        sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(key)} IN
          (SELECT ${sql.ref(key)} FROM ${sql.table(table)} WHERE ${sql.ref(time)} < ${before} LIMIT ${most})`;
      const statements = [
        sql`DELETE FROM letter WHERE subject IN ${comments}`,
        sql`DELETE FROM proof WHERE comment IN ${comments}`,
        sql`DELETE FROM report WHERE comment IN ${comments}`,
        sql`DELETE FROM comment WHERE id IN ${comments}`,
        oldest("solution", "id", "created_at", unconfirmed),
        oldest("proof", "token_hash", "created_at", proofs),
        oldest("counter", "key", "start_at", senders),
        oldest("report", "id", "created_at", reports),
        oldest("letter", "id", "created_at", letters),
        sql`DELETE FROM secret_key WHERE name LIKE 'day %' AND created_at < ${senders}`,
      ];
      await database.atomic(
        statements.map((statement) => statement.compile(db)),
        sql`SELECT 1`.compile(db),
      );
    },
  };
}
