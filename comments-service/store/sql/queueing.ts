import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Desk, DeskComment, Queue, QueueRequest } from "../port/desk.ts";
import type { Database } from "./database.ts";
import { escapeLike, lowered } from "./like.ts";
import { wasLeft } from "./reporting.ts";

// A search looks at this many of the newest comments, so that it never takes long.
const SEARCHED = 50_000;

const reported = sql`EXISTS (SELECT 1 FROM report WHERE report.comment = comment.id AND settled_at IS NULL)`;

/** What the desk shows: its queues, a search, a commenter's history. */
export function queueing({
  db,
}: Database): Pick<Desk, "waiting" | "deskComments" | "reports" | "actLink"> {
  return {
    async waiting() {
      const { rows } = await sql<{
        held: number;
        reported: number;
        notices: number;
      }>`SELECT (SELECT count(*) FROM comment WHERE state = 'held') AS held,
(SELECT count(DISTINCT comment) FROM report JOIN comment ON comment.id = report.comment
  WHERE settled_at IS NULL AND comment.state IN ('published', 'hidden')) AS reported,
(SELECT count(*) FROM notice WHERE decision IS NULL OR EXISTS
  (SELECT 1 FROM objection WHERE notice = notice.id AND settled_at IS NULL)) AS notices`.execute(
        db,
      );
      return rows[0] ?? { held: 0, reported: 0, notices: 0 };
    },

    async deskComments({ what, after, most }) {
      const isWork = "queue" in what && (what.queue === "held" || what.queue === "reported");
      // What waits for a decision stands in the order in which it came; everything else begins with the newest.
      const direction = isWork ? "asc" : "desc";
      let query = db
        .selectFrom("comment")
        .innerJoin("thread", "thread.id", "comment.thread")
        .select(["comment.id", "comment.state", "number", "reply_to", "name", "email", "text"])
        .select(["asked_at", "edited_at", "held_for", "badge"])
        .select([
          "thread.id as thread_id",
          "thread.url as thread_url",
          "thread.title as thread_title",
          "thread.state as thread_state",
        ])
        .select(
          sql<number>`(SELECT count(*) FROM report WHERE report.comment = comment.id AND settled_at IS NULL)`.as(
            "reports",
          ),
        )
        .select(
          sql<number>`(SELECT count(*) FROM notice WHERE notice.comment = comment.id AND decision IS NULL)`.as(
            "notices",
          ),
        )
        .select(sql<number>`CASE WHEN ${sql.raw(wasLeft)} THEN 1 ELSE 0 END`.as("was_left"))
        .where(sql<boolean>`${conditionOf(what)}`)
        .orderBy("asked_at", direction)
        .orderBy("comment.id", direction)
        .limit(most);
      if (after !== null) {
        const beyond = sql.raw(isWork ? ">" : "<");
        query = query.where(
          sql<boolean>`(asked_at ${beyond} ${after.asked} OR (asked_at = ${after.asked} AND comment.id ${beyond} ${after.id}))`,
        );
      }
      const rows = await query.execute();
      return rows.map((row): DeskComment => ({
        id: row.id,
        thread: {
          id: row.thread_id,
          url: row.thread_url,
          title: row.thread_title,
          state: row.thread_state,
        },
        state: row.state,
        number: row.number,
        replyTo: row.reply_to,
        name: row.name,
        email: row.email,
        text: row.text,
        asked: row.asked_at,
        edited: row.edited_at,
        heldFor: row.held_for.split(" ").filter((name) => name !== ""),
        badge: row.badge,
        reports: row.reports,
        notices: row.notices,
        wasLeft: row.was_left === 1,
      }));
    },

    reports: (comment) =>
      db
        .selectFrom("report")
        .select(["comment", "reason", "message", "email", "created_at as created"])
        .where("comment", "=", comment)
        .where("settled_at", "is", null)
        .orderBy("created_at", "desc")
        .limit(20)
        .execute(),

    async actLink(tokenHash) {
      const row = await db
        .selectFrom("act_link")
        .selectAll()
        .select(
          sql<number>`(SELECT count(*) FROM record WHERE record.subject = act_link.comment
            AND record.at >= act_link.created_at AND record.who NOT IN ('checks', 'reports'))`.as(
            "decided",
          ),
        )
        .where("token_hash", "=", tokenHash)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { act, comment, moderator, expires_at: expires, decided } = row;
      return { tokenHash, act, comment, moderator, expires, isDecided: decided > 0 };
    },
  };
}

function conditionOf(what: QueueRequest["what"]): RawBuilder<unknown> {
  if ("id" in what) return sql`comment.id = ${what.id}`;
  if ("email" in what) return sql`lower(email) = lower(${what.email})`;
  if ("thread" in what)
    return sql`comment.thread = ${what.thread} AND comment.state <> 'unconfirmed'`;
  if ("words" in what) {
    const pattern = `%${escapeLike(what.words)}%`;
    const has = (column: string) =>
      sql`${sql.raw(lowered(column, what.words))} LIKE ${pattern} ESCAPE '\\'`;
    return sql`comment.id IN (SELECT id FROM (SELECT id, name, text, email FROM comment
      WHERE state <> 'unconfirmed' ORDER BY asked_at DESC LIMIT ${SEARCHED}) AS newest
      WHERE ${has("text")} OR ${has("name")} OR ${has("email")})`;
  }
  return queueConditions[what.queue];
}

const queueConditions: Record<Queue, RawBuilder<unknown>> = {
  held: sql`comment.state = 'held'`,
  reported: sql`comment.state IN ('published', 'hidden') AND ${reported}`,
  published: sql`comment.state = 'published'`,
  rejected: sql`comment.state IN ('rejected', 'hidden')`,
};
