import { MOST_TRIES } from "../../domain/session.ts";
import type { Accounts, Asked, LetterAsked } from "../port/accounts.ts";
import { NOBODY } from "../port/letters.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { join, named, sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";
import { allBelow, fullOf } from "./counting.ts";
import { newLetter } from "./mailing.ts";
import { countAsked, mayGo } from "./sharing.ts";

type Sessions = Pick<
  Accounts,
  "beginSignIn" | "finishSignIn" | "mailSession" | "session" | "endSession"
>;

/** Codes on their way, and the sessions that they open. */
export function sessions(database: Database): Sessions {
  /**
   * An attempt or a session, the letter with what opens it, and what counts both. All of it is written for every address: only what has no
   * end yet can be opened, and only its letter goes to somebody.
   * @param row writes what is asked for, given its end and what holds when the sender may ask.
   */
  async function ask(
    { counters, queues, letter }: LetterAsked,
    row: {
      table: "attempt" | "session";
      key: "id_hash" | "token_hash";
      id: string;
      /** Until when it works. */
      expires: number;
      isAllowed: boolean;
      write: (expires: Fragment, guard: Guard) => Statement;
    },
    now: number,
  ): Promise<Asked> {
    const own = (what: Fragment) =>
      sql`(SELECT ${what} FROM ${named(row.table)} WHERE ${named(row.key)} = ${row.id})`;
    const isTaken = sql`EXISTS ${own(sql`1`)}`;
    const goes = sql`${row.isAllowed ? 1 : 0} = 1 AND ${mayGo(letter.share, queues)}`;
    const rows = await database.atomic(
      [
        row.write(
          sql`CASE WHEN ${goes} THEN CAST(${row.expires} AS BIGINT) ELSE ${NOBODY} END`,
          allBelow(counters),
        ),
        insertWhere(
          "letter",
          {
            ...newLetter(letter, row.id, now),
            due_at: now,
            expires_at: own(sql`CASE WHEN expires_at = ${NOBODY} THEN expires_at END`),
          },
          isTaken,
        ),
        ...countAsked(
          letter.share,
          [...counters, ...queues],
          sql`${own(sql`expires_at`)} = ${NOBODY}`,
          isTaken,
        ),
      ],
      sql`SELECT 1 WHERE ${isTaken}`,
    );
    return rows.length > 0
      ? { state: "taken" }
      : { state: "limited", full: await fullOf(database, counters) };
  }

  return {
    beginSignIn(attempt, now) {
      const { idHash, purpose, email, codeHash, expires, isAllowed } = attempt;
      const write = (expires_at: Fragment, guard: Guard) =>
        insertWhere(
          "attempt",
          {
            id_hash: idHash,
            purpose,
            email,
            code_hash: codeHash,
            tries: 0,
            created_at: now,
            expires_at,
            session: null,
          },
          guard,
        );
      const row = {
        table: "attempt",
        key: "id_hash",
        id: idHash,
        expires,
        isAllowed,
        write,
      } as const;
      return ask(attempt, row, now);
    },

    async finishSignIn({ idHash, codeHashes, tokenHash, expires }, now) {
      const rows = await database.atomic<{ email: string }>(
        [
          sql`UPDATE attempt SET tries = tries + 1, session = CASE WHEN code_hash IN (${join(codeHashes)}) THEN ${tokenHash} END
            WHERE id_hash = ${idHash} AND session IS NULL AND tries < ${MOST_TRIES} AND expires_at > ${now}`,
          sql`INSERT INTO session (token_hash, purpose, email, created_at, expires_at)
            SELECT session, purpose, email, CAST(${now} AS BIGINT), CAST(${expires} AS BIGINT) FROM attempt
            WHERE id_hash = ${idHash} AND session = ${tokenHash}`,
        ],
        sql`SELECT email FROM session WHERE token_hash = ${tokenHash}`,
      );
      return rows[0]?.email ?? null;
    },

    mailSession(session, now) {
      const { tokenHash, purpose, email, expires } = session;
      const write = (expires_at: Fragment, guard: Guard) =>
        insertWhere(
          "session",
          { token_hash: tokenHash, purpose, email, created_at: now, expires_at },
          guard,
        );
      const row = { table: "session", key: "token_hash", id: tokenHash, expires, write } as const;
      return ask(session, { ...row, isAllowed: true }, now);
    },

    async session(tokenHash, now) {
      const [row] = await database.read<{ email: string }>(
        sql`SELECT email FROM session WHERE token_hash = ${tokenHash} AND expires_at > ${now}`,
      );
      return row?.email ?? null;
    },

    endSession: (tokenHash) =>
      writeAll(database, [sql`DELETE FROM session WHERE token_hash = ${tokenHash}`]),
  };
}
