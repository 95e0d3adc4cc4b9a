import type { SchemaWords } from "../migrations/migration.ts";

/** No table needs to be told to keep to its types, and none can be kept in the order of its key. */
export const schemaWords: SchemaWords = {
  text: 'TEXT COLLATE "C"',
  integer: "BIGINT",
  strict: "",
  keyed: "",
  appendOnly: (table) => [
    `CREATE FUNCTION ${table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'the ${table} is append-only'; END $$`,
    `CREATE TRIGGER ${table}_no_change BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION ${table}_is_append_only()`,
    // Rows are not asked when all of them go at once.
    `CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION ${table}_is_append_only()`,
  ],
};
