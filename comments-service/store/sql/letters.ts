import { DAY } from "../../domain/times.ts";
import { NOBODY } from "../port/letters.ts";
import type { Letters, WaitingLetter } from "../port/letters.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { sql } from "./statement.ts";

const AHEAD = 3 * DAY;

/** The outbox: letters that wait to be sent. */
export function letters(database: Database): Letters {
  return {
    claimLetters: (most, now, until) => {
      // Such times were written while the clock was ahead: nothing is claimed for so long.
      const free = sql`sent_at IS NULL AND given_up_at IS NULL AND (claimed_until <= ${now} OR claimed_until > ${now + AHEAD})
        AND (due_at <= ${now} OR created_at > ${now + AHEAD})
        AND (is_notification = 0 OR EXISTS (SELECT 1 FROM comment WHERE id = letter.subject AND state = 'published'))`;
      return database.atomic(
        [],
        sql`UPDATE letter SET claimed_until = ${until}, attempts = attempts + 1
          WHERE id IN (SELECT id FROM letter WHERE ${free} ORDER BY due_at LIMIT ${most})
          RETURNING id, subject, sealed, attempts, created_at AS created, expires_at AS expires`,
      );
    },

    letterSent: (id, now) =>
      writeAll(database, [
        sql`UPDATE letter SET sent_at = ${now}, sealed = '', recipient = NULL WHERE id = ${id}`,
      ]),

    letterFailed(id, due, now) {
      const next =
        due === null
          ? sql`given_up_at = ${now}, sealed = '', recipient = NULL`
          : sql`due_at = ${due}, claimed_until = 0`;
      return writeAll(database, [sql`UPDATE letter SET ${next} WHERE id = ${id}`]);
    },

    letters: (most) =>
      // A letter to the desk that waits tells the newest of all.
      database.read<WaitingLetter>(
        sql`SELECT id, subject, sealed, attempts, created_at AS created, expires_at AS expires FROM letter
          WHERE expires_at IS NULL OR expires_at <> ${NOBODY}
          ORDER BY CASE WHEN subject LIKE 'desk %' AND sent_at IS NULL THEN 0 ELSE 1 END, created_at DESC LIMIT ${most}`,
      ),
  };
}
