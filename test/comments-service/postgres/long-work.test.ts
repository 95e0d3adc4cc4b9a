import { expect, onTestFinished, test } from "vitest";
import { migrations } from "../../../comments-service/store/migrations/migrations.ts";
import { openPostgres } from "../../../comments-service/store/postgres/postgres.ts";
import { migrate } from "../../../comments-service/store/sql/migrate.ts";
import { raw } from "../../../comments-service/store/sql/statement.ts";
import { askServer } from "../../../comments-service/bench/postgres-server.ts";
import { holdLock, waitersFor } from "./lock.ts";
import { temporaryDatabase } from "./shared.ts";

const waits = ["lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"];
const settings = waits.map((name) => `current_setting('${name}') AS ${name}`).join(", ");
const long = {
  lock_timeout: "1min",
  statement_timeout: "0",
  idle_in_transaction_session_timeout: "0",
};

const slow = `${settings}, pg_sleep(0.4)::text AS slept`;
const done = { ...long, slept: "" };

/** A database whose settings, and an address whose query, cut everything off that takes longer than a moment. */
async function impatient() {
  const address = await temporaryDatabase("migrated");
  const lock = await holdLock(address);
  const name = new URL(address).pathname.slice(1);
  for (const wait of waits) await askServer(address, `ALTER DATABASE ${name} SET ${wait} = 300`);
  return { address, lock, short: address + waits.map((wait) => `&${wait}=200`).join("") };
}

/** Takes longer than a moment. */
function aWhile(address: string): Promise<object[]> {
  return askServer(address, "SET statement_timeout = 0; SELECT pg_sleep(0.4)");
}

test("what is read of one moment may take its time, whatever an address or its database says", async () => {
  const { address, lock, short } = await impatient();
  const database = openPostgres(`${short}&query_timeout=200`);
  onTestFinished(() => database.close());
  const snapshot = await database.snapshot();
  await aWhile(address);
  expect(await snapshot.read(raw(`SELECT ${slow}`))).toEqual([done]);
  await snapshot.close();
  await lock.release();
});

test("who makes the schema waits for the lock and then takes time, whatever an address or its database says", async () => {
  const { address, lock, short } = await impatient();
  const database = openPostgres(short);
  onTestFinished(() => database.close());
  const step = { name: "slow", statements: () => [`CREATE TABLE slow AS SELECT ${slow}`] };
  const migrated = migrate(database, 1, [...migrations, step]);
  await Promise.race([waitersFor(address, 1), migrated]);
  await aWhile(address);
  await lock.release();
  await migrated;
  expect(await askServer(address, "SELECT * FROM slow")).toEqual([done]);
});
