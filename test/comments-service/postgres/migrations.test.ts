import { expect, onTestFinished, test } from "vitest";
import { migrations } from "../../../comments-service/store/migrations/migrations.ts";
import { schemaWords } from "../../../comments-service/store/postgres/schema-words.ts";
import { StoreUnavailable } from "../../../comments-service/store/port/store-unavailable.ts";
import { openPostgres } from "../../../comments-service/store/postgres/postgres.ts";
import { migrate } from "../../../comments-service/store/sql/migrate.ts";
import { cuttingProxy } from "./cutting-proxy.ts";
import { askServer } from "../../../comments-service/bench/postgres-server.ts";
import { temporaryDatabase } from "./shared.ts";

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

test("a start that is cut off anywhere is followed by one that goes on there, to the same schema", async () => {
  const address = await temporaryDatabase("empty");
  const proxy = await cuttingProxy(address);
  let isDone = false;
  // A statement has three answers: that it is begun, that it is done, that this is noted. Each of them is cut off now and then.
  for (let answers = 1; !isDone; answers += 4) {
    const database = openPostgres(proxy.address);
    let left = answers;
    proxy.cutAt(() => (left -= 1) === 0);
    isDone = await migrate(database, 1).then(
      () => true,
      (error: unknown) => {
        if (error instanceof StoreUnavailable) return false;
        throw error;
      },
    );
    await database.close();
  }
  expect(proxy.cut).toBeGreaterThan(9);
  expect(await schemaOf(address)).toEqual(await schemaOf(await temporaryDatabase("migrated")));
});

test("a database in which others have a table of the same name is left alone, at each start", async () => {
  const address = await temporaryDatabase("empty");
  await askServer(address, "CREATE TABLE comment (theirs INTEGER)");
  const database = openPostgres(address);
  onTestFinished(() => database.close());
  for (const now of [1, 2])
    await expect(migrate(database, now)).rejects.toThrow(`relation "comment" already exists`);
  expect(await askServer(address, "SELECT * FROM comment")).toEqual([]);
});

test("the record is append-only also for who would empty it at once", async () => {
  const address = await temporaryDatabase("migrated");
  await expect(askServer(address, "TRUNCATE record")).rejects.toThrow("the record is append-only");
});

/** Columns, indexes, constraints and triggers, and how far the schema is. */
async function schemaOf(address: string): Promise<object> {
  const all = [
    `SELECT table_name, column_name, data_type, collation_name, column_default, is_nullable FROM information_schema.columns
      WHERE table_schema = 'public' ORDER BY 1, ordinal_position`,
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`,
    `SELECT conrelid::regclass::text AS place, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
    `SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1`,
    `SELECT version, name FROM schema_version ORDER BY 1`,
    `SELECT version FROM schema_progress`,
  ];
  return Promise.all(all.map((question) => askServer(address, question)));
}
