import { migrations } from "../migrations/migrations.ts";
import type { Database } from "../sql/database.ts";
import { migrate } from "../sql/migrate.ts";
import { openSqlite } from "./sqlite.ts";

/** Opens a database file and brings its schema up to this version; without one, to this code's. */
export async function schemaStore(
  path: string,
  now: number,
  version = migrations.length,
): Promise<Database> {
  const database = openSqlite(path);
  await migrate(database, now, migrations.slice(0, version));
  return database;
}
