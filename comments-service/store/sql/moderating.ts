import { commentActs, transitions } from "../../domain/moderation.ts";
import { MINUTE } from "../../domain/times.ts";
import type { Desk, Moderation } from "../port/desk.ts";
import type { Database } from "./database.ts";
import { eraseStatements } from "./erasing.ts";
import { join, sql } from "./statement.ts";
import type { Statement } from "./statement.ts";
import type { Guard } from "./guarded.ts";
import { decisionsSince, isUndone, recorded, writeRecord } from "./recording.ts";
import { writeLetters } from "./mailing.ts";
import { giveNumber } from "./settling.ts";

const LETTERS_WAIT = 2 * MINUTE;

/** The moderators' acts on comments, each with its entry in the record. */
export function moderating(database: Database): Pick<Desk, "moderate"> {
  return {
    async moderate(act, now) {
      const rows = await database.atomic(
        moderateStatements(act, now),
        sql`SELECT 1 FROM record WHERE id = ${act.id}`,
      );
      if (act.act === "erase") await database.forgetErased();
      return rows.length > 0;
    },
  };
}

/**
 * All of one act: the record first, and only when the comment is in a state for it; then what the act is.
 * @param guard holds when the act that it is a part of came about.
 */
export function moderateStatements(
  moderation: Moderation,
  now: number,
  guard: Guard = sql`1 = 1`,
): Statement[] {
  const { act, comment, letters, lastEditRead } = moderation;
  const { from, to } = transitions[act];
  const isRecorded = recorded(moderation);
  const isAsRead =
    lastEditRead === undefined ? sql`1 = 1` : sql`COALESCE(edited_at, 0) = ${lastEditRead}`;
  const isOne = sql`id = ${comment} AND ${isRecorded}`;
  const statements =
    act === "erase"
      ? eraseStatements(isOne)
      : [
          sql`UPDATE comment SET state = ${to} WHERE ${isOne}`,
          sql`UPDATE comment SET published_at = COALESCE(published_at, ${now})
            WHERE state = 'published' AND ${isOne}`,
          sql`UPDATE thread SET version = version + 1
            WHERE id = (SELECT thread FROM comment WHERE number IS NOT NULL AND ${isOne})`,
          ...giveNumber(comment),
        ];
  return [
    writeRecord(
      moderation,
      {
        act,
        subject: comment,
        was: sql`(SELECT state FROM comment WHERE id = ${comment})`,
        became: to,
      },
      sql`EXISTS (SELECT 1 FROM comment WHERE id = ${comment} AND state IN (${join([...from])}) AND ${isAsRead}) AND ${isUndecided(moderation)} AND ${guard}`,
      now,
    ),
    ...statements,
    sql`UPDATE report SET settled_at = ${now}, settled_by = ${moderation.id} WHERE comment = ${comment} AND settled_at IS NULL AND ${isRecorded}`,
    ...writeLetters(letters, comment, isRecorded, now),
    // They wait a little, so that an act that is taken back at once tells nobody anything.
    sql`UPDATE letter SET due_at = CASE WHEN due_at < ${now + LETTERS_WAIT} THEN ${now + LETTERS_WAIT} ELSE due_at END
      WHERE subject = ${comment} AND created_at = ${now} AND sent_at IS NULL AND ${isRecorded}`,
  ];
}

/** Holds while nobody has decided on the comment since the link was written, or no colleague since the moderator read it. */
function isUndecided({ comment, by, readAt, link }: Moderation): Guard {
  if (link !== undefined)
    return sql`EXISTS (SELECT 1 FROM act_link WHERE token_hash = ${link}
        AND NOT EXISTS (SELECT 1 FROM ${decisionsSince(sql`act_link.comment`, sql`act_link.created_at`)}))`;
  return readAt === undefined
    ? sql`1 = 1`
    : sql`NOT EXISTS (SELECT 1 FROM record WHERE subject = ${comment} AND at >= ${readAt} AND act IN (${join([...commentActs])})
        AND who NOT IN (${by}, 'checks', 'reports') AND NOT ${isUndone})`;
}
