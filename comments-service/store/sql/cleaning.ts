import type { Store } from "../port/store.ts";
import type { Database } from "./database.ts";
import { join, named, sql } from "./statement.ts";

/** Deletes what has had its time, or empties it where it is counted still; a few rows of each kind at once, so that no reader waits for a long lock. */
export function cleaning(database: Database): Pick<Store, "clean"> {
  return {
    async clean(before, most) {
      // Of an erased comment that was confirmed the empty row stays: it tells a restore that the words in the backup are to go.
      // One state at a time, so that the index gives the oldest without sorting all that wait.
      const old = (state: string, limit: number) =>
        sql`SELECT id FROM comment WHERE state = ${state} AND number IS NULL AND asked_at < ${before.unconfirmed}
          AND confirmed_at IS NULL AND NOT (state = 'unconfirmed' AND EXISTS (SELECT 1 FROM proof WHERE comment = comment.id AND expires_at > ${before.links}))
          ORDER BY asked_at, id LIMIT ${limit}`;
      const dueComments = (state: string) => [
        sql`DELETE FROM letter WHERE subject IN (${old(state, most)})`,
        sql`DELETE FROM proof WHERE comment IN (${old(state, most)})`,
        sql`DELETE FROM report WHERE comment IN (${old(state, most)})`,
        sql`DELETE FROM subscription WHERE comment IN (${old(state, most)})`,
        sql`DELETE FROM comment WHERE id IN (${old(state, most)})`,
      ];
      // No word and nobody is left in them. That there was a report or a notice, when, and what became of it, is counted still.
      const reports = (limit: number) =>
        sql`SELECT id FROM report WHERE created_at < ${before.reports} AND sender <> id ORDER BY created_at, id LIMIT ${limit}`;
      const decided = sql`(SELECT id FROM notice WHERE decided_at < ${before.notices} AND reason <> ''
        AND NOT EXISTS (SELECT 1 FROM objection WHERE notice = notice.id AND settled_at IS NULL) ORDER BY decided_at, id LIMIT ${most})`;
      const oldest = (table: string, key: string, time: string, end: number) =>
        sql`DELETE FROM ${named(table)} WHERE ${named(key)} IN
          (SELECT ${named(key)} FROM ${named(table)} WHERE ${named(time)} < ${end} LIMIT ${most})`;
      const statements = [
        ...dueComments("unconfirmed"),
        ...dueComments("erased"),
        oldest("solution", "id", "created_at", before.unconfirmed),
        oldest("proof", "token_hash", "created_at", before.proofs),
        // By both: a key counts anew in each stretch of time.
        sql`DELETE FROM counter WHERE (start_at, key) IN
          (SELECT start_at, key FROM counter WHERE start_at < ${before.senders} ORDER BY start_at, key LIMIT ${most})`,
        sql`UPDATE report SET sender = id, mailbox = NULL, message = '', email = NULL WHERE id IN (${reports(most)})`,
        oldest("attempt", "id_hash", "expires_at", before.sessions),
        oldest("session", "token_hash", "expires_at", before.sessions),
        oldest("subscription", "id", "ended_at", before.subscriptions),
        oldest("act_link", "token_hash", "expires_at", before.actLinks),
        sql`UPDATE objection SET text = '' WHERE notice IN ${decided}`,
        sql`UPDATE notice SET name = '', email = '', reason = '', grounds = '', token_hash = NULL, writer_token_hash = NULL WHERE id IN ${decided}`,
        oldest("letter", "id", "created_at", before.letters),
        sql`DELETE FROM secret_key WHERE name LIKE 'day %' AND created_at < ${before.senders}`,
      ];
      const isLeft = (table: string, time: string, end: number) =>
        sql`EXISTS (SELECT 1 FROM ${named(table)} WHERE ${named(time)} < ${end})`;
      const left = [
        sql`EXISTS (${old("unconfirmed", 1)})`,
        sql`EXISTS (${old("erased", 1)})`,
        isLeft("solution", "created_at", before.unconfirmed),
        isLeft("proof", "created_at", before.proofs),
        isLeft("counter", "start_at", before.senders),
        sql`EXISTS (${reports(1)})`,
        isLeft("letter", "created_at", before.letters),
      ];
      const rows = await database.atomic(statements, sql`SELECT 1 WHERE ${join(left, " OR ")}`);
      // At the end also for an erasure that could not empty it, because somebody was reading.
      return rows.length > 0 || !(await database.forgetErased());
    },
  };
}
