import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Database } from "../../../comments-service/store/sql/database.ts";
import { openSqlite } from "../../../comments-service/store/sqlite/sqlite.ts";
import { engine, newDatabase } from "../engine.ts";
import { withinD1 } from "../within-d1.ts";

/** Every way to open the engine of this project; the contract is held against each. One that is to be `empty` has no schema yet. */
export const databases: { name: string; open: (empty?: "empty") => Promise<Database> }[] = [
  {
    name: engine,
    open: async (empty) => opened(await newDatabase(temporaryFile(), empty ?? "migrated")),
  },
  ...(engine === "SQLite"
    ? [
        {
          name: "SQLite with a thread that writes",
          open: async () => opened(openSqlite(temporaryFile(), Promise.resolve())),
        },
      ]
    : []),
];

function opened(database: Database): Database {
  onTestFinished(() => database.close());
  return withinD1(database);
}

/** A place for a database file that goes when the test is over. */
export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "comments.sqlite");
}
