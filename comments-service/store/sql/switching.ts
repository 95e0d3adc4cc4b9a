import type { Block, Desk } from "../port/desk.ts";
import type { Database } from "./database.ts";
import { named, raw, sql } from "./statement.ts";
import type { Tables } from "./tables.ts";
import { contains } from "./searching.ts";
import { insertWhere } from "./guarded.ts";
import { closing } from "./threads.ts";
import { recorded, writeRecord } from "./recording.ts";

const THREADS_SHOWN = 50;

const columns = { close: "closed", open: "closed", hold: "held", free: "held" } as const;

/** The desk's switches and its block list. */
export function switching(
  database: Database,
): Pick<Desk, "switchThread" | "switches" | "block" | "blocks"> {
  const wasRecorded = (id: string) => sql`SELECT 1 FROM record WHERE id = ${id}`;

  return {
    async switchThread(change, now) {
      const { act, thread } = change;
      const column = named(columns[act]);
      const value = act === "close" || act === "hold" ? 1 : 0;
      const one = thread === null ? sql`id = 1` : sql`id = ${thread}`;
      const table = raw(thread === null ? "site" : "thread");
      const isRecorded = recorded(change);
      const rows = await database.atomic(
        [
          writeRecord(
            change,
            {
              act,
              subject: thread === null ? "all threads" : `thread ${thread}`,
              was: String(1 - value),
              became: String(value),
            },
            sql`EXISTS (SELECT 1 FROM ${table} WHERE ${one} AND ${column} <> ${value})`,
            now,
          ),
          sql`UPDATE ${table} SET ${column} = ${value} WHERE ${one} AND ${isRecorded}`,
          sql`UPDATE thread SET version = version + 1 WHERE ${thread === null ? sql`1 = 1` : one} AND ${isRecorded}`,
        ],
        wasRecorded(change.id),
      );
      return rows.length > 0;
    },

    async switches(words) {
      const [site] = await database.read<{ closed: number }>(sql`SELECT closed FROM site`);
      const rows = await database.read<Tables["thread"] & { count: number }>(
        sql`SELECT id, url, title, state, closed, held, closes_at,
          (SELECT count(*) FROM comment WHERE comment.thread = thread.id AND comment.state = 'published') AS count
          FROM thread WHERE ${contains("title", words)}
          ORDER BY closed + held DESC, (SELECT COALESCE(max(asked_at), 0) FROM comment WHERE comment.thread = thread.id) DESC, title
          LIMIT ${THREADS_SHOWN}`,
      );
      return {
        allClosed: site?.closed === 1,
        threads: rows.map(({ id, url, title, state, closed, held, closes_at: closes, count }) =>
          Object.assign(closing({ id, url, title, state, closes }), {
            isClosed: closed === 1,
            isHeld: held === 1,
            count,
          }),
        ),
      };
    },

    async block(block, now) {
      const { id, act, value, by, why } = block;
      const isRecorded = recorded(block);
      const stands = sql`EXISTS (SELECT 1 FROM block WHERE value = ${value})`;
      const kept = sql`(SELECT 'block ' || id FROM block WHERE value = ${value})`;
      const statements =
        act === "block"
          ? [
              writeRecord(
                block,
                { act, subject: `block ${id}`, was: "0", became: "1" },
                sql`NOT ${stands}`,
                now,
              ),
              insertWhere(
                "block",
                { id, value, created_at: now, created_by: by, why },
                sql`${isRecorded} AND NOT ${stands}`,
              ),
            ]
          : [
              writeRecord(block, { act, subject: kept, was: "1", became: "0" }, stands, now),
              sql`DELETE FROM block WHERE value = ${value} AND ${isRecorded}`,
            ];
      return (await database.atomic(statements, wasRecorded(id))).length > 0;
    },

    blocks: () =>
      database.read<Block>(
        sql`SELECT value, created_at AS created, created_by AS "by", why FROM block ORDER BY created_at DESC`,
      ),
  };
}
