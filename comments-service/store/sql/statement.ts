import type { CompiledQuery } from "kysely";
import { Sql, raw } from "sql-template-tag";

export { default as sql, empty, join, raw } from "sql-template-tag";

/** A piece of SQL with its values kept apart; pieces go into one another. */
export type Fragment = Sql;

/** What can be run: a piece that stands for itself, or what Kysely has built. */
export type Statement<Row = unknown> = Fragment | CompiledQuery<Row>;

/** A statement as a driver takes it. */
export interface Plain {
  sql: string;
  parameters: readonly (string | number | null)[];
}

/**
 * A statement with a question mark for each value.
 * @throws TypeError for what is no plain value. node:sqlite would take an object in the first place for named parameters and shift the
 * rest.
 */
export function withQuestionMarks(statement: Statement): Plain {
  return plain(statement.sql, statement instanceof Sql ? statement.values : statement.parameters);
}

/** The same of SQL that has its question marks already. */
export function plain(sql: string, values: readonly unknown[]): Plain {
  const parameters = values.map((value) => {
    if (value === null || typeof value === "string" || typeof value === "number") return value;
    throw new TypeError(`cannot bind a ${typeof value} to a statement`);
  });
  return { sql, parameters };
}

/** The name of a table or column. Only for names that stand in the code: they are put into the SQL as they are. */
export function named(name: string): Fragment {
  return raw(`"${name}"`);
}
