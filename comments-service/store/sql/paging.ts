import { MOST_NUMBER } from "../../domain/comment.ts";
import type { Weighed } from "../../domain/page-cuts.ts";
import { FIRST_REPLIES } from "../../domain/page-cuts.ts";
import type { Paging } from "../port/paging.ts";
import type { Database } from "./database.ts";
import { publicOf, visible } from "./reading.ts";
import type { VisibleRow } from "./reading.ts";
import { raw, sql } from "./statement.ts";

// A text may be twice as long in JSON, where quotation marks and line ends are escaped; the rest of a comment, with a word about
// what is left out behind it, is less than 450 bytes.
const weightOf = (name: string) => {
  const words = `octet_length(${name}.text) + octet_length(${name}.name)`;
  return raw(`450 + CASE WHEN ${name}.state = 'published' THEN 2 * (${words}) ELSE 0 END`);
};

/** The comment that begins a conversation, and its first replies. */
const head = sql`SELECT f.number FROM comment AS f WHERE f.thread = o.thread AND f.conversation = o.number
  AND f.number IS NOT NULL ORDER BY f.number LIMIT ${raw(String(FIRST_REPLIES + 1))}`;

/** What a page of a thread takes: no statement reads a text that does not go out. */
export function paging(database: Database): Paging {
  return {
    conversationsFrom: (thread, { order, from, most }) =>
      database.read<Weighed>(
        sql`SELECT o.number, (SELECT SUM(${weightOf("c")}) FROM comment AS c WHERE c.thread = o.thread AND c.number IN (${head})) AS weight
          FROM comment AS o WHERE o.thread = ${thread} AND o.number ${raw(order === "newest" ? "<=" : ">=")} ${from} AND o.reply_to IS NULL
          ORDER BY o.number ${raw(order === "newest" ? "DESC" : "ASC")} LIMIT ${most}`,
      ),

    async heads(thread, { order, from, to }) {
      const rows = await database.read<VisibleRow>(
        sql`SELECT ${visible} FROM comment AS o JOIN comment AS c ON c.thread = o.thread AND c.number IN (${head})
          WHERE o.thread = ${thread} AND o.number BETWEEN ${from} AND ${to} AND o.reply_to IS NULL
          ORDER BY o.number ${raw(order === "newest" ? "DESC" : "ASC")}, c.number`,
      );
      return rows.map(publicOf);
    },

    repliesOf: (thread, { from, to }) =>
      database.read<{ conversation: number; count: number }>(
        sql`SELECT conversation, COUNT(*) - 1 AS count FROM comment WHERE thread = ${thread} AND number IS NOT NULL
          AND conversation BETWEEN ${from} AND ${to} GROUP BY conversation HAVING COUNT(*) > ${raw(String(FIRST_REPLIES + 1))}`,
      ),

    async recommendations(thread) {
      const [row] = await database.read<{ count: number }>(
        sql`SELECT COUNT(*) AS count FROM comment WHERE thread = ${thread} AND recommended_at IS NOT NULL AND state = 'published'`,
      );
      return row?.count ?? 0;
    },

    async recommended(thread, { before, most }) {
      const rows = await database.read<VisibleRow>(
        sql`SELECT ${visible} FROM comment AS c WHERE c.thread = ${thread} AND c.recommended_at IS NOT NULL AND c.state = 'published'
          AND c.number < ${before ?? MOST_NUMBER} ORDER BY c.number DESC LIMIT ${most}`,
      );
      return rows.map(publicOf);
    },

    async furtherReplies(thread, conversation) {
      const all = await database.read<Weighed>(
        sql`SELECT c.number, ${weightOf("c")} AS weight FROM comment AS c WHERE c.thread = ${thread} AND c.number IS NOT NULL
          AND c.conversation = ${conversation} ORDER BY c.number`,
      );
      return all.slice(FIRST_REPLIES + 1);
    },

    async replies(thread, { conversation, from, to }) {
      const rows = await database.read<VisibleRow>(
        sql`SELECT ${visible} FROM comment AS c WHERE c.thread = ${thread} AND c.conversation = ${conversation}
          AND c.number BETWEEN ${from} AND ${to} ORDER BY c.number`,
      );
      return rows.map(publicOf);
    },
  };
}
