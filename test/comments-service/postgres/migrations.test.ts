import { expect, test } from "vitest";
import { migrations } from "../../../comments-service/store/migrations/migrations.ts";
import { schemaWords } from "../../../comments-service/store/postgres/schema-words.ts";

const statements = migrations.flatMap((step) => step.statements(schemaWords));

function those(like: RegExp): string[] {
  return statements.filter((statement) => like.test(statement));
}

test("no migration asks of PostgreSQL what engines that are spread over machines do not have", () => {
  expect(statements.length).toBeGreaterThan(80);
  expect(those(/\b(?:small|big)?serial\b|\bIDENTITY\b|\bSEQUENCE\b|nextval/iu)).toEqual([]);
  expect(those(/advisory|LOCK TABLE|\bLISTEN\b|\bNOTIFY\b/iu)).toEqual([]);
  expect(
    those(/CONCURRENTLY|TABLESPACE|UNLOGGED|\bTEMP(?:ORARY)?\b|INHERITS|CREATE EXTENSION/iu),
  ).toEqual([]);
});

test("each statement of a migration changes the schema or rows, and only one thing", () => {
  const kinds = statements.map((statement) => /^\s*(\w+)/u.exec(statement)?.[1] ?? "");
  expect(new Set(kinds)).toEqual(new Set(["CREATE", "ALTER", "DROP", "INSERT", "UPDATE"]));
  // But in the body of a function, a semicolon would begin another one.
  expect(those(/;/u).filter((statement) => !statement.startsWith("CREATE FUNCTION"))).toEqual([]);
  expect(those(/^ALTER TABLE[^,(]*,/u)).toEqual([]);
});

test("text is compared by its code points, and no type is one that other engines lack", () => {
  expect(those(/\bTEXT\b(?! COLLATE "C")/u)).toEqual([]);
  const tables = those(/^CREATE TABLE/u);
  const types = tables.flatMap((statement) =>
    [...statement.matchAll(/^ {6}\w+ ((?:TEXT COLLATE "C")|[A-Z]+)/gmu)].map(([, type]) => type),
  );
  expect(types.length).toBeGreaterThan(90);
  expect(new Set(types)).toEqual(new Set(['TEXT COLLATE "C"', "BIGINT", "KEY"]));
});
