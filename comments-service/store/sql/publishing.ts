import type { ListedThread } from "../../domain/thread-list.ts";
import { allBelow, count } from "./counting.ts";
import type { KeptProof, Proving } from "../port/settling.ts";
import type { Database } from "./database.ts";
import { eraseStatements } from "./erasing.ts";
import { join, sql } from "./statement.ts";
import { settleStatements, stillFits } from "./settling.ts";
import { confirmSubscription } from "./subscribing.ts";
import { closing, isOpen, stateNow } from "./threads.ts";

/** What makes a comment appear or go by its writer's hand: the proof, and erasing. Whatever shows raises the thread's version. */
export function publishing(database: Database): Proving {
  return {
    async proof(tokenHash) {
      const [row] = await database.read<
        Omit<KeptProof, "used" | "thread"> &
          Omit<ListedThread, "state" | "closes"> & {
            closes: number | null;
            usedAt: number | null;
            threadState: ListedThread["state"];
          }
      >(
        sql`SELECT proof.comment, expires_at AS expires, used_at AS "usedAt", comment.state, number, comment.name, comment.text,
          thread.id, thread.url, thread.title, ${stateNow} AS "threadState", closes_at AS closes
          FROM proof JOIN comment ON comment.id = proof.comment JOIN thread ON thread.id = comment.thread
          WHERE token_hash = ${tokenHash} AND purpose = 'confirm'`,
      );
      if (row === undefined) return null;
      const { usedAt, id, url, title, threadState: state, closes, ...proof } = row;
      const thread = closing({ id, url, title, state, closes });
      return { ...proof, used: usedAt !== null, thread };
    },

    async confirm({ tokenHash, comment, settlement, counters = [] }, now) {
      const mayAppear = sql`EXISTS (SELECT 1 FROM comment JOIN thread ON thread.id = comment.thread
        WHERE comment.id = ${comment} AND comment.state = 'unconfirmed' AND ${isOpen(now)})`;
      const isUsed = sql`EXISTS (SELECT 1 FROM proof
        WHERE token_hash = ${tokenHash} AND comment = ${comment} AND used_at IS NOT NULL)`;
      const rows = await database.atomic(
        [
          sql`UPDATE proof SET used_at = ${now} WHERE token_hash = ${tokenHash} AND comment = ${comment}
            AND purpose = 'confirm' AND used_at IS NULL AND expires_at > ${now} AND ${mayAppear} AND ${allBelow(counters)}
            AND ${stillFits(comment, settlement, now)}`,
          ...count(counters, sql`${mayAppear} AND ${isUsed}`),
          ...settleStatements(comment, settlement, sql`state = 'unconfirmed' AND ${isUsed}`, now),
          confirmSubscription(comment, isUsed, now),
        ],
        sql`SELECT 1 WHERE ${isUsed}`,
      );
      return rows.length > 0;
    },

    async erase(comment) {
      const statements = eraseStatements(sql`id = ${comment} AND state <> 'erased'`);
      const last = statements.splice(-1);
      const rows = await database.atomic(statements, sql`${join(last)} RETURNING id`);
      await database.forgetErased();
      return rows.length > 0;
    },
  };
}
