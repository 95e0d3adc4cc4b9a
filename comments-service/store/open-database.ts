import type { Settings } from "../settings.ts";
import type { Store } from "./port/store.ts";
import type { Database } from "./sql/database.ts";
import { createSqlStore } from "./sql/store.ts";
import { openPostgres } from "./postgres/postgres.ts";
import { openSqlite } from "./sqlite/sqlite.ts";

/**
 * Opens the database that the settings name, whatever its engine is. A new engine is one more case here.
 * @param writes in which thread acts are committed, where an engine works in this process.
 * @throws StoreUnavailable when it cannot be opened, Refused when it is lost.
 */
export async function openDatabase(
  { database }: Pick<Settings, "database">,
  writes?: "here" | "beside",
): Promise<Database> {
  return database.engine === "sqlite"
    ? openSqlite(database.path, writes)
    : openPostgres(database.address);
}

/** The store on that database, its schema brought to this code's version. */
export async function openStore(settings: Pick<Settings, "database">, now: number): Promise<Store> {
  return createSqlStore(await openDatabase(settings), now);
}
