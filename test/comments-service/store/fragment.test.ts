import { expect, test } from "vitest";
import {
  inPieces,
  join,
  named,
  raw,
  sql,
  withDollarNumbers,
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

test("for PostgreSQL the values are numbered through all pieces", () => {
  const some = sql`thread IN (${join(["x", "y"])})`;
  const ask = (id: string) => withDollarNumbers(sql`SELECT ${1} WHERE ${some} OR id = ${id}`);
  expect(ask("a")).toEqual({
    sql: "SELECT $1 WHERE thread IN ($2,$3) OR id = $4",
    parameters: [1, "x", "y", "a"],
  });
  expect(ask("b").sql).toBe(ask("a").sql);
  expect(withQuestionMarks(some).sql).toBe("thread IN (?,?)");
});

test("a long list comes in pieces that D1 can bind, and an empty one in none", () => {
  const numbers = Array.from({ length: 100 }, (_, index) => index);
  expect(inPieces(numbers).map(({ length }) => length)).toEqual([90, 10]);
  expect(inPieces(numbers, 5).every(({ length }) => length * 5 <= 100)).toBe(true);
  expect(inPieces(numbers, 5).flat()).toEqual(numbers);
  expect(inPieces([])).toEqual([]);
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
