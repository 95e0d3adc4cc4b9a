import { sql } from "kysely";
import type { Store } from "../store.ts";
import type { Database } from "./database.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";
import { allBelow, count, take, writeLetter, writeLetterTo } from "./taking.ts";

/** What readers write: comments, another letter for one, reports. */
export function posting(
  database: Database,
): Pick<Store, "solution" | "post" | "postAgain" | "report"> {
  const { db } = database;

  function writeProof(
    proof: { subject: string; tokenHash: string; expires: number },
    guard: Guard,
    now: number,
  ) {
    return insertWhere(
      db,
      "proof",
      {
        token_hash: proof.tokenHash,
        purpose: "confirm",
        comment: proof.subject,
        created_at: now,
        expires_at: proof.expires,
        used_at: null,
      },
      guard,
    );
  }

  return {
    async solution(id) {
      const row = await db
        .selectFrom("solution")
        .select(["body_hash", "subject"])
        .where("id", "=", id)
        .executeTakeFirst();
      return row === undefined ? null : { bodyHash: row.body_hash, subject: row.subject };
    },

    post: (entry, now) =>
      take(
        database,
        entry,
        (mine) => [
          insertWhere(
            db,
            "comment",
            {
              id: entry.subject,
              thread: entry.thread,
              state: "unconfirmed",
              number: null,
              reply_to: entry.replyTo,
              conversation: entry.conversation,
              name: entry.name,
              email: entry.email,
              text: entry.text,
              wording: entry.wording,
              asked_at: now,
              confirmed_at: null,
              published_at: null,
              edited_at: null,
            },
            mine,
          ),
          writeProof(entry, mine, now),
          ...writeLetterTo(database, entry.letter, entry.subject, mine, now),
        ],
        now,
      ),

    async postAgain(again, now) {
      const { subject, tokenHash, counters, letter } = again;
      const waiting = sql`EXISTS (SELECT 1 FROM comment WHERE id = ${subject} AND state = 'unconfirmed')`;
      const allowed = sql`${waiting} AND ${allBelow(counters)}`;
      const written = sql`EXISTS (SELECT 1 FROM proof WHERE token_hash = ${tokenHash})`;
      await database.atomic(
        [
          writeProof(again, allowed, now),
          ...counters.map((counter) => count(database, counter, written)),
          ...writeLetterTo(database, letter, subject, written, now),
        ],
        sql`SELECT 1`.compile(db),
      );
    },

    report: (entry, now) =>
      take(
        database,
        entry,
        (mine) => {
          const counted = sql`EXISTS (SELECT 1 FROM report WHERE id = ${entry.subject})`;
          return [
            insertWhere(
              db,
              "report",
              {
                id: entry.subject,
                comment: entry.comment,
                sender: entry.sender,
                mailbox: entry.mailbox,
                reason: entry.reason,
                message: entry.message,
                email: entry.email,
                created_at: now,
              },
              mine,
              sql`ON CONFLICT DO NOTHING`,
            ),
            ...entry.letters.map((letter) =>
              writeLetter(database, letter, entry.comment, counted, now),
            ),
          ];
        },
        now,
      ),
  };
}
