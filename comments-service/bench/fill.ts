import type { Database } from "../store/sql/database.ts";
import { raw, sql } from "../store/sql/statement.ts";
import type { Statement } from "../store/sql/statement.ts";

/** A name for threads, how many of them there are, and how many comments each of them has. */
export interface Filling {
  name: string;
  threads: number;
  comments: number;
}

// About what makes a page of 100 comments 35 kB of JSON.
const TEXT =
  "Das sehe ich anders, und zwar seit dem dritten Absatz: Wer zählt, der fragt auch, und wer fragt, bekommt Antworten, die niemand bestellt hat.";

/**
 * Writes threads full of published comments into an empty store, in one statement for each filling, since a benchmark has no time to
 * post a million comments one by one. Threads are called `name-1`, `name-2` and so on.
 */
export async function fill(database: Database, fillings: readonly Filling[]): Promise<void> {
  const run = (statement: Statement) => database.atomic([statement], sql`SELECT 1`);

  await run(sql`INSERT INTO site (id, title, url, language, time_zone, etag, read_at)
    VALUES (1, 'Die Spalte', 'https://magazine.example/', 'de', 'Europe/Berlin', NULL, 0)`);
  for (const { name, threads, comments } of fillings) {
    // As a parameter the number would be a REAL, and the division would have a remainder.
    const each = raw(String(comments));
    const nth = sql`WITH RECURSIVE nth (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ${threads})`;
    await run(sql`INSERT INTO thread (id, url, title, state, last_number, version)
      ${nth} SELECT ${name} || '-' || n, 'https://magazine.example/' || n, 'Artikel ' || n, 'open', ${each}, 1 FROM nth`);
    await run(sql`INSERT INTO comment (id, thread, state, number, reply_to, conversation, name, email, text, wording, asked_at, confirmed_at, published_at, edited_at)
      WITH RECURSIVE row (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM row WHERE n + 1 < ${threads * comments})
      SELECT lower(hex(randomblob(16))), ${name} || '-' || (n / ${each} + 1), 'published', n % ${each} + 1, NULL, n % ${each} + 1,
        'Leserin ' || n, n || '@mail.example', ${TEXT}, 'confirm.de.1', n, n, n, NULL FROM row`);
  }
}
