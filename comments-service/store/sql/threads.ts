import { listsIn, newBadges } from "../../domain/thread-list.ts";
import type { ListedThread, Site, Years } from "../../domain/thread-list.ts";
import type { ThreadState, Threads } from "../port/threads.ts";
import { badgesIn } from "./authorship.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import type { Guard } from "./guarded.ts";
import { empty, inPieces, join, sql } from "./statement.ts";

const VALUES_OF_A_THREAD = 8;
const THREADS_A_BATCH = 275;

/** The state of a thread, but for what the clock says (`threadAt`): what the magazine says, unless the desk has closed it, or all. */
export const stateNow = sql`CASE WHEN thread.closed = 1
  OR EXISTS (SELECT 1 FROM site WHERE site.closed = 1) THEN 'closed' ELSE thread.state END`;

/** Holds for a thread that takes comments at this time. */
export function isOpen(now: number): Guard {
  return sql`${stateNow} = 'open' AND (thread.closes_at IS NULL OR thread.closes_at > ${now})`;
}

/** The magazine's threads as its list names them. */
export function threads(database: Database): Threads {
  const upsert = (rows: readonly ListedThread[]) =>
    sql`INSERT INTO thread (id, url, title, state, aliases, authors, year, closes_at, last_number, version)
      VALUES ${join(
        rows.map(
          ({ id, url, title, state, aliases = [], authors = [], year = "", closes = null }) =>
            sql`(${id}, ${url}, ${title}, ${state}, ${JSON.stringify(aliases)}, ${JSON.stringify(authors)}, ${year}, CAST(${closes} AS BIGINT), 0, 1)`,
        ),
      )}
      ON CONFLICT (id) DO UPDATE SET url = excluded.url, title = excluded.title, state = excluded.state, aliases = excluded.aliases,
        authors = excluded.authors, year = excluded.year, closes_at = excluded.closes_at, version = thread.version + 1`;

  async function site() {
    const [row] = await database.read<
      Omit<Site, "authors"> & { authors: string; etag: string | null; years: string | null }
    >(
      sql`SELECT title, url, language, time_zone AS "timeZone", imprint, privacy, authors, etag, years FROM site`,
    );
    if (row === undefined) return null;
    // Only `saveThreadList` writes them.
    const years = row.years === null ? null : (JSON.parse(row.years) as Years);
    return { ...row, authors: badgesIn(row.authors), years };
  }

  return {
    site,

    async threads(year) {
      const rows = await database.read<ListedRow>(
        sql`SELECT id, url, title, state, aliases, authors, year, closes_at AS closes FROM thread
          ${year === undefined ? empty : sql`WHERE year = ${year}`}`,
      );
      return rows.map(listedIn);
    },

    async saveThreadList({ site: around, etag, years, changes }, now) {
      const { title, url, language, timeZone, imprint = null, privacy = null, authors } = around;
      for (let at = 0; at < changes.length; at += THREADS_A_BATCH) {
        const batch = inPieces(changes.slice(at, at + THREADS_A_BATCH), VALUES_OF_A_THREAD);
        await writeAll(database, batch.map(upsert));
      }
      const saved = sql`INSERT INTO site (id, title, url, language, time_zone, imprint, privacy, authors, etag, years, read_at)
        VALUES (1, ${title}, ${url}, ${language}, ${timeZone}, ${imprint}, ${privacy}, ${JSON.stringify(authors ?? [])}, ${etag}, ${years && JSON.stringify(years)}, ${now})
        ON CONFLICT (id) DO UPDATE SET title = excluded.title, url = excluded.url, language = excluded.language,
          time_zone = excluded.time_zone, imprint = excluded.imprint, privacy = excluded.privacy,
          authors = excluded.authors, etag = excluded.etag, years = excluded.years, read_at = excluded.read_at`;
      // Threads in which one of them has written show another word now.
      const shown = inPieces(newBadges((await site())?.authors, authors)).map(
        (ids) => sql`UPDATE thread SET version = version + 1
          WHERE id IN (SELECT thread FROM comment WHERE author IN (${join(ids)}))`,
      );
      await writeAll(database, [...shown, saved]);
    },

    async thread(id) {
      const [row] = await database.read<WithClose<ThreadState>>(
        sql`SELECT id, url, title, version, ${stateNow} AS state, closes_at AS closes FROM thread WHERE id = ${id}`,
      );
      return row === undefined ? null : closing(row);
    },
  };
}

type WithClose<Thread> = Omit<Thread, "closes"> & { closes: number | null };

interface ListedRow extends WithClose<Omit<ListedThread, "aliases" | "authors" | "year">> {
  aliases: string;
  authors: string;
  year: string;
}

/** A row with the time at which it closes, where it does. */
export function closing<Row extends { closes: number | null }>({
  closes,
  ...rest
}: Row): Omit<Row, "closes"> & Pick<ListedThread, "closes"> {
  return { ...rest, ...(closes === null ? {} : { closes }) };
}

function listedIn({ aliases, authors, year, ...thread }: ListedRow): ListedThread {
  // Only `upsert` writes them.
  const list = (json: string) => JSON.parse(json) as string[];
  return {
    ...closing(thread),
    ...listsIn(list(aliases), list(authors)),
    ...(year !== "" && { year }),
  };
}
