/** One step of the schema, forward only. It never changes once it has been released. */
export interface Migration {
  name: string;
  statements(words: SchemaWords): string[];
}

/** Where the databases' words differ. */
export interface SchemaWords {
  /** Text that is compared and ordered by its code points, as SQLite does, whatever language the server speaks. */
  text: "TEXT" | 'TEXT COLLATE "C"';
  /** An integer that holds milliseconds since 1970. */
  integer: "INTEGER" | "BIGINT";
  /** Follows each table: SQLite keeps to the columns' types only when told so. */
  strict: "STRICT" | "";
  /** The same for a table whose rows shall stand in the order of their key, where a database can do that. */
  keyed: "STRICT, WITHOUT ROWID" | "";
  /** Statements that make a table refuse every change of a row and every deletion. */
  appendOnly: (table: string) => string[];
}

/** Makes the table of the steps that are made, where it is not there. */
export function versionTable({ integer, strict }: SchemaWords): string {
  return `CREATE TABLE IF NOT EXISTS schema_version (version ${integer} PRIMARY KEY, name TEXT NOT NULL, migrated_at ${integer} NOT NULL) ${strict}`;
}
