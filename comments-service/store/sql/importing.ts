import type { ImportedComment, Importing } from "../importing.ts";
import type { Database } from "./database.ts";
import { join, named, sql } from "./statement.ts";
import type { Statement } from "./statement.ts";

// D1 binds at most 100 values a statement.
const IDS_A_STATEMENT = 90;

/** Comments that come from another system. */
export function importing(database: Database): Importing {
  const { db } = database;
  return {
    async present(ids) {
      const found = new Set<string>();
      for (let at = 0; at < ids.length; at += IDS_A_STATEMENT) {
        const some = ids.slice(at, at + IDS_A_STATEMENT);
        const rows = await db.selectFrom("comment").select("id").where("id", "in", some).execute();
        for (const { id } of rows) found.add(id);
      }
      return found;
    },

    async importComments(thread, comments) {
      const statements = comments.flatMap((comment) => writeImported(thread, comment));
      await database.atomic(statements, sql`SELECT 1`);
    },
  };
}

/** First the thread's count, then the comment with it; both only when the comment is not there yet. */
function writeImported(thread: string, comment: ImportedComment): Statement[] {
  const { id, parent, state, at, editedAt, name, email, text, wording } = comment;
  const isNew = sql`NOT EXISTS (SELECT 1 FROM comment WHERE id = ${id})`;
  const hasNumber = state !== "held";
  const number = hasNumber
    ? sql`(SELECT last_number FROM thread WHERE id = ${thread})`
    : sql`CAST(NULL AS BIGINT)`;
  const of = (column: "number" | "conversation") =>
    sql`(SELECT ${named(column)} FROM comment WHERE id = ${parent ?? ""} AND thread = ${thread})`;
  const words = [id, thread, state, name, email, text, wording].map(
    (value) => sql`CAST(${value} AS TEXT)`,
  );
  const times = [at, at, hasNumber ? at : null, editedAt].map(
    (time) => sql`CAST(${time} AS BIGINT)`,
  );
  return [
    ...(hasNumber
      ? [
          sql`UPDATE thread SET last_number = last_number + 1, version = version + 1
            WHERE id = ${thread} AND ${isNew}`,
        ]
      : []),
    sql`INSERT INTO comment (id, thread, state, name, email, text, wording, asked_at, confirmed_at, published_at, edited_at,
        number, reply_to, conversation)
      SELECT ${join(words)}, ${join(times)},
        ${number}, ${of("number")}, COALESCE(${of("conversation")}, ${number}) WHERE ${isNew}`,
  ];
}
