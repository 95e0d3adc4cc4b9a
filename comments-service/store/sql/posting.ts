import { sql } from "kysely";
import type { Store } from "../store.ts";
import type { Database } from "./database.ts";
import { insertWhere } from "./guarded.ts";
import { hideWhenReported } from "./reporting.ts";
import { writeActLink } from "./settling.ts";
import type { Guard } from "./guarded.ts";
import { settleStatements } from "./settling.ts";
import { allBelow, count, counted, take, waitTurn, writeLetter, writeLetterTo } from "./taking.ts";
import { confirmSubscription, writeComment } from "./writing.ts";

/** What readers write: comments, another letter for one, reports. */
export function posting(
  database: Database,
): Pick<
  Store,
  "counted" | "mayTry" | "solution" | "post" | "postSignedIn" | "postAgain" | "report"
> {
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
    counted: (counters) => counted(database, counters),

    async mayTry({ key, start, most }) {
      const counted = await database.atomic(
        [],
        sql`INSERT INTO counter (key, start_at, count) VALUES (${key}, ${start}, 1)
          ON CONFLICT (key, start_at) DO UPDATE SET count = counter.count + 1 WHERE counter.count < ${most}
          RETURNING count`.compile(db),
      );
      return counted.length > 0;
    },

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
          ...writeComment(database, entry, mine, now),
          writeProof(entry, mine, now),
          ...writeLetterTo(database, entry.letter, entry.subject, mine, now),
          ...waitTurn(database, [entry.letter], entry.queues, mine),
        ],
        now,
      ),

    postSignedIn: (entry, now) =>
      take(
        database,
        entry,
        (mine) => [
          ...writeComment(database, entry, mine, now),
          ...settleStatements(database, entry.subject, entry.settlement, mine, now),
          confirmSubscription(database, entry.subject, mine, now),
          ...waitTurn(database, [], entry.queues, mine),
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
                // Nobody has proven the address: a stranger's must not stand in the way of its owner's.
                mailbox: null,
                reason: entry.reason,
                message: entry.message,
                email: entry.email,
                created_at: now,
                settled_at: null,
              },
              sql`${mine} AND EXISTS (SELECT 1 FROM comment WHERE id = ${entry.comment} AND state = 'published')`,
              sql`ON CONFLICT DO NOTHING`,
            ),
            ...entry.letters.map((letter) =>
              writeLetter(database, letter, entry.comment, counted, now),
            ),
            ...waitTurn(database, entry.letters, entry.queues, counted),
            ...entry.actLinks.map((link) => writeActLink(database, link, counted, now)),
            ...hideWhenReported(database, entry, counted, now),
          ];
        },
        now,
      ),
  };
}
