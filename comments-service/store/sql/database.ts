import type { CompiledQuery, Kysely } from "kysely";
import type { SchemaWords } from "../migrations/migrations.ts";
import type { Tables } from "./tables.ts";

/** What a SQL database has to offer to be a store: SQLite, D1 and PostgreSQL each do it in their own way. */
export interface Database {
  /** Builds statements, and runs those that only read. */
  db: Kysely<Tables>;
  words: SchemaWords;
  /**
   * Runs the statements and then the question as one: all stands or nothing.
   * @returns the rows of the question.
   */
  atomic<Row>(statements: readonly CompiledQuery[], question: CompiledQuery<Row>): Promise<Row[]>;
  /**
   * Empties the log of writes that a database keeps beside its tables, since it still holds what was erased from them.
   * @returns false when that cannot be done now, as while another process reads.
   */
  emptyLog(): Promise<boolean>;
  close(): Promise<void>;
}
