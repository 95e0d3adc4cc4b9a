import type { RecordFilter, RecordLine, RecordPages } from "../port/record.ts";
import type { Database } from "./database.ts";
import type { Guard } from "./guarded.ts";
import { isUndone } from "./recording.ts";
import { contains } from "./searching.ts";
import { join, sql } from "./statement.ts";

const BEGINNING = 160;
// Who stands in none of so many is in no list of names.
const NAMES_AMONG = 10_000;

type LineRow = Omit<RecordLine, "isUndone" | "thread"> & {
  undone: number;
  thread: string | null;
  url: string;
  title: string;
};

/** The record with what its entries are about. An entry names a comment, a notice about one, or `thread ID`. */
export function recordPages(database: Database): RecordPages {
  return {
    async recordLines({ filter, after, most }) {
      const behind =
        after === null
          ? sql`1 = 1`
          : sql`(record.at < ${after.at} OR (record.at = ${after.at} AND record.id < ${after.id}))`;
      const rows = await database.read<LineRow>(
        sql`SELECT record.id, record.batch, record.at, record.who, record.act, record.subject, record.was, record.became, record.why,
          CASE WHEN ${isUndone} THEN 1 ELSE 0 END AS undone, comment.id AS comment, comment.number,
          COALESCE(substr(comment.text, 1, ${BEGINNING}), '') AS beginning, thread.id AS thread, thread.url, thread.title
          FROM record LEFT JOIN notice ON notice.id = record.subject
          LEFT JOIN comment ON comment.id = COALESCE(notice.comment, record.subject)
          LEFT JOIN thread ON thread.id = COALESCE(comment.thread,
            CASE WHEN substr(record.subject, 1, 7) = 'thread ' THEN substr(record.subject, 8) END)
          WHERE ${behind} AND ${conditionOf(filter)} ORDER BY record.at DESC, record.id DESC LIMIT ${most}`,
      );
      return rows.map(({ undone, thread: id, url, title, ...row }) =>
        Object.assign(row, {
          isUndone: undone === 1,
          thread: id === null ? null : { id, url, title },
        }),
      );
    },

    async recordedNames() {
      const rows = await database.read<{ who: string }>(
        sql`SELECT DISTINCT who FROM (SELECT who FROM record ORDER BY at DESC LIMIT ${NAMES_AMONG}) AS newest ORDER BY who`,
      );
      return rows.map(({ who }) => who);
    },
  };
}

function conditionOf({ who, act, article, from, until }: RecordFilter): Guard {
  const asked = [
    ...(who ? [sql`record.who = ${who}`] : []),
    ...(act ? [sql`record.act = ${act}`] : []),
    ...(article ? [sql`(thread.id = ${article} OR ${contains("thread.title", article)})`] : []),
    ...(typeof from === "number" ? [sql`record.at >= ${from}`] : []),
    ...(typeof until === "number" ? [sql`record.at < ${until}`] : []),
  ];
  return asked.length === 0 ? sql`1 = 1` : join(asked, " AND ");
}
