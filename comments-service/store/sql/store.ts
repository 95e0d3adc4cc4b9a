import type { OpenStore, Store } from "../port/store.ts";
import { paging } from "./paging.ts";
import { writeAll } from "./database.ts";
import type { Database } from "./database.ts";
import { deskMail } from "./desk-mail.ts";
import { sql } from "./statement.ts";
import { importing } from "./importing.ts";
import { letters } from "./letters.ts";
import { migrate } from "./migrate.ts";
import { own } from "./own.ts";
import { posting } from "./posting.ts";
import { reading } from "./reading.ts";
import { sessions } from "./sessions.ts";
import { moderating } from "./moderating.ts";
import { queueing } from "./queueing.ts";
import { notes } from "./notes.ts";
import { notices } from "./notices.ts";
import { numbers } from "./numbers.ts";
import { cleaning } from "./cleaning.ts";
import { recordPages } from "./record-pages.ts";
import { recommending } from "./recommending.ts";
import { recording } from "./recording.ts";
import { settling } from "./settling.ts";
import { undoing } from "./undoing.ts";
import { subscribing } from "./subscribing.ts";
import { textBlocks } from "./text-blocks.ts";
import { publishing } from "./publishing.ts";
import { switching } from "./switching.ts";
import { threads } from "./threads.ts";

// More than the longest comment needs with its letter: pages that became free within the file would bear a small one still.
const TRY = "x".repeat(40_000);

/** The store on a SQL database, its schema brought to this code's version. Where that fails, the database is closed. */
export async function createSqlStore(database: Database, now: number): Promise<OpenStore> {
  try {
    await migrate(database, now);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { ...storeOn(database), ...importing(database) };
}

/** The store on a database whose schema is this code's; nothing comes from elsewhere here. */
export function storeOn(database: Database): Store {
  return {
    ...threads(database),
    ...reading(database),
    ...paging(database),
    ...posting(database),
    ...publishing(database),
    ...sessions(database),
    ...own(database),
    ...subscribing(database),
    ...settling(database),
    ...moderating(database),
    ...recommending(database),
    ...undoing(database),
    ...switching(database),
    ...queueing(database),
    ...notices(database),
    ...recording(database),
    ...recordPages(database),
    ...notes(database),
    ...textBlocks(database),
    ...numbers(database),
    ...deskMail(database),
    ...letters(database),
    ...cleaning(database),
    key: (name, offer, at) => keepKey(database, name, offer, at),
    tryWriting(now) {
      const row = sql`INSERT INTO secret_key (name, value, created_at) VALUES ('try', ${TRY}, ${now})`;
      return writeAll(database, [row, sql`DELETE FROM secret_key WHERE name = 'try'`]);
    },
    tryBeginning: () => writeAll(database, []),
    close: () => database.close(),
  };
}

async function keepKey(
  database: Database,
  name: string,
  offer: () => string,
  now: number,
): Promise<string> {
  const find = sql`SELECT value FROM secret_key WHERE name = ${name}`;
  const [known] = await database.read<{ value: string }>(find);
  if (known !== undefined) return known.value;
  const offered = offer();
  const kept = sql`INSERT INTO secret_key (name, value, created_at) VALUES (${name}, ${offered}, ${now})
    ON CONFLICT (name) DO NOTHING`;
  const rows = await database.atomic<{ value: string }>([kept], find);
  return rows[0]?.value ?? offered;
}
