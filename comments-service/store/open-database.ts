import type { Settings } from "../settings.ts";
import type { OpenStore } from "./port/store.ts";
import type { Database } from "./sql/database.ts";
import { copyRows, refuseUnlessEmpty } from "./sql/everything.ts";
import { migrate } from "./sql/migrate.ts";
import { createSqlStore } from "./sql/store.ts";
import { makeInPlaceOfEmpty, withScratchFile } from "./sqlite/file-with-rows.ts";
import { openSqlite } from "./sqlite/sqlite.ts";

/**
 * Opens the database that the settings name, whatever its engine is. A new engine is one more case here.
 * @param beside from when on acts are committed in a thread of its own, where an engine works in this process; without it they never are.
 * @throws StoreUnavailable when it cannot be opened, Refused when it is lost.
 */
export async function openDatabase(
  { database }: Pick<Settings, "database">,
  beside?: Promise<void>,
): Promise<Database> {
  if (database.engine === "sqlite") return openSqlite(database.path, beside);
  // Its driver is loaded by those who need it.
  const { openPostgres } = await import("./postgres/postgres.ts");
  return openPostgres(database.address);
}

/**
 * Makes the content of the database that the settings name, when that is empty. In a file it is made beside it, and takes its place when
 * everything stands; for a server it is made in a file for a while, and copied when all of it was right.
 * @param make gets a database without a schema, and leaves it with this code's.
 * @throws Refused, or what `make` throws, with nothing changed.
 */
export async function fillDatabase(
  settings: Pick<Settings, "database">,
  how: { now: number; isDry: boolean },
  make: (database: Database) => Promise<void>,
): Promise<void> {
  const { database } = settings;
  if (database.engine === "sqlite") return makeInPlaceOfEmpty(database.path, how, make);
  const server = await openDatabase(settings);
  try {
    await refuseUnlessEmpty(server);
    await withScratchFile(make, async (scratch) => {
      if (how.isDry) return;
      await migrate(server, how.now);
      await copyRows(scratch, server);
    });
  } finally {
    await server.close();
  }
}

/** What people call that database: its file, or its server and its name there, without the password. */
export function nameOf({ database }: Pick<Settings, "database">): string {
  if (database.engine === "sqlite") return database.path;
  const { host, pathname } = new URL(database.address);
  return `${host}${pathname}`;
}

/** The store on that database, its schema brought to this code's version. */
export async function openStore(
  settings: Pick<Settings, "database">,
  now: number,
): Promise<OpenStore> {
  return createSqlStore(await openDatabase(settings), now);
}
