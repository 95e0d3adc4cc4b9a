import { openD1 } from "../../comments-service/store/d1/d1.ts";
import { openPostgres } from "../../comments-service/store/postgres/postgres.ts";
import type { Database } from "../../comments-service/store/sql/database.ts";
import { openSqlite } from "../../comments-service/store/sqlite/sqlite.ts";
import { newD1 } from "./d1/bridge.ts";
import { writeMigrated } from "./migrated-file.ts";
import { temporaryDatabase } from "./postgres/shared.ts";

const engines = ["SQLite", "PostgreSQL", "D1"] as const;

/** What tests open databases on. The projects of `vitest.config.ts` run the same tests once for each. */
export const engine = engines.find((name) => name === process.env["ENGINE"]) ?? "SQLite";

/**
 * A database of its own for a test, on the engine of its project.
 * @param path of the file, where it is one.
 * @param schema an `empty` one has none yet.
 */
export async function newDatabase(
  path: string,
  schema: "migrated" | "empty" = "migrated",
): Promise<Database> {
  if (engine === "D1") return openD1((await newD1(schema)).binding);
  if (engine === "PostgreSQL") return openPostgres(await temporaryDatabase(schema));
  if (schema === "migrated") await writeMigrated(path);
  return openSqlite(path);
}
