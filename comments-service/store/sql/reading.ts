import type { Comment } from "../../wire.ts";
import type { Store } from "../store.ts";
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
] as const;

/** What everyone may read, and single comments for the service's own use. */
export function reading({ db }: Database): Pick<Store, "page" | "counts" | "answered" | "comment"> {
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

    counts: (ids) =>
      db
        .selectFrom("thread")
        .leftJoin("comment", (join) =>
          join.onRef("comment.thread", "=", "thread.id").on("comment.state", "=", "published"),
        )
        .where("thread.id", "in", [...ids])
        .groupBy("thread.id")
        .select(({ fn }) => ["thread.id as thread", fn.count<number>("comment.id").as("count")])
        .execute(),

    async answered(thread, number) {
      const row = await db
        .selectFrom("comment")
        .select("conversation")
        .where("thread", "=", thread)
        .where("number", "=", number)
        .where("state", "=", "published")
        .executeTakeFirst();
      return row === undefined || row.conversation === null
        ? null
        : { conversation: row.conversation };
    },

    async comment(id) {
      const row = await db
        .selectFrom("comment")
        .select(["id", "thread", "state", "number", "name", "email", "text"])
        .where("id", "=", id)
        .executeTakeFirst();
      return row ?? null;
    },
  };

  async function countOf(thread: string): Promise<number> {
    const { count } = await db
      .selectFrom("comment")
      .where("thread", "=", thread)
      .where("state", "=", "published")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return count;
  }
}

/** Only published words go out; of everything else that has a number the place is left. */
function publicComment(row: Pick<CommentRow, (typeof SHOWN)[number]>): Comment {
  const isPublished = row.state === "published";
  return {
    id: row.id,
    number: row.number ?? 0,
    replyTo: row.reply_to,
    name: isPublished ? row.name : "",
    text: isPublished ? row.text : "",
    publishedAt: new Date(row.published_at ?? 0).toISOString(),
    editedAt: row.edited_at === null ? null : new Date(row.edited_at).toISOString(),
    badge: null,
    state: isPublished ? "published" : row.state === "erased" ? "erased" : "hidden",
  };
}
