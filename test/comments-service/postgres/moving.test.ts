import { expect, onTestFinished, test } from "vitest";
import { exportLines } from "../../../comments-service/commands/export/ndjson.ts";
import { importNdjson } from "../../../comments-service/commands/import/ndjson.ts";
import { Refused } from "../../../comments-service/domain/refused.ts";
import type { Settings } from "../../../comments-service/settings.ts";
import { openDatabase } from "../../../comments-service/store/open-database.ts";
import { StoreUnavailable } from "../../../comments-service/store/port/store-unavailable.ts";
import { openPostgres } from "../../../comments-service/store/postgres/postgres.ts";
import { copyRows, everyRow, writeRows } from "../../../comments-service/store/sql/everything.ts";
import { sql } from "../../../comments-service/store/sql/statement.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { all, filled } from "../commands/export/exporting.ts";
import { temporaryFile } from "../commands/import/importing.ts";
import { entry, saveThreads } from "../store/entries.ts";
import { holdLock, waitersFor } from "./lock.ts";
import { temporaryDatabase } from "./shared.ts";

const importing = { now: 7, isDry: false, progress: () => {} };

async function exported(settings: Pick<Settings, "database">): Promise<string> {
  const database = await openDatabase(settings);
  onTestFinished(() => database.close());
  return (await Array.fromAsync(exportLines(database))).join("");
}

test("all that a PostgreSQL holds moves into a file and back into an empty PostgreSQL, the same bytes each time", async () => {
  const before = (await Array.fromAsync(exportLines((await filled()).database))).join("");
  expect(before).toContain('"kind":"objection"');

  const file = { database: { engine: "sqlite", path: temporaryFile("new.sqlite") } } as const;
  const path = temporaryFile("export.ndjson", before);
  await importNdjson({ ...importing, settings: file, path });
  expect(await all(file.database.path)).toBe(before);

  const address = await temporaryDatabase("empty");
  const server = { database: { engine: "postgres", address } } as const;
  const dry = await importNdjson({ ...importing, settings: server, path, isDry: true });
  expect(dry[1]).toBe("nothing was written");
  const done = await importNdjson({ ...importing, settings: server, path });
  expect(done[0]).toMatch(/^wrote \d+ rows with 13/u);
  expect(await exported(server)).toBe(before);
  await expect(importNdjson({ ...importing, settings: server, path })).rejects.toThrow(
    "the database holds 13 comments already",
  );
});

test("who writes while a PostgreSQL is filled waits, and keeps what was written when that is broken off", async () => {
  const address = await temporaryDatabase("migrated");
  const store = await createSqlStore(openPostgres(address), 1);
  onTestFinished(() => store.close());
  await saveThreads(store);
  const database = openPostgres(address);
  onTestFinished(() => database.close());
  const posted: Promise<object>[] = [];
  async function* lists() {
    yield [sql`UPDATE thread SET title = 'Half'`];
    posted.push(store.post(entry("a"), 1));
    await waitersFor(address, 1);
    throw new Refused("broken off");
  }
  await expect(database.fill?.(lists())).rejects.toThrow(new Refused("broken off"));
  expect(await Promise.all(posted)).toEqual([{ state: "taken" }]);
  expect(await store.thread("flur")).toMatchObject({ title: "Flur" });
  expect(await store.comment("a")).not.toBeNull();
});

test("what readers have written into a PostgreSQL that was thought empty stays, and nothing is copied", async () => {
  const database = openPostgres(await temporaryDatabase("migrated"));
  const store = await createSqlStore(database, 1);
  onTestFinished(() => store.close());
  await saveThreads(store);
  await store.post(entry("a"), 1);
  const before = await Array.fromAsync(everyRow(database));
  await expect(copyRows((await filled()).database, database)).rejects.toThrow("foreign key");
  expect(await Array.fromAsync(everyRow(database))).toEqual(before);
});

test("no row is blamed for a server that cannot take it now", async () => {
  const address = await temporaryDatabase("migrated");
  const database = openPostgres(`${address}&lock_timeout=1`);
  onTestFinished(() => database.close());
  const lock = await holdLock(address);
  const written = writeRows(database, everyRow((await filled()).database));
  await expect(written).rejects.toThrow(new StoreUnavailable("55P03"));
  await lock.release();
});
