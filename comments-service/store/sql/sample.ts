import type { ImportedComment } from "../port/importing.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { writeImported } from "./importing.ts";
import { join, named, sql } from "./statement.ts";

/** A comment to be looked at, with what an import does not bring. */
export interface SampleComment extends ImportedComment {
  badge: "author" | "editor" | null;
  /** Which of the magazine's authors wrote it. */
  author: string | null;
  isRecommended: boolean;
}

/** Stands in place of the wording that somebody has agreed to. */
export const sampleWording = "sample";

/**
 * Writes sample comments into a thread that has never had a comment.
 * @returns whether they were written.
 */
export async function fillSample(
  database: Database,
  thread: string,
  comments: readonly SampleComment[],
): Promise<boolean> {
  const empty = sql`SELECT id FROM thread WHERE id = ${thread} AND last_number = 0
    AND NOT EXISTS (SELECT 1 FROM comment WHERE thread = ${thread})`;
  if ((await database.read(empty)).length === 0) return false;
  await writeAll(
    database,
    comments.flatMap((comment) => [
      ...writeImported(thread, comment),
      sql`UPDATE comment SET badge = CAST(${comment.badge} AS TEXT), author = CAST(${comment.author} AS TEXT),
        recommended_at = CAST(${comment.isRecommended ? comment.at : null} AS BIGINT) WHERE id = ${comment.id}`,
    ]),
  );
  return true;
}

/**
 * Takes the sample comments of a thread away again, as if they had never been, unless somebody has written there, or about one of them.
 * @returns whether there were any to take away.
 */
export async function clearSample(database: Database, thread: string): Promise<boolean> {
  const about = ["report", "notice", "note"].map(
    (table) => sql`SELECT 1 FROM ${named(table)} WHERE comment = c.id`,
  );
  const [found] = await database.read<{ all: number; free: number }>(
    sql`SELECT COUNT(*) AS "all", COALESCE(SUM(CASE WHEN c.wording = ${sampleWording} AND NOT EXISTS (${join(about, " UNION ALL ")})
      THEN 1 ELSE 0 END), 0) AS free FROM comment AS c WHERE c.thread = ${thread}`,
  );
  if (found === undefined || found.all === 0 || found.free < found.all) return false;
  await writeAll(database, [
    sql`DELETE FROM comment WHERE thread = ${thread}`,
    sql`UPDATE thread SET last_number = 0, version = version + 1 WHERE id = ${thread}`,
  ]);
  return true;
}
