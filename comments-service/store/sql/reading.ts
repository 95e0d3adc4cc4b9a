import { goneAs } from "../../domain/comment.ts";
import type { Comment } from "../../wire.ts";
import type { KeptComment, LatestComment, Reading } from "../port/reading.ts";
import { authorship, badgeIn } from "./authorship.ts";
import type { AuthorshipRow } from "./authorship.ts";
import type { Database } from "./database.ts";
import { empty, inPieces, join, raw, sql } from "./statement.ts";
import type { CommentRow } from "./tables.ts";

/** Of a comment `c` whether it was hidden by the editors, and not by reports alone (1, else 0): the last hiding that was not taken back tells. */
export const byEditors = raw(`CASE WHEN c.state = 'hidden' AND 'reports' <>
  COALESCE((SELECT record.who FROM record WHERE record.subject = c.id AND record.act = 'hide'
    AND NOT EXISTS (SELECT 1 FROM record AS undo WHERE undo.undoes = record.id) ORDER BY record.at DESC LIMIT 1), '') THEN 1 ELSE 0 END`);

/** Of a comment `c` what makes all that everyone may see of it: `VisibleRow`. */
export const visible = sql`c.id, c.state, c.number, c.reply_to, c.name, c.text, c.published_at, c.edited_at, c.badge, c.recommended_at, ${byEditors} AS by_editors,
  ${authorship("c")}`;
export type VisibleRow = Pick<
  CommentRow,
  | "id"
  | "state"
  | "number"
  | "reply_to"
  | "name"
  | "text"
  | "published_at"
  | "edited_at"
  | "badge"
  | "recommended_at"
> &
  AuthorshipRow & { by_editors: number };

/** What everyone may read, and single comments for the service's own use. */
export function reading(database: Database): Reading {
  return {
    async page(thread, { order, limit, before }) {
      const isNewest = order === "newest";
      const direction = raw(isNewest ? "DESC" : "ASC");
      const behind =
        before === null ? empty : sql`AND number ${raw(isNewest ? "<" : ">")} ${before}`;
      const rows = await database.read<{ number: number }>(
        // One more than asked for tells whether there is a next page.
        sql`SELECT number FROM comment WHERE thread = ${thread} AND number IS NOT NULL AND reply_to IS NULL ${behind}
          ORDER BY number ${direction} LIMIT ${limit + 1}`,
      );
      const openings = rows.map(({ number }) => number);
      const [first = 0] = openings;
      const last = openings[Math.min(openings.length, limit) - 1] ?? 0;
      // The openings stand without a gap, so the two ends name all conversations between them.
      const comments = await database.read<VisibleRow>(
        sql`SELECT ${visible} FROM comment AS c WHERE c.thread = ${thread} AND c.number IS NOT NULL
          AND c.conversation BETWEEN ${Math.min(first, last)} AND ${Math.max(first, last)}
          ORDER BY c.conversation ${direction}, c.number`,
      );
      const [counted] = await countsOf([thread]);
      return {
        count: counted?.count ?? 0,
        comments: comments.map(publicOf),
        next: openings.length > limit ? last : null,
      };
    },

    async conversation(thread, number) {
      const [row] = await database.read<{ conversation: number | null }>(
        sql`SELECT conversation FROM comment WHERE thread = ${thread} AND number = ${number}`,
      );
      return row?.conversation ?? null;
    },

    async latest(thread, most) {
      const which =
        thread === null
          ? sql`c.state = 'published' ORDER BY c.published_at DESC`
          : sql`c.state = 'published' AND c.thread = ${thread} AND c.number IS NOT NULL ORDER BY c.number DESC`;
      const rows = await database.read<VisibleRow & LatestComment["article"]>(
        sql`SELECT ${visible}, thread.url, thread.title FROM comment AS c JOIN thread ON thread.id = c.thread
          WHERE ${which} LIMIT ${most}`,
      );
      return rows.map(({ url, title, ...row }) =>
        Object.assign(publicOf(row), { article: { url, title } }),
      );
    },

    counts: countsOf,

    async answered(thread, number) {
      const [row] = await database.read<{ conversation: number | null; replies: number }>(
        sql`SELECT conversation, (SELECT count(*) FROM comment AS r WHERE r.thread = comment.thread
            AND r.conversation = comment.conversation AND r.number IS NOT NULL) - 1 AS replies
          FROM comment WHERE thread = ${thread} AND number = ${number} AND state = 'published'`,
      );
      if (row === undefined || row.conversation === null) return null;
      return { conversation: row.conversation, replies: row.replies };
    },

    async comment(id) {
      const [row] = await database.read<Omit<KeptComment, "isHoneypotFilled"> & { trap: number }>(
        sql`SELECT id, thread, state, number, name, email, text, reply_to AS "replyTo", asked_at AS "askedAt",
          took AS "openFor", trap FROM comment WHERE id = ${id}`,
      );
      if (row === undefined) return null;
      const { trap, ...comment } = row;
      return { ...comment, isHoneypotFilled: trap === 1 };
    },

    async publicComment(id) {
      const [row] = await database.read<VisibleRow>(
        sql`SELECT ${visible} FROM comment AS c WHERE c.id = ${id} AND c.number IS NOT NULL`,
      );
      return row === undefined ? null : publicOf(row);
    },
  };

  async function countsOf(ids: readonly string[]) {
    const pieces = inPieces(ids).map((some) =>
      database.read<{ thread: string; count: number; last: number }>(
        sql`SELECT id AS thread, ${published} AS count, last_number AS last FROM thread WHERE id IN (${join(some)})`,
      ),
    );
    return (await Promise.all(pieces)).flat();
  }
}

/**
 * How many comments of a row of `thread` are published. Numbers have no gaps, so it is the last one less those that no longer show: the
 * few are counted instead of the many. (The plus keeps the planner from walking the index of all numbers.)
 */
const published = sql`last_number - (SELECT COUNT(*) FROM comment
  WHERE comment.thread = thread.id AND comment.state IN ('held', 'hidden', 'rejected', 'erased') AND +number IS NOT NULL)`;

/** Only published words go out; of everything else that has a number the place is left. */
export function publicOf(row: VisibleRow): Comment {
  const isPublished = row.state === "published";
  return {
    id: row.id,
    number: row.number ?? 0,
    replyTo: row.reply_to,
    name: isPublished ? row.name : "",
    text: isPublished ? row.text : "",
    publishedAt: new Date(row.published_at ?? 0).toISOString(),
    // Edited while it does not show, it changes no thread, and so must change no answer.
    editedAt: isPublished && row.edited_at !== null ? new Date(row.edited_at).toISOString() : null,
    badge: isPublished ? row.badge : null,
    ...(isPublished && badgeIn(row)),
    recommended: isPublished && typeof row.recommended_at === "number",
    state: isPublished ? "published" : row.state === "erased" ? "erased" : "hidden",
    ...goneAs(row.state, row.by_editors === 1),
  };
}
