import { DAY } from "../../domain/times.ts";
import type { DeskCall } from "../port/letters.ts";
import type { DeskMail, DeskNews, Gathered } from "../port/desk-mail.ts";
import type { NewActLink } from "../port/desk.ts";
import type { Party } from "../port/notices.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { insertWhere } from "./guarded.ts";
import type { Guard } from "./guarded.ts";
import { latest, newLetter } from "./mailing.ts";
import { empty, sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";

// What is further ahead was written while the clock was wrong.
const AHEAD = 2 * DAY;

interface NewsRow {
  what: DeskNews["what"];
  about: string;
  party: Party | null;
  at: number;
}

/** What letters to the desk are made from, and what keeps them few. */
export function deskMail(database: Database): DeskMail {
  return {
    async deskNews(since, most) {
      const news = newsSince(since);
      const rows = await database.read<NewsRow>(
        sql`SELECT what, about, party, at FROM (${news}) AS news
          ORDER BY CASE WHEN what = 'notice' THEN 0 ELSE 1 END, at DESC, about DESC LIMIT ${most}`,
      );
      const [all] = await database.read<{ count: number }>(
        sql`SELECT count(*) AS count FROM (${news}) AS news`,
      );
      const entries = rows.map(({ what, about, party, at }): DeskNews =>
        what === "notice" ? { what, notice: about, party, at } : { what, comment: about, at },
      );
      return { entries, count: all?.count ?? 0 };
    },

    async gather({ id, subject }, day, now) {
      const waits = sql`subject = ${subject} AND sent_at IS NULL AND given_up_at IS NULL`;
      const [gathered] = await database.atomic<Gathered>(
        [
          sql`UPDATE letter SET created_at = (SELECT MIN(created_at) FROM letter WHERE ${waits}) WHERE id = ${id} AND ${waits}`,
          sql`UPDATE letter SET given_up_at = ${now}, sealed = '' WHERE ${waits} AND id <> ${id} AND claimed_until <= ${now}`,
        ],
        sql`SELECT created_at AS since,
          (SELECT count(*) FROM letter WHERE subject = ${subject} AND id <> ${id} AND sent_at >= ${day}) AS sent
          FROM letter WHERE id = ${id}`,
      );
      return gathered ?? { since: now, sent: 0 };
    },

    async keepActLinks(links, now) {
      if (links.length === 0) return;
      const statements = links.map((link) => writeActLink(link, now));
      await writeAll(database, statements);
    },
  };
}

/**
 * Asks for letters to moderators, in the batch of what they are about. Where one waits for the moderator already, it will tell of this too:
 * nothing is written. Else one is due at once, or a pause after the last one, or on the day after when this one has had its number.
 */
export function callDesk(calls: readonly DeskCall[], guard: Guard, now: number): Statement[] {
  return calls.flatMap((call) => {
    const { subject } = call;
    // One that is under way has been printed: what comes now it does not tell.
    const waits = sql`subject = ${subject} AND sent_at IS NULL AND given_up_at IS NULL
      AND (claimed_until <= ${now} OR claimed_until > ${now + AHEAD})`;
    const row = { ...newLetter(call, subject, now), due_at: sql`due` };
    return [
      // Another process may have a clock that is a little ahead; the letter tells what has come since it was asked for.
      sql`UPDATE letter SET created_at = ${now} WHERE ${waits} AND created_at > ${now} AND ${guard}`,
      insertWhere(
        "letter",
        row,
        sql`${guard} AND NOT EXISTS (SELECT 1 FROM letter WHERE ${waits})`,
        empty,
        sql`FROM ${dueOf(call, now)}`,
      ),
    ];
  });
}

/** When a new letter is due, as the only column of a table. */
function dueOf({ subject, most, per, pause }: DeskCall, now: number): Fragment {
  const integer = (value: number) => sql`CAST(${value} AS BIGINT)`;
  const left = sql`COALESCE(sent_at, due_at)`;
  const others = sql`letter WHERE subject = ${subject} AND given_up_at IS NULL AND ${left} <= ${now + AHEAD}`;
  const paced = latest([
    integer(now),
    sql`(SELECT COALESCE(MAX(${left}) + ${integer(pause)}, 0) FROM ${others})`,
  ]);
  const start = sql`(paced - paced % ${integer(per)})`;
  const next = sql`${start} + ${integer(per)}`;
  return sql`(SELECT CASE WHEN (SELECT count(*) FROM ${others} AND ${left} >= ${start} AND ${left} < ${next}) >= ${most}
    THEN ${next} ELSE paced END AS due FROM (SELECT ${paced} AS paced) AS pace) AS next_letter`;
}

function newsSince(since: number): Fragment {
  const none = sql`CAST(NULL AS TEXT)`;
  return sql`SELECT 'held' AS what, id AS about, ${none} AS party, COALESCE(edited_at, confirmed_at) AS at FROM comment
      WHERE state = 'held' AND (confirmed_at >= ${since} OR edited_at >= ${since})
    UNION ALL SELECT 'reported', comment, ${none}, MAX(report.created_at) FROM report JOIN comment ON comment.id = report.comment
      WHERE settled_at IS NULL AND report.created_at >= ${since} AND comment.state IN ('published', 'hidden') GROUP BY comment
    UNION ALL SELECT 'notice', id, ${none}, created_at FROM notice WHERE decision IS NULL AND created_at >= ${since}
    UNION ALL SELECT 'notice', notice, party, created_at FROM objection WHERE settled_at IS NULL AND created_at >= ${since}`;
}

function writeActLink({ tokenHash, expires, ...link }: NewActLink, now: number): Statement {
  return insertWhere(
    "act_link",
    { token_hash: tokenHash, ...link, created_at: now, expires_at: expires },
    sql`1 = 1`,
    sql`ON CONFLICT (token_hash) DO NOTHING`,
  );
}
