import type { SchemaWords } from "../migrations/migration.ts";

/** How SQLite says it, in a file or as D1. */
export const schemaWords: SchemaWords = {
  text: "TEXT",
  integer: "INTEGER",
  strict: "STRICT",
  keyed: "STRICT, WITHOUT ROWID",
  appendOnly: (table) =>
    ["UPDATE", "DELETE"].map(
      (change) => `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
      BEGIN SELECT RAISE(ABORT, 'the ${table} is append-only'); END`,
    ),
};
