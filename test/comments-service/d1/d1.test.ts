import { expect, test } from "vitest";
import { openD1 } from "../../../comments-service/store/d1/d1.ts";
import { asStoreError } from "../../../comments-service/store/d1/errors.ts";
import { StoreUnavailable } from "../../../comments-service/store/port/store-unavailable.ts";
import { raw, sql } from "../../../comments-service/store/sql/statement.ts";
import { newD1 } from "./bridge.ts";

// As D1's documentation lists them, with and without the prefix.
test.each([
  "D1_ERROR: D1 DB reset because its code was updated.",
  "D1_ERROR: Internal error while starting up D1 DB storage caused object to be reset.",
  "D1_ERROR: Internal error in D1 DB storage caused object to be reset.",
  "Network connection lost.",
  "D1_ERROR: Cannot resolve D1 DB due to transient issue on remote node.",
  "D1_ERROR: D1 DB is overloaded. Requests queued for too long.",
  "D1_ERROR: D1 DB is overloaded. Too many requests queued.",
  "D1_ERROR: D1 DB exceeded its CPU time limit and was reset.",
  "D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.",
  "D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.",
  "D1_ERROR: database or disk is full: SQLITE_FULL",
])("%s: the store cannot answer now", (message) => {
  expect(asStoreError(new Error(message))).toBeInstanceOf(StoreUnavailable);
});

test.each([
  "D1_ERROR: UNIQUE constraint failed: comment.id: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_PRIMARYKEY)",
  "D1_ERROR: no such table: nonsense: SQLITE_ERROR",
  "D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'",
  "cannot read properties of undefined",
])("%s: it stays what it is", (message) => {
  const error = new Error(message);
  expect(asStoreError(error)).toBe(error);
});

test("a wrong statement and a broken rule are no 'not now' on a real D1", async () => {
  const database = openD1((await newD1("empty")).binding);
  await database.atomic([raw("CREATE TABLE one (id TEXT PRIMARY KEY) STRICT")], sql`SELECT 1`);
  const twice = [sql`INSERT INTO one VALUES ('a')`, sql`INSERT INTO one VALUES ('a')`];
  await expect(database.atomic(twice, sql`SELECT 1`)).rejects.toThrow(/UNIQUE constraint failed/u);
  expect(await database.read(sql`SELECT * FROM one`)).toEqual([]);
  const wrong = database.read(sql`SELECT * FROM no_table`);
  await expect(wrong).rejects.toThrow(/no such table/u);
  await expect(wrong).rejects.not.toBeInstanceOf(StoreUnavailable);
});
