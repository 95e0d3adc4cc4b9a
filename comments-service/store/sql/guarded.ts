import { keepLast } from "../../domain/keep-last.ts";
import { Fragment, empty } from "./statement.ts";
import type { Tables } from "./tables.ts";

/** A condition in SQL. */
export type Guard = Fragment;

type Value = string | number | null | Fragment;

/**
 * `INSERT … SELECT … WHERE guard`: the row is written only when the guard holds, which lets an act decide inside one list of
 * statements. A value is a parameter, or a piece of SQL.
 * @param onConflict what happens when the row is there already; without it the whole act fails.
 * @param from where the pieces among the values take theirs from, as `FROM …`.
 */
export function insertWhere<Table extends keyof Tables>(
  table: Table,
  row: { [Column in keyof Tables[Table]]: Tables[Table][Column] | Fragment },
  guard: Guard,
  onConflict: Fragment = empty,
  from: Fragment = empty,
): Fragment {
  // Tables hold texts, integers and nothing else.
  const values: Value[] = Object.values(row);
  const types = values.map(typeOf);
  const strings = insertStrings([table, Object.keys(row), types].join(" "));
  return new Fragment(strings, [
    ...values.filter((value) => value !== null),
    from,
    guard,
    onConflict,
  ]);
}

/** What stands between the values. It is the same for all rows of one shape, and putting it together takes longer than all the rest. */
const insertStrings = keepLast(200, (key) => {
  const [table = "", columns = "", types = ""] = key.split(" ");
  const names = columns.replace(/\w+/gu, '"$&"');
  // NUL stands in no SQL, so it can mark where a value goes.
  const places = types
    .split(",")
    .map((type) => casts[type as keyof typeof casts])
    .join(", ");
  return `INSERT INTO "${table}" (${names}) SELECT ${places} \0 WHERE \0 \0`.split("\0");
});

/** PostgreSQL does not infer the type of a parameter in a SELECT list. */
const casts = {
  text: "CAST(\0 AS TEXT)",
  integer: "CAST(\0 AS BIGINT)",
  null: "NULL",
  sql: "\0",
};

function typeOf(value: Value): keyof typeof casts {
  if (value === null) return "null";
  if (typeof value === "string") return "text";
  return typeof value === "number" ? "integer" : "sql";
}
