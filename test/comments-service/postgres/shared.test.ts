import { expect, test } from "vitest";
import { askServer } from "../../../comments-service/bench/postgres-server.ts";
import { openPostgres } from "../../../comments-service/store/postgres/postgres.ts";
import { sql } from "../../../comments-service/store/sql/statement.ts";
import { temporaryDatabase } from "./shared.ts";

/** What the tests before had. */
const used: string[] = [];
const rows = "SELECT at FROM record";
const write = `INSERT INTO record (id, batch, at, who, act, subject, was, became, why)
  VALUES ('a', 'a', 1, 'shell', 'hide', 'b', 'published', 'hidden', '')`;

test.each([
  ["nothing was changed", rows],
  ["a row was written that nobody may delete", write],
  ["a table was changed", "ALTER TABLE comment ADD COLUMN more TEXT"],
  ["a trigger was dropped", "DROP TRIGGER record_no_change ON record"],
  [
    "the database got a setting",
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = 300', current_database()); END $$`,
  ],
  ["nothing was changed again", rows],
])("a database is as new after a test in which %s", async (_, change) => {
  const address = await temporaryDatabase("migrated");
  const before = await Promise.allSettled(used.map((left) => askServer(left, rows)));
  expect(before.map(({ status }) => status)).toEqual(used.map(() => "rejected"));
  used.push(address);
  expect(await askServer(address, rows)).toEqual([]);
  expect(await askServer(address, "SELECT more FROM comment").catch(String)).toMatch("not exist");
  expect(await askServer(address, "SHOW lock_timeout")).toEqual([{ lock_timeout: "0" }]);
  await expect(askServer(address, `${write}; DELETE FROM record`)).rejects.toThrow("append-only");
  // Nobody closes it.
  await openPostgres(address).read(sql`SELECT 1`);
  await askServer(address, change);
});
