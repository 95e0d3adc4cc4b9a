import type { Counter } from "../../domain/rates.ts";
import { MOST_TRIES } from "../../domain/session.ts";
import type { Accounts } from "../accounts.ts";
import type { Database } from "./database.ts";
import { join, sql } from "./statement.ts";
import type { Statement } from "./statement.ts";
import { insertWhere } from "./guarded.ts";
import { allBelow, count, fullOf } from "./counting.ts";
import { writeLetter } from "./mailing.ts";

type Sessions = Pick<
  Accounts,
  "beginSignIn" | "finishSignIn" | "mailSession" | "session" | "endSession"
>;

/** Codes on their way, and the sessions that they open. */
export function sessions(database: Database): Sessions {
  const { db } = database;
  const nothing = sql`SELECT 1`;

  /** Whoever asks is counted whether or not a letter was written: else the cap, and the time of a write, would tell for whom one was. */
  function countAsked(counters: readonly Counter[], full: readonly Counter[]): Statement[] {
    const isTaken = sql`${full.length} = 0`;
    return count(counters, isTaken);
  }

  return {
    async beginSignIn(attempt, now) {
      const { idHash, counters, address, isAllowed, letter } = attempt;
      const full = await fullOf(database, counters);
      const allowed = sql`${isAllowed ? 1 : 0} = 1 AND ${allBelow([...counters, ...address])}`;
      const written = sql`EXISTS (SELECT 1 FROM attempt WHERE id_hash = ${idHash})`;
      await database.atomic(
        [
          insertWhere(
            "attempt",
            {
              id_hash: idHash,
              purpose: attempt.purpose,
              email: attempt.email,
              code_hash: attempt.codeHash,
              tries: 0,
              created_at: now,
              expires_at: attempt.expires,
              session: null,
            },
            allowed,
          ),
          ...count(address, written),
          writeLetter(letter, idHash, written, now),
          ...countAsked(counters, full),
        ],
        nothing,
      );
      return { full };
    },

    async finishSignIn({ idHash, codeHashes, tokenHash, expires }, now) {
      const rows = await database.atomic(
        [
          sql`UPDATE attempt SET tries = tries + 1, session = CASE WHEN code_hash IN (${join(codeHashes)}) THEN ${tokenHash} END
            WHERE id_hash = ${idHash} AND session IS NULL AND tries < ${MOST_TRIES} AND expires_at > ${now}`,
          sql`INSERT INTO session (token_hash, purpose, email, created_at, expires_at)
            SELECT session, purpose, email, CAST(${now} AS BIGINT), CAST(${expires} AS BIGINT) FROM attempt
            WHERE id_hash = ${idHash} AND session = ${tokenHash}`,
        ],
        db.selectFrom("session").select("email").where("token_hash", "=", tokenHash).compile(),
      );
      return rows[0]?.email ?? null;
    },

    async mailSession({ counters, letter, address, ...session }, now) {
      const full = await fullOf(database, counters);
      const written = sql`EXISTS (SELECT 1 FROM session WHERE token_hash = ${session.tokenHash})`;
      await database.atomic(
        [
          insertWhere(
            "session",
            {
              token_hash: session.tokenHash,
              purpose: session.purpose,
              email: session.email,
              created_at: now,
              expires_at: session.expires,
            },
            allBelow([...counters, ...address]),
          ),
          ...count(address, written),
          writeLetter(letter, session.tokenHash, written, now),
          ...countAsked(counters, full),
        ],
        nothing,
      );
      return { full };
    },

    async session(tokenHash, now) {
      const row = await db
        .selectFrom("session")
        .select("email")
        .where("token_hash", "=", tokenHash)
        .where("expires_at", ">", now)
        .executeTakeFirst();
      return row?.email ?? null;
    },

    async endSession(tokenHash) {
      const ended = db.deleteFrom("session").where("token_hash", "=", tokenHash);
      await database.atomic([ended.compile()], nothing);
    },
  };
}
