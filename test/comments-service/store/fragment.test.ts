import { expect, test } from "vitest";
import {
  join,
  named,
  raw,
  sql,
  withQuestionMarks,
} from "../../../comments-service/store/sql/statement.ts";

test("pieces go into one another, and values stay beside the text", () => {
  const guard = sql`id = ${"a'; DROP TABLE comment"} AND number > ${3}`;
  const statement = sql`SELECT ${named("count 1")}, ${null} FROM comment WHERE ${guard} OR thread IN (${join(["x", "y"])})`;
  expect(withQuestionMarks(statement)).toEqual({
    sql: 'SELECT "count 1", ? FROM comment WHERE id = ? AND number > ? OR thread IN (?,?)',
    parameters: [null, "a'; DROP TABLE comment", 3, "x", "y"],
  });
});

test("the text of a shape is the same string, and another shape gets its own", () => {
  const one = (value: string | typeof now, other: string | typeof now) =>
    withQuestionMarks(sql`SELECT ${value}, ${other}`).sql;
  const now = raw("now()");
  expect(one("a", now)).toBe("SELECT ?, now()");
  expect(one(now, "a")).toBe("SELECT now(), ?");
  expect(one("a", "b")).toBe("SELECT ?, ?");
  expect(one("c", now)).toBe("SELECT ?, now()");
  expect(one(sql`${"x"}`, sql`(${"y"})`)).toBe("SELECT ?, (?)");
  expect(one(sql`(${"x"})`, sql`${"y"}`)).toBe("SELECT (?), ?");
});

test("many shapes push out none wrongly", () => {
  const list = (length: number) =>
    withQuestionMarks(sql`IN (${join(Array.from({ length }, (_, index) => index))})`);
  for (const length of [...Array(400).keys()].map((index) => index + 1))
    expect(list(length).sql).toBe(`IN (${Array(length).fill("?").join(",")})`);
  expect(list(3)).toEqual({ sql: "IN (?,?,?)", parameters: [0, 1, 2] });
});

test("an empty list is refused, since SQL has none", () => {
  expect(() => join([])).toThrow(RangeError);
});
