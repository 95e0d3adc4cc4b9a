import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Database } from "../../../comments-service/store/sql/database.ts";
import { withQuestionMarks } from "../../../comments-service/store/sql/statement.ts";
import type { Statement } from "../../../comments-service/store/sql/statement.ts";
import { openSqlite } from "../../../comments-service/store/sqlite/sqlite.ts";
import { engine, newDatabase } from "../engine.ts";

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
          open: async () => opened(openSqlite(temporaryFile(), "beside")),
        },
      ]
    : []),
];

function opened(database: Database): Database {
  onTestFinished(() => database.close());
  return withinD1(database);
}

const MOST_STATEMENTS = 100;

/** D1 binds at most 100 values a statement, and its lists of statements shall stay short; what runs here shall run there. */
function withinD1(database: Database): Database {
  const check = (statements: readonly Statement[]) => {
    if (statements.length > MOST_STATEMENTS) throw new Error(`${statements.length} statements`);
    for (const { sql, parameters } of statements.map(withQuestionMarks))
      if (parameters.length > 100) throw new Error(`more than 100 values: ${sql}`);
  };
  return {
    ...database,
    read: async (question) => {
      check([question]);
      return database.read(question);
    },
    atomic: async (statements, question) => {
      check([...statements, question]);
      return database.atomic(statements, question);
    },
  };
}

/** A place for a database file that goes when the test is over. */
export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "comments.sqlite");
}
