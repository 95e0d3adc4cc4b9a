import { copyFileSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import type { ImportedComment } from "../../../comments-service/store/port/importing.ts";
import type { OpenStore } from "../../../comments-service/store/port/store.ts";
import type { Database } from "../../../comments-service/store/sql/database.ts";
import {
  copyRows,
  everyRow,
  refuseUnlessEmpty,
} from "../../../comments-service/store/sql/everything.ts";
import { sql } from "../../../comments-service/store/sql/statement.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { openSqlite } from "../../../comments-service/store/sqlite/sqlite.ts";
import { databases, temporaryFile } from "./databases.ts";
import { saveThreads } from "./entries.ts";

const released = new URL("../../fixtures/databases/010.db", import.meta.url).pathname;

/** A database with rows of all kinds, and more comments than are read or written at once. */
async function filled(): Promise<Database> {
  const path = temporaryFile();
  copyFileSync(released, path);
  const database = openSqlite(path);
  const store = await createSqlStore(database, 1);
  onTestFinished(() => store.close());
  await store.importComments(
    "regen",
    Array.from({ length: 600 }, (_, i) => imported(`${i}`)),
  );
  return database;
}

function imported(id: string): ImportedComment {
  const words = { name: "Ä", email: "a@mail.example", text: "Ö 🌧\n\n„ü“", wording: "import.test" };
  return { id, parent: null, state: "published", ...words, at: 9, editedAt: null };
}

async function textOf(rows: AsyncIterable<object>): Promise<string> {
  return (await Array.fromAsync(rows, (row) => JSON.stringify(row))).join("\n");
}

async function storeOn(database: Database): Promise<{ database: Database; store: OpenStore }> {
  return { database, store: await createSqlStore(database, 1) };
}

describe.each(databases)("everything that $name holds", ({ open }) => {
  test("came out of another engine and goes out again as the same bytes", async () => {
    const [from, { database, store }] = [await filled(), await storeOn(await open())];
    await saveThreads(store);
    await refuseUnlessEmpty(database);
    await copyRows(from, database);
    expect(await textOf(everyRow(database))).toBe(await textOf(everyRow(from)));
    await expect(refuseUnlessEmpty(database)).rejects.toThrow(
      /^the database holds \d+ comments already: an export goes into an empty database/u,
    );
    await store.importComments("regen", [imported("next")]);
    expect(await store.withIds(["next"])).toMatchObject([{ number: expect.any(Number) as number }]);
  });
});

/** Of what comes in, blocks are written behind comments, and one of them is there already. */
async function withBlock(open: () => Promise<Database>): Promise<Database> {
  const { database } = await storeOn(await open());
  const block = sql`INSERT INTO block (id, value, created_at, created_by, why) VALUES ('x', 'spam.example', 1, 'desk', '')`;
  await database.atomic([block], sql`SELECT 1`);
  return database;
}

const fillingAtOnce = databases.filter(({ name }) => name === "PostgreSQL");
describe.each(fillingAtOnce)(
  "everything that cannot be written to its end into $name",
  ({ open }) => {
    test("leaves nothing behind, and what was there as it was", async () => {
      const database = await withBlock(open);
      const before = await textOf(everyRow(database));
      expect(before).toContain("spam.example");
      await expect(copyRows(await filled(), database)).rejects.toThrow("duplicate key");
      expect(await textOf(everyRow(database))).toBe(before);
    });
  },
);

const fillingByLists = databases.filter(({ name }) => name !== "PostgreSQL");
describe.each(fillingByLists)(
  "everything that cannot be written to its end into $name",
  ({ open }) => {
    test("says that it has left a part", async () => {
      const database = await withBlock(open);
      await expect(copyRows(await filled(), database)).rejects.toThrow("make the database anew");
    });
  },
);

// D1 holds no moment for several reads.
const holding = databases.filter(({ name }) => name !== "D1");
describe.each(holding)("everything that is read of $name", ({ open }) => {
  test("is of one moment, whatever is written while it is read", async () => {
    const { database, store } = await storeOn(await open());
    await copyRows(await filled(), database);
    const before = await textOf(everyRow(database));
    const rows = everyRow(database);
    const first = JSON.stringify((await rows.next()).value);
    await store.importComments("regen", [imported("meanwhile")]);
    expect(`${first}\n${await textOf(rows)}`).toBe(before);
    expect(await textOf(everyRow(database))).not.toBe(before);
  });
});
