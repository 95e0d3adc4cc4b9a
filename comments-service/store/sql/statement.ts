import type { CompiledQuery } from "kysely";
import { keepLast } from "../../domain/keep-last.ts";
import { Fragment, textsOfShapes } from "./fragment.ts";
import type { Value } from "./fragment.ts";

export { Fragment } from "./fragment.ts";

/** What can be run: a piece that stands for itself, or what Kysely has built. */
export type Statement<Row = unknown> = Fragment | CompiledQuery<Row>;

/** A statement as a driver takes it. */
export interface Plain {
  sql: string;
  parameters: readonly Value[];
}

/** SQL as a template; values and other pieces go into one another, and no value ever into the text. */
export function sql(
  parts: TemplateStringsArray,
  ...between: readonly (Value | Fragment)[]
): Fragment {
  return new Fragment(parts, between);
}

/**
 * Values or pieces in a row.
 * @throws RangeError for none, since SQL has no empty list.
 */
export function join(all: readonly (Value | Fragment)[], separator = ","): Fragment {
  if (all.length === 0) throw new RangeError("SQL has no empty list");
  return new Fragment(gaps(`${all.length} ${separator}`), all);
}

/** Text that goes into the SQL as it is. Only for what stands in the code. */
export function raw(text: string): Fragment {
  return new Fragment(alone(text), []);
}

/** The name of a table or column. Only for names that stand in the code. */
export function named(name: string): Fragment {
  return raw(`"${name}"`);
}

const alone = keepLast(500, (text) => [text]);
const gaps = keepLast(500, (key) => {
  const count = parseInt(key, 10);
  const separator = key.slice(key.indexOf(" ") + 1);
  return ["", ...Array<string>(count - 1).fill(separator), ""];
});

export const empty = raw("");

const textOf = textsOfShapes();

/**
 * A statement with a question mark for each value.
 * @throws TypeError for what is no plain value. node:sqlite would take an object in the first place for named parameters and shift the
 * rest.
 */
export function withQuestionMarks(statement: Statement): Plain {
  if (!(statement instanceof Fragment)) return plain(statement.sql, statement.parameters);
  const parameters: Value[] = [];
  return plain(textOf(statement, parameters), parameters);
}

/** The same of SQL that has its question marks already. */
export function plain(text: string, values: readonly unknown[]): Plain {
  for (const value of values)
    if (value !== null && typeof value !== "string" && typeof value !== "number")
      throw new TypeError(`cannot bind a ${typeof value} to a statement`);
  return { sql: text, parameters: values as readonly Value[] };
}
