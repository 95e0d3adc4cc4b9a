import { sql } from "kysely";
import type { ListedThread } from "../../domain/thread-list.ts";
import type { Store } from "../store.ts";
import type { Database } from "./database.ts";

// D1 binds at most 100 values a statement; a thread takes six.
const THREADS_A_STATEMENT = 16;
const STATEMENTS_A_BATCH = 20;

/** The state of a thread as it counts: what the magazine says, unless the desk has closed it, or all. */
export const stateNow = sql<"open" | "closed">`CASE WHEN thread.closed = 1
  OR EXISTS (SELECT 1 FROM site WHERE site.closed = 1) THEN 'closed' ELSE thread.state END`;

/** The magazine's threads as its list names them. */
export function threads(
  database: Database,
): Pick<Store, "site" | "threads" | "saveThreadList" | "thread"> {
  const { db } = database;

  const upsert = (rows: readonly ListedThread[]) =>
    db
      .insertInto("thread")
      .values(rows.map((row) => ({ ...row, last_number: 0, version: 1 })))
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet({
          url: sql`excluded.url`,
          title: sql`excluded.title`,
          state: sql`excluded.state`,
          version: sql`thread.version + 1`,
        }),
      )
      .compile();

  return {
    async site() {
      const row = await db.selectFrom("site").selectAll().executeTakeFirst();
      if (row === undefined) return null;
      const { title, url, language, time_zone: timeZone, etag } = row;
      return { title, url, language, timeZone, etag };
    },

    threads: () => db.selectFrom("thread").select(["id", "url", "title", "state"]).execute(),

    async saveThreadList({ site, etag, changes }, now) {
      const statements = chunks(changes, THREADS_A_STATEMENT).map(upsert);
      const { timeZone, ...rest } = site;
      const row = { ...rest, time_zone: timeZone, etag, read_at: now };
      const batches = chunks(statements, STATEMENTS_A_BATCH);
      for (const batch of batches) await database.atomic(batch, sql`SELECT 1`.compile(db));
      const saved = db
        .insertInto("site")
        .values({ id: 1, ...row })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .compile();
      await database.atomic([saved], sql`SELECT 1`.compile(db));
    },

    async thread(id) {
      const row = await db
        .selectFrom("thread")
        .select(["id", "url", "title", "version", stateNow.as("state")])
        .where("id", "=", id)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const result: Item[][] = [];
  for (let at = 0; at < items.length; at += size) result.push(items.slice(at, at + size));
  return result;
}
