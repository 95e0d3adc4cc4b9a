import { sql } from "kysely";
import type { CompiledQuery } from "kysely";
import type { CommentState } from "../../domain/comment.ts";
import type { Store } from "../store.ts";
import type { Database } from "./database.ts";
import { settleStatements } from "./settling.ts";
import { confirmSubscription } from "./writing.ts";
import { stateNow } from "./threads.ts";

/** What makes a comment appear or go by its writer's hand: the proof, and erasing. Whatever shows raises the thread's version. */
export function publishing(database: Database): Pick<Store, "proof" | "confirm" | "erase"> {
  const { db } = database;

  return {
    async proof(tokenHash) {
      const row = await db
        .selectFrom("proof")
        .innerJoin("comment", "comment.id", "proof.comment")
        .innerJoin("thread", "thread.id", "comment.thread")
        .where("token_hash", "=", tokenHash)
        .where("purpose", "=", "confirm")
        .select([
          "proof.comment",
          "expires_at",
          "used_at",
          "comment.state as comment_state",
          "number",
        ])
        .select(["thread.id", "thread.url", "thread.title", stateNow.as("state")])
        .executeTakeFirst();
      if (row === undefined) return null;
      return {
        comment: row.comment,
        expires: row.expires_at,
        used: row.used_at !== null,
        state: row.comment_state,
        number: row.number,
        thread: { id: row.id, url: row.url, title: row.title, state: row.state },
      };
    },

    async confirm({ tokenHash, comment, settlement }, now) {
      const mayAppear = sql`EXISTS (SELECT 1 FROM comment JOIN thread ON thread.id = comment.thread
        WHERE comment.id = ${comment} AND comment.state = 'unconfirmed' AND ${stateNow} = 'open')`;
      const isUsed = sql`EXISTS (SELECT 1 FROM proof
        WHERE token_hash = ${tokenHash} AND comment = ${comment} AND used_at IS NOT NULL)`;
      await database.atomic(
        [
          sql`UPDATE proof SET used_at = ${now} WHERE token_hash = ${tokenHash} AND comment = ${comment}
            AND purpose = 'confirm' AND used_at IS NULL AND expires_at > ${now} AND ${mayAppear}`.compile(
            db,
          ),
          ...settleStatements(
            database,
            comment,
            settlement,
            sql`state = 'unconfirmed' AND ${isUsed}`,
            now,
          ),
          confirmSubscription(database, comment, isUsed, now),
        ],
        sql`SELECT 1`.compile(db),
      );
    },

    erase: (comment) =>
      change(
        comment,
        ["unconfirmed", "held", "published", "hidden", "rejected"],
        sql`UPDATE comment SET state = 'erased', name = '', email = '', text = ''`,
        [
          db.deleteFrom("letter").where("subject", "=", comment).compile(),
          db.deleteFrom("subscription").where("comment", "=", comment).compile(),
        ],
      ),
  };

  async function change(
    comment: string,
    from: CommentState[],
    update: ReturnType<typeof sql>,
    beside: CompiledQuery[] = [],
  ): Promise<boolean> {
    const isOne = sql`id = ${comment} AND state IN (${sql.join(from)})`;
    const rows = await database.atomic(
      [
        sql`UPDATE thread SET version = version + 1 WHERE id = (SELECT thread FROM comment WHERE ${isOne})`.compile(
          db,
        ),
        ...beside,
      ],
      sql`${update} WHERE ${isOne} RETURNING id`.compile(db),
    );
    await database.emptyLog();
    return rows.length > 0;
  }
}
