import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Comment } from "../../wire.ts";
import type { Store } from "../port/store.ts";
import type { Database } from "./database.ts";
import type { CommentRow } from "./tables.ts";

const SHOWN = [
  "id",
  "state",
  "number",
  "reply_to",
  "name",
  "text",
  "published_at",
  "edited_at",
  "badge",
] as const;

/** The columns of a comment that make what everyone may see of it. */
export type ShownRow = Pick<CommentRow, (typeof SHOWN)[number]>;

/** What everyone may read, and single comments for the service's own use. */
export function reading({
  db,
}: Database): Pick<
  Store,
  "page" | "conversation" | "latest" | "counts" | "answered" | "comment" | "shown"
> {
  const numbered = (thread: string) =>
    db.selectFrom("comment").where("thread", "=", thread).where("number", "is not", null);

  return {
    async page(thread, { order, limit, before }) {
      const direction = order === "newest" ? "desc" : "asc";
      let query = numbered(thread)
        .where("reply_to", "is", null)
        .select("number")
        .orderBy("number", direction)
        // One more than asked for tells whether there is a next page.
        .limit(limit + 1);
      if (before !== null) query = query.where("number", order === "newest" ? "<" : ">", before);
      const openings = (await query.execute()).map(({ number }) => number ?? 0);
      const [first = 0] = openings;
      const last = openings[Math.min(openings.length, limit) - 1] ?? 0;
      // The openings stand without a gap, so the two ends name all conversations between them.
      const rows = await numbered(thread)
        .where("conversation", ">=", Math.min(first, last))
        .where("conversation", "<=", Math.max(first, last))
        .select(SHOWN)
        .orderBy("conversation", direction)
        .orderBy("number")
        .execute();
      return {
        count: await countOf(thread),
        comments: rows.map(publicComment),
        next: openings.length > limit ? last : null,
      };
    },

    async conversation(thread, number) {
      const row = await db
        .selectFrom("comment")
        .where("thread", "=", thread)
        .where("number", "=", number)
        .select("conversation")
        .executeTakeFirst();
      return row?.conversation ?? null;
    },

    async latest(thread, most) {
      const newest = db
        .selectFrom("comment")
        .where("comment.state", "=", "published")
        .innerJoin("thread", "thread.id", "comment.thread")
        .select(["comment.id", "comment.state", "number", "reply_to", "name", "text"])
        .select(["published_at", "edited_at", "badge", "thread.url", "thread.title"])
        .limit(most);
      const asked =
        thread === null
          ? newest.orderBy("published_at", "desc")
          : newest
              .where("comment.thread", "=", thread)
              .where("number", "is not", null)
              .orderBy("number", "desc");
      return (await asked.execute()).map(({ url, title, ...row }) =>
        Object.assign(publicComment(row), { article: { url, title } }),
      );
    },

    counts: (ids) =>
      db
        .selectFrom("thread")
        .where("id", "in", [...ids])
        .select(["id as thread", published.as("count")])
        .execute(),

    async answered(thread, number) {
      const row = await db
        .selectFrom("comment")
        .select([
          "conversation",
          sql<number>`(SELECT count(*) FROM comment AS r WHERE r.thread = comment.thread
            AND r.conversation = comment.conversation AND r.number IS NOT NULL) - 1`.as("replies"),
        ])
        .where("thread", "=", thread)
        .where("number", "=", number)
        .where("state", "=", "published")
        .executeTakeFirst();
      if (row === undefined || row.conversation === null) return null;
      return { conversation: row.conversation, replies: row.replies };
    },

    async comment(id) {
      const row = await db
        .selectFrom("comment")
        .select(["id", "thread", "state", "number", "name", "email", "text", "reply_to as replyTo"])
        .select("asked_at as askedAt")
        .where("id", "=", id)
        .executeTakeFirst();
      return row ?? null;
    },

    async shown(id) {
      const row = await db
        .selectFrom("comment")
        .select(SHOWN)
        .where("id", "=", id)
        .where("number", "is not", null)
        .executeTakeFirst();
      return row === undefined ? null : publicComment(row);
    },
  };

  async function countOf(thread: string): Promise<number> {
    const { count } = await db
      .selectFrom("thread")
      .where("id", "=", thread)
      .select(published.as("count"))
      .executeTakeFirstOrThrow();
    return count;
  }
}

/**
 * How many comments of a row of `thread` are published. Numbers have no gaps, so it is the last one less those that no longer show: the
 * few are counted instead of the many. (The plus keeps the planner from walking the index of all numbers.)
 */
const published: RawBuilder<number> = sql`last_number - (SELECT COUNT(*) FROM comment
  WHERE comment.thread = thread.id AND comment.state IN ('held', 'hidden', 'rejected', 'erased') AND +number IS NOT NULL)`;

/** Only published words go out; of everything else that has a number the place is left. */
export function publicComment(row: ShownRow): Comment {
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
    state: isPublished ? "published" : row.state === "erased" ? "erased" : "hidden",
  };
}
