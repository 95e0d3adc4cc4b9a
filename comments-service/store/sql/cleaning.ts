import type { Store } from "../port/store.ts";
import type { Database } from "./database.ts";
import { join, named, sql } from "./statement.ts";

/** Deletes what has had its time, a few rows of each kind at once, so that no reader waits for a long lock. */
export function cleaning(database: Database): Pick<Store, "clean"> {
  return {
    async clean(
      {
        unconfirmed,
        links,
        proofs,
        senders,
        reports,
        sessions,
        subscriptions,
        actLinks,
        notices,
        letters,
      },
      most,
    ) {
      // Of an erased comment that was confirmed the empty row stays: it tells a restore that the words in the backup are to go.
      // One state at a time, so that the index gives the oldest without sorting all that wait.
      const old = (state: string, limit: number) =>
        sql`SELECT id FROM comment WHERE state = ${state} AND number IS NULL AND asked_at < ${unconfirmed}
          AND confirmed_at IS NULL AND NOT (state = 'unconfirmed' AND EXISTS (SELECT 1 FROM proof WHERE comment = comment.id AND expires_at > ${links}))
          ORDER BY asked_at, id LIMIT ${limit}`;
      const dueComments = (state: string) => [
        sql`DELETE FROM letter WHERE subject IN (${old(state, most)})`,
        sql`DELETE FROM proof WHERE comment IN (${old(state, most)})`,
        sql`DELETE FROM report WHERE comment IN (${old(state, most)})`,
        sql`DELETE FROM subscription WHERE comment IN (${old(state, most)})`,
        sql`DELETE FROM comment WHERE id IN (${old(state, most)})`,
      ];
      const decided = sql`(SELECT id FROM notice WHERE decided_at < ${notices}
        AND NOT EXISTS (SELECT 1 FROM objection WHERE notice = notice.id AND settled_at IS NULL) ORDER BY decided_at, id LIMIT ${most})`;
      const oldest = (table: string, key: string, time: string, before: number) =>
        sql`DELETE FROM ${named(table)} WHERE ${named(key)} IN
          (SELECT ${named(key)} FROM ${named(table)} WHERE ${named(time)} < ${before} LIMIT ${most})`;
      const statements = [
        ...dueComments("unconfirmed"),
        ...dueComments("erased"),
        oldest("solution", "id", "created_at", unconfirmed),
        oldest("proof", "token_hash", "created_at", proofs),
        // By both: a key counts anew in each stretch of time.
        sql`DELETE FROM counter WHERE (start_at, key) IN
          (SELECT start_at, key FROM counter WHERE start_at < ${senders} ORDER BY start_at, key LIMIT ${most})`,
        oldest("report", "id", "created_at", reports),
        oldest("attempt", "id_hash", "expires_at", sessions),
        oldest("session", "token_hash", "expires_at", sessions),
        oldest("subscription", "id", "ended_at", subscriptions),
        oldest("act_link", "token_hash", "expires_at", actLinks),
        sql`DELETE FROM objection WHERE notice IN ${decided}`,
        sql`DELETE FROM notice WHERE id IN ${decided}`,
        oldest("letter", "id", "created_at", letters),
        sql`DELETE FROM secret_key WHERE name LIKE 'day %' AND created_at < ${senders}`,
      ];
      const isLeft = (table: string, time: string, before: number) =>
        sql`EXISTS (SELECT 1 FROM ${named(table)} WHERE ${named(time)} < ${before})`;
      const left = [
        sql`EXISTS (${old("unconfirmed", 1)})`,
        sql`EXISTS (${old("erased", 1)})`,
        isLeft("solution", "created_at", unconfirmed),
        isLeft("proof", "created_at", proofs),
        isLeft("counter", "start_at", senders),
        isLeft("report", "created_at", reports),
        isLeft("letter", "created_at", letters),
      ];
      const rows = await database.atomic(statements, sql`SELECT 1 WHERE ${join(left, " OR ")}`);
      // At the end also for an erasure that could not empty it, because somebody was reading.
      return rows.length > 0 || !(await database.forgetErased());
    },
  };
}
