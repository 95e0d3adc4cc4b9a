import { describe, expect, test } from "vitest";
import { migrations } from "../../../comments-service/store/migrations/migrations.ts";
import { newest } from "../../../comments-service/store/migrations/newest.ts";
import { migrate, requireSchema } from "../../../comments-service/store/sql/migrate.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { databases } from "./databases.ts";
import { saveThreads } from "./entries.ts";

describe.each(databases)("a database of $name", ({ open }) => {
  test("is migrated once, also by many who start at the same moment", async () => {
    const database = await open("empty");
    await Promise.all(Array.from({ length: 5 }, () => migrate(database, 1)));
    const store = await createSqlStore(database, 2);
    await saveThreads(store);
    expect(await store.thread("flur")).not.toBeNull();
  });

  test("is left alone when a newer Kolumne wrote it", async () => {
    const database = await open("empty");
    const later = { name: "later", statements: () => ["CREATE TABLE later (id TEXT)"] };
    await migrate(database, 1, [...migrations, later]);
    await expect(createSqlStore(database, 2)).rejects.toThrow(
      `the database has schema ${migrations.length + 1}, this Kolumne knows up to ${migrations.length}`,
    );
  });

  test("is refused where its schema is made beforehand, until it is this code's", async () => {
    expect(newest).toBe(migrations.length);
    const database = await open("empty");
    const isRefused = async (version: number) =>
      expect(requireSchema(database)).rejects.toThrow(
        `the database has schema ${version}, this Kolumne needs ${newest}: apply the migrations`,
      );
    await isRefused(0);
    await migrate(database, 1, migrations.slice(0, -1));
    await isRefused(newest - 1);
    await migrate(database, 1);
    await requireSchema(database);
    const later = { name: "later", statements: () => ["CREATE TABLE later (id TEXT)"] };
    await migrate(database, 1, [...migrations, later]);
    await expect(requireSchema(database)).rejects.toThrow("start the newer Kolumne");
  });

  test("stays as it was when a migration fails", async () => {
    const database = await open("empty");
    await createSqlStore(database, 1);
    const broken = {
      name: "broken",
      statements: () => ["CREATE TABLE half (id TEXT)", "CREATE NONSENSE"],
    };
    await expect(migrate(database, 2, [...migrations, broken])).rejects.toThrow(/syntax/iu);
    await migrate(database, 3, [
      ...migrations,
      { name: "mended", statements: () => ["CREATE TABLE half (id TEXT)"] },
    ]);
  });
});
