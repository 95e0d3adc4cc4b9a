import { DAY, MINUTE } from "../../domain/times.ts";
import type { Settlement, Settling } from "../port/settling.ts";
import type { Database } from "./database.ts";
import { callDesk } from "./desk-mail.ts";
import { join, sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";
import type { Guard } from "./guarded.ts";
import { writeLetters } from "./mailing.ts";
import { writeRecord } from "./recording.ts";

const LATELY = 10 * MINUTE;

/** What the checks need to know. */
export function settling(database: Database): Settling {
  return {
    async checkFacts({ comment, thread, email, text, blockable }, now) {
      const own = ownBeside(comment, email);
      const rows = await database.read<Record<string, number | null>>(
        sql`SELECT (SELECT count(*) FROM block WHERE value IN (${join(blockable)})) AS blocked,
        (SELECT count(*) FROM comment WHERE ${own} AND state = 'published') AS published,
        ${latelyOf(own, now)} AS lately,
        ${sameText(comment, text, now)} AS same,
        (SELECT held FROM thread WHERE id = ${thread}) AS held`,
      );
      const [row = {}] = rows;
      const number = (name: string) => row[name] ?? 0;
      return {
        isBlocked: number("blocked") > 0,
        published: number("published"),
        lately: number("lately"),
        sameText: number("same"),
        threadHeld: number("held") === 1,
      };
    },
  };
}

function ownBeside(comment: string, email: string): Guard {
  return sql`lower(email) = lower(${email}) AND id <> ${comment}`;
}

function latelyOf(own: Guard, now: number): Fragment {
  return sql`(SELECT count(*) FROM comment WHERE ${own} AND confirmed_at > ${now - LATELY})`;
}

function sameText(comment: string, text: string, now: number): Fragment {
  return sql`(SELECT count(*) FROM comment WHERE asked_at > ${now - DAY} AND confirmed_at IS NOT NULL
    AND id <> ${comment} AND text = ${text})`;
}

/** Holds while what the checks have counted is no more than they let through. It belongs to the first statement of the act that settles. */
export function stillFits(comment: string, { room }: Settlement, now: number): Guard {
  if (!room) return sql`1 = 1`;
  const { email, text, lately, sameText: same } = room;
  const fits = [
    ...(lately === null ? [] : [sql`${latelyOf(ownBeside(comment, email), now)} <= ${lately}`]),
    ...(same === null ? [] : [sql`${sameText(comment, text, now)} <= ${same}`]),
  ];
  return fits.length === 0 ? sql`1 = 1` : join(fits, " AND ");
}

/**
 * What a settlement writes: `unconfirmed` or `published` becomes its state, with the number at the first publication, the badge, which author it is, the
 * reasons and the letters. To be put into the batch of the act that asks for it, behind the words.
 * @param guard holds when that act came about.
 */
export function settleStatements(
  comment: string,
  { id, state, heldFor, badge, author, letters, desk }: Settlement,
  guard: Guard,
  now: number,
): Statement[] {
  const isSettled = sql`EXISTS (SELECT 1 FROM comment WHERE id = ${comment} AND settlement = ${id})`;
  const publishedAt = state === "published" ? now : null;
  return [
    sql`UPDATE comment SET state = ${state}, settlement = ${id}, held_for = ${heldFor.join(" ")}, badge = ${badge}, author = ${author},
      confirmed_at = COALESCE(confirmed_at, ${now}), published_at = COALESCE(published_at, CAST(${publishedAt} AS BIGINT))
      WHERE id = ${comment} AND state IN ('unconfirmed', 'published') AND ${guard}`,
    ...(author === null ? [] : nameEarlier(author, comment, isSettled)),
    // Whoever has a number already shows, or has just gone.
    sql`UPDATE thread SET version = version + 1
      WHERE id = (SELECT thread FROM comment WHERE id = ${comment} AND settlement = ${id} AND number IS NOT NULL)`,
    ...giveNumber(comment),
    ...(state === "held"
      ? [
          writeRecord(
            { id, batch: id, by: "checks", why: heldFor.join(" ") },
            { act: "hold", subject: comment, was: "", became: "held" },
            isSettled,
            now,
          ),
        ]
      : []),
    ...writeLetters(letters, comment, isSettled, now),
    ...callDesk(desk, isSettled, now),
  ];
}

/** What the writer of a comment wrote as an author before the settings told which one, or by another name, is this author's as well. */
function nameEarlier(author: string, comment: string, isSettled: Guard): Statement[] {
  const earlier = sql`lower(email) = (SELECT lower(own.email) FROM comment AS own WHERE own.id = ${comment})
    AND badge = 'author' AND COALESCE(author, '') <> ${author} AND ${isSettled}`;
  return [
    sql`UPDATE thread SET version = version + 1 WHERE id IN (SELECT thread FROM comment WHERE ${earlier})`,
    sql`UPDATE comment SET author = ${author} WHERE ${earlier}`,
  ];
}

/**
 * The number of a comment that has just become published: the thread's count first, then the comment's, both only while it has
 * none. In this order parallel confirmations leave no gap on any of the databases.
 */
export function giveNumber(comment: string): Statement[] {
  const lastNumber = sql`(SELECT last_number FROM thread WHERE thread.id = comment.thread)`;
  return [
    sql`UPDATE thread SET last_number = last_number + 1, version = version + 1
      WHERE id = (SELECT thread FROM comment WHERE id = ${comment} AND state = 'published' AND number IS NULL)`,
    sql`UPDATE comment SET number = ${lastNumber}, conversation = COALESCE(conversation, ${lastNumber})
      WHERE id = ${comment} AND state = 'published' AND number IS NULL`,
  ];
}
