import type { ListedThread } from "../../domain/thread-list.ts";
import type { Desk } from "../port/desk.ts";
import type {
  DeskComment,
  KeptReport,
  Queue,
  QueueRequest,
  Queues,
  Waiting,
  Writer,
} from "../port/queues.ts";
import { authorship, badgeIn } from "./authorship.ts";
import type { AuthorshipRow } from "./authorship.ts";
import type { Database } from "./database.ts";
import type { Guard } from "./guarded.ts";
import { decisionsSince } from "./recording.ts";
import { wasLeft } from "./reporting.ts";
import { contains } from "./searching.ts";
import { empty, join, raw, sql } from "./statement.ts";
import type { Tables } from "./tables.ts";

// A search looks at this many of the newest comments, so that it never takes long.
const SEARCHED = 50_000;
const REPORTS_OF_EACH = 20;

const reported = sql`EXISTS (SELECT 1 FROM report WHERE report.comment = comment.id AND settled_at IS NULL)`;

const isParent = sql`parent.thread = comment.thread AND parent.number = comment.reply_to`;

type DeskRow = Omit<
  DeskComment,
  "thread" | "heldFor" | "wasLeft" | "parent" | "isRecommended" | "badgeWord" | "wroteArticle"
> &
  AuthorshipRow & {
    isRecommended: number | null;
    parentName: string | null;
    parentText: string | null;
    thread: string;
    url: string;
    title: string;
    threadState: ListedThread["state"];
    heldFor: string;
    wasLeft: number;
  };

/** What the desk shows: its queues, a search, a commenter's history. */
export function queueing(database: Database): Queues & Pick<Desk, "actLink"> {
  return {
    async waiting() {
      const [row] = await database.read<Waiting>(
        sql`SELECT (SELECT count(*) FROM comment WHERE state = 'held') AS held,
          (SELECT count(DISTINCT comment) FROM report JOIN comment ON comment.id = report.comment
            WHERE settled_at IS NULL AND comment.state IN ('published', 'hidden')) AS reported,
          (SELECT count(*) FROM notice WHERE decision IS NULL OR EXISTS
            (SELECT 1 FROM objection WHERE notice = notice.id AND settled_at IS NULL)) AS notices`,
      );
      return row ?? { held: 0, reported: 0, notices: 0 };
    },

    async deskComments({ what, after, most }) {
      const isWork = "queue" in what && (what.queue === "held" || what.queue === "reported");
      // What waits for a decision stands in the order in which it came; everything else begins with the newest.
      const direction = raw(isWork ? "ASC" : "DESC");
      const beyond = raw(isWork ? ">" : "<");
      const behind =
        after === null
          ? empty
          : sql`AND (asked_at ${beyond} ${after.asked} OR (asked_at = ${after.asked} AND comment.id ${beyond} ${after.id}))`;
      const rows = await database.read<DeskRow>(
        sql`SELECT comment.id, comment.thread, comment.state, number, reply_to AS "replyTo", name, email, text, asked_at AS asked,
          edited_at AS edited, held_for AS "heldFor", badge, ${authorship("comment")}, recommended_at AS "isRecommended", thread.url, thread.title, thread.state AS "threadState",
          (SELECT name FROM comment AS parent WHERE ${isParent}) AS "parentName",
          (SELECT text FROM comment AS parent WHERE ${isParent}) AS "parentText",
          (SELECT count(*) FROM report WHERE report.comment = comment.id AND settled_at IS NULL) AS reports,
          (SELECT count(*) FROM notice WHERE notice.comment = comment.id AND decision IS NULL) AS notices,
          CASE WHEN ${wasLeft} THEN 1 ELSE 0 END AS "wasLeft"
          FROM comment JOIN thread ON thread.id = comment.thread WHERE ${conditionOf(what)} ${behind}
          ORDER BY asked_at ${direction}, comment.id ${direction} LIMIT ${most}`,
      );
      return rows.map(({ thread: id, url, title, threadState, parentName, parentText, ...row }) =>
        Object.assign(row, badgeIn(row), {
          parent: parentName === null ? null : { name: parentName, text: parentText ?? "" },
          thread: { id, url, title, state: threadState },
          heldFor: row.heldFor.split(" ").filter((name) => name !== ""),
          wasLeft: row.wasLeft === 1,
          isRecommended: row.isRecommended !== null,
        }),
      );
    },

    async reports(comments) {
      if (comments.length === 0) return [];
      return database.read<KeptReport>(
        sql`SELECT comment, reason, message, email, created FROM
          (SELECT comment, reason, message, email, created_at AS created, id,
            row_number() OVER (PARTITION BY comment ORDER BY created_at DESC, id) AS place
            FROM report WHERE comment IN (${join([...comments])}) AND settled_at IS NULL) AS newest
          WHERE place <= ${REPORTS_OF_EACH} ORDER BY created DESC, id`,
      );
    },

    async writers(emails) {
      const asked = [...new Set(emails.map((email) => email.toLowerCase()))];
      if (asked.length === 0) return [];
      const counted = (condition: Guard) => sql`count(CASE WHEN ${condition} THEN 1 END)`;
      return database.read<Writer>(
        sql`SELECT lower(email) AS email, ${counted(sql`state = 'published'`)} AS published,
          ${counted(sql`held_for <> ''`)} AS held, ${counted(sql`state IN ('hidden', 'rejected')`)} AS removed
          FROM comment WHERE lower(email) IN (${join(asked)}) GROUP BY lower(email)`,
      );
    },

    async actLink(tokenHash) {
      const [row] = await database.read<Tables["act_link"] & { decided: number }>(
        sql`SELECT act_link.*, (SELECT count(*) FROM ${decisionsSince(sql`act_link.comment`, sql`act_link.created_at`)}) AS decided
          FROM act_link WHERE token_hash = ${tokenHash}`,
      );
      if (row === undefined) return null;
      const { act, comment, moderator, expires_at: expires, decided } = row;
      return { tokenHash, act, comment, moderator, expires, isDecided: decided > 0 };
    },
  };
}

function conditionOf(what: QueueRequest["what"]): Guard {
  if ("id" in what) return sql`comment.id = ${what.id}`;
  if ("email" in what) return sql`lower(email) = lower(${what.email})`;
  if ("thread" in what)
    return sql`comment.thread = ${what.thread} AND comment.state <> 'unconfirmed'`;
  if ("words" in what) {
    const found = ["text", "name", "email"].map((column) => contains(column, what.words));
    return sql`comment.id IN (SELECT id FROM (SELECT id, name, text, email FROM comment
      WHERE state <> 'unconfirmed' ORDER BY asked_at DESC LIMIT ${SEARCHED}) AS newest
      WHERE ${join(found, " OR ")})`;
  }
  return queueConditions[what.queue];
}

const queueConditions: Record<Queue, Guard> = {
  held: sql`comment.state = 'held'`,
  reported: sql`comment.state IN ('published', 'hidden') AND ${reported}`,
  published: sql`comment.state = 'published'`,
  rejected: sql`comment.state IN ('rejected', 'hidden')`,
};
