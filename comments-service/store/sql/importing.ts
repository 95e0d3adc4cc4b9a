import type { ImportedComment, Importing, KeptImport } from "../port/importing.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { inPieces, join, named, sql } from "./statement.ts";
import type { Fragment, Statement } from "./statement.ts";

const columns = sql`id, thread, state, number, name, email, text, asked_at AS "at", edited_at AS "editedAt"`;

/** Comments that come from another system. */
export function importing(database: Database): Importing {
  async function each(
    values: readonly string[],
    questionOf: (some: Fragment) => Fragment,
  ): Promise<KeptImport[]> {
    const found: KeptImport[] = [];
    for (const some of inPieces(values))
      for (const row of await database.read<KeptImport>(questionOf(join(some)))) found.push(row);
    return found;
  }

  return {
    imported: (threads) =>
      each(
        threads,
        (some) => sql`SELECT ${columns} FROM comment WHERE thread IN (${some})
          AND substr(wording, 1, 7) = 'import.' ORDER BY id`,
      ),

    withIds: (ids) =>
      each(ids, (some) => sql`SELECT ${columns} FROM comment WHERE id IN (${some})`),

    importComments: (thread, comments) =>
      writeAll(
        database,
        comments.flatMap((comment) => writeImported(thread, comment)),
      ),
  };
}

/** First the thread's count, then the comment with it; both only when the comment is not there yet. */
export function writeImported(thread: string, comment: ImportedComment): Statement[] {
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
