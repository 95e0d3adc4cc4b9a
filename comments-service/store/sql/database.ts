import type { Migration, SchemaWords } from "../migrations/migration.ts";
import { sql } from "./statement.ts";
import type { Statement } from "./statement.ts";

/** What an engine has to offer to be a store: SQLite, D1 and PostgreSQL each do it in their own way. */
export interface Database {
  /**
   * Runs a statement that only reads. What a row looks like is what the statement says; an engine gives counts, sums and times as numbers.
   * @throws StoreUnavailable when it cannot answer now, as every other call does.
   */
  read<Row>(question: Statement): Promise<Row[]>;
  /**
   * Makes the steps of the schema that are not made yet, on a database that does not change its schema in a list of statements. Two processes
   * that start at once do each step once.
   */
  migrate?: (steps: readonly Migration[], now: number) => Promise<void>;
  /**
   * Runs the statements and then the question as one: all stands or nothing.
   * @returns the rows of the question.
   */
  atomic<Row>(statements: readonly Statement[], question: Statement): Promise<Row[]>;
  /** Holds everything as it stands now, for many reads that belong together. On D1, which cannot, each of them is of its own moment. */
  snapshot(): Promise<Snapshot>;
  /**
   * Runs lists of statements, each when it comes: all of them stand or nothing, and everybody else who writes waits. Missing where an engine
   * cannot hold so much open.
   */
  fill?: (lists: AsyncIterable<readonly Statement[]>) => Promise<void>;
  /** The names of a table's columns, in their order. */
  columnsOf(table: string): Promise<string[]>;
  words: SchemaWords;
  /**
   * Lets go of what is kept beside the tables, as a log of writes, since it still holds what was erased from them.
   * @returns false when that cannot be done now, as while another process reads; true where nothing is kept.
   */
  forgetErased(): Promise<boolean>;
  /** The file that the database is; null where a server keeps it. */
  file: DatabaseFile | null;
  close(): Promise<void>;
}

/** Runs statements as one, where nothing is asked of them. */
export async function writeAll(
  database: Database,
  statements: readonly Statement[],
): Promise<void> {
  await database.atomic(statements, sql`SELECT 1`);
}

/** To be closed when everything was read. */
export interface Snapshot {
  read<Row>(question: Statement): Promise<Row[]>;
  close(): Promise<void>;
}

/** What somebody can delete, cut or replace while it is open. */
export interface DatabaseFile {
  /** Whether it was made, or filled for the first time, when it was opened. */
  isNew: boolean;
  /**
   * Looks whether what is written would be found after a new start.
   * @returns what is wrong with the database itself, fit for a log line; null when nothing is.
   * @throws StoreUnavailable when it cannot say.
   */
  look(): Promise<string | null>;
  /**
   * Brings what a lost database held to safety, as far as it is still open.
   * @returns what became of it, in a sentence.
   */
  rescue(now: number): Promise<string>;
}
