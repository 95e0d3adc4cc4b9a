import type { Guard } from "./guarded.ts";
import { sql } from "./statement.ts";
import type { Statement } from "./statement.ts";

/**
 * Erases comments, by whatever way it was asked for. What was written goes, what the checks made of it, and the letters and wishes that hang
 * on it. The empty row stays with its number and its times, and tells a restore what is to go again; proofs stay, which name nobody, so that
 * a mailed link says that the comment is gone.
 * @param which holds for the rows of `comment` that are to be erased, until the last statement changes them.
 */
export function eraseStatements(which: Guard): [...Statement[], Statement] {
  const ids = sql`(SELECT id FROM comment WHERE ${which})`;
  return [
    sql`UPDATE thread SET version = version + 1
      WHERE id IN (SELECT thread FROM comment WHERE ${which} AND number IS NOT NULL)`,
    sql`DELETE FROM letter WHERE subject IN ${ids}`,
    sql`DELETE FROM subscription WHERE comment IN ${ids}`,
    ...forgetNotes(ids),
    sql`UPDATE comment SET state = 'erased', name = '', email = '', text = '', held_for = '', badge = NULL, author = NULL, recommended_at = NULL,
      trap = 0, took = NULL WHERE ${which}`,
  ];
}

/** Notes go with the comments that they are about, and those about a writer with the last comment of the address. @param ids of comments. */
export function forgetNotes(ids: Guard): Statement[] {
  return [
    sql`DELETE FROM note WHERE comment IN ${ids}`,
    sql`DELETE FROM note WHERE lower(email) IN (SELECT lower(email) FROM comment WHERE id IN ${ids})
      AND NOT EXISTS (SELECT 1 FROM comment AS other WHERE lower(other.email) = lower(note.email) AND other.id NOT IN ${ids})`,
  ];
}
