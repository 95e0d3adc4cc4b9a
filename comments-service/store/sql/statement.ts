import { keepLast } from "../../domain/keep-last.ts";
import { Fragment, textsOfShapes } from "./fragment.ts";
import type { Value } from "./fragment.ts";

export { Fragment } from "./fragment.ts";

/** A piece that can be run by itself. */
export type Statement = Fragment;

/** A statement as a driver takes it. */
export interface BoundStatement {
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

/** A statement with a question mark for each value, as SQLite and D1 take it. @throws TypeError for what is no plain value. */
export const withQuestionMarks = binding(() => "?");

/** The same with `$1`, `$2` and so on, as PostgreSQL takes it. */
export const withDollarNumbers = binding((nth) => `$${nth}`);

function binding(placeholder: (nth: number) => string): (statement: Statement) => BoundStatement {
  const textOf = textsOfShapes(placeholder);
  return (statement) => {
    const parameters: Value[] = [];
    const text = textOf(statement, parameters);
    // node:sqlite would take an object in the first place for named parameters and shift the rest.
    for (const value of parameters)
      if (value !== null && typeof value !== "string" && typeof value !== "number")
        throw new TypeError(`cannot bind a ${typeof value} to a statement`);
    return { sql: text, parameters };
  };
}

// D1 binds at most 100 values a statement; some room is left for those that stand beside a list.
const VALUES_AT_ONCE = 90;

/** A list in pieces, each of which fits into a statement on every database. @param each how many values one of them takes. */
export function inPieces<Item>(items: readonly Item[], each = 1): Item[][] {
  const size = Math.floor(VALUES_AT_ONCE / each);
  const pieces: Item[][] = [];
  for (let at = 0; at < items.length; at += size) pieces.push(items.slice(at, at + size));
  return pieces;
}
