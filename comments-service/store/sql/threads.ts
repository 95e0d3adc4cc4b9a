import { aliasesIn } from "../../domain/thread-list.ts";
import type { ListedThread, Site } from "../../domain/thread-list.ts";
import type { Store, ThreadState } from "../port/store.ts";
import type { Database } from "./database.ts";
import { join, sql } from "./statement.ts";

// D1 binds at most 100 values a statement; a thread takes five.
const THREADS_A_STATEMENT = 16;
const STATEMENTS_A_BATCH = 20;

/** The state of a thread as it counts: what the magazine says, unless the desk has closed it, or all. */
export const stateNow = sql`CASE WHEN thread.closed = 1
  OR EXISTS (SELECT 1 FROM site WHERE site.closed = 1) THEN 'closed' ELSE thread.state END`;

/** The magazine's threads as its list names them. */
export function threads(
  database: Database,
): Pick<Store, "site" | "threads" | "saveThreadList" | "thread"> {
  const { db } = database;

  const upsert = (rows: readonly ListedThread[]) =>
    sql`INSERT INTO thread (id, url, title, state, aliases, last_number, version)
      VALUES ${join(rows.map(({ id, url, title, state, aliases = [] }) => sql`(${id}, ${url}, ${title}, ${state}, ${JSON.stringify(aliases)}, 0, 1)`))}
      ON CONFLICT (id) DO UPDATE SET url = excluded.url, title = excluded.title, state = excluded.state, aliases = excluded.aliases,
        version = thread.version + 1`;

  return {
    async site() {
      const [row] = await database.read<Site & { etag: string | null }>(
        sql`SELECT title, url, language, time_zone AS "timeZone", etag FROM site`,
      );
      return row ?? null;
    },

    async threads() {
      const columns = ["id", "url", "title", "state", "aliases"] as const;
      const rows = await db.selectFrom("thread").select(columns).execute();
      return rows.map(listedIn);
    },

    async saveThreadList({ site, etag, changes }, now) {
      const statements = chunks(changes, THREADS_A_STATEMENT).map(upsert);
      const { timeZone, ...rest } = site;
      const row = { ...rest, time_zone: timeZone, etag, read_at: now };
      const batches = chunks(statements, STATEMENTS_A_BATCH);
      for (const batch of batches) await database.atomic(batch, sql`SELECT 1`);
      const saved = db
        .insertInto("site")
        .values({ id: 1, ...row })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .compile();
      await database.atomic([saved], sql`SELECT 1`);
    },

    async thread(id) {
      const [row] = await database.read<ThreadState>(
        sql`SELECT id, url, title, version, ${stateNow} AS state FROM thread WHERE id = ${id}`,
      );
      return row ?? null;
    },
  };
}

function listedIn({
  aliases,
  ...thread
}: Omit<ListedThread, "aliases"> & { aliases: string }): ListedThread {
  // Only `upsert` writes them.
  return { ...thread, ...aliasesIn(JSON.parse(aliases) as string[]) };
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  const result: Item[][] = [];
  for (let at = 0; at < items.length; at += size) result.push(items.slice(at, at + size));
  return result;
}
