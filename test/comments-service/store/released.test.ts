import { copyFileSync, readFileSync, readdirSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { exportLines } from "../../../comments-service/commands/export/ndjson.ts";
import { migrations } from "../../../comments-service/store/migrations/migrations.ts";
import { migrate } from "../../../comments-service/store/sql/migrate.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { openSqlite } from "../../../comments-service/store/sqlite/sqlite.ts";
import { temporaryFile } from "./databases.ts";
import { entry } from "./entries.ts";

const folder = fileURLToPath(new URL("../../fixtures/databases", import.meta.url));
const released = readdirSync(folder).filter((name) => name.endsWith(".db"));

/** Every row of every table, without the columns that a later schema has added. */
function rowsOf(path: string, like?: Record<string, string[]>): Record<string, object[]> {
  const raw = new DatabaseSync(path, { readOnly: true });
  const tables = raw
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => name !== "schema_version" && (like === undefined || name in like));
  const rows = tables.map((table) => {
    const columns = like?.[table]?.join(", ") ?? "*";
    return [table, raw.prepare(`SELECT ${columns} FROM ${table} ORDER BY 1, 2`).all()] as const;
  });
  raw.close();
  return Object.fromEntries(rows);
}

/** The statements that made tables, indexes and triggers. */
function schemaOf(path: string): object[] {
  const raw = new DatabaseSync(path, { readOnly: true });
  const schema = raw.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all();
  raw.close();
  return schema;
}

// The schemas 2 and 3 were never on `main` without 4.
test("there is a database of each released schema, with rows in every table of it", () => {
  expect(released).toEqual([
    "001.db",
    "004.db",
    "005.db",
    "006.db",
    "007.db",
    "008.db",
    "009.db",
    "010.db",
    "011.db",
  ]);
  for (const name of released) {
    const rows = rowsOf(`${folder}/${name}`);
    expect(Object.keys(rows).length).toBeGreaterThan(8);
    expect(Object.keys(rows).filter((table) => rows[table]?.length === 0)).toEqual([]);
  }
});

describe.each(released)("a database of the released schema %s", (name) => {
  function copy(): string {
    const path = temporaryFile();
    copyFileSync(`${folder}/${name}`, path);
    return path;
  }

  test("is what its migrations still make: none of them was changed since", async () => {
    const path = temporaryFile();
    const database = openSqlite(path);
    await migrate(database, 1, migrations.slice(0, Number.parseInt(name, 10)));
    await database.close();
    expect(schemaOf(path)).toEqual(schemaOf(`${folder}/${name}`));
  });

  test("is brought to today's with all its rows", async () => {
    const path = copy();
    const before = rowsOf(path);
    const columns = Object.fromEntries(
      Object.entries(before).map(([table, [row]]) => [table, Object.keys(row ?? {})]),
    );
    await (await createSqlStore(openSqlite(path), 1)).close();
    expect(rowsOf(path, columns)).toEqual(before);
    const raw = new DatabaseSync(path, { readOnly: true });
    expect(raw.prepare("SELECT max(version) AS version FROM schema_version").get()).toEqual({
      version: migrations.length,
    });
    expect(raw.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    expect(raw.prepare("PRAGMA foreign_key_check").all()).toEqual([]);
    raw.close();
  });

  test("works: it shows its threads, takes a comment, and gives the next number", async () => {
    const store = await createSqlStore(openSqlite(copy()), 1);
    onTestFinished(() => store.close());
    const page = await store.page("flur", { order: "oldest", limit: 10, before: null });
    expect(page.comments.map(({ number, state, name: by }) => [number, state, by])).toEqual([
      [1, "published", "Petra"],
      [2, "published", "Jens"],
      [4, "erased", ""],
      [3, "hidden", ""],
    ]);
    expect((await store.post(entry("neu"), 5)).state).toBe("taken");
    expect(await store.comment("neu")).toMatchObject({ state: "unconfirmed", thread: "flur" });
    await store.importComments("regen", [
      {
        id: "f".repeat(32),
        parent: null,
        state: "published",
        name: "Neu",
        email: "",
        text: "Neu.",
        wording: "import.test",
        at: 9,
        editedAt: null,
      },
    ]);
    expect(
      (await store.page("regen", { order: "newest", limit: 1, before: null })).comments,
    ).toEqual([expect.objectContaining({ number: 3, name: "Neu" })]);
  });

  test("is exported", async () => {
    const path = copy();
    const database = openSqlite(path);
    const store = await createSqlStore(database, 1);
    const exported = (await Array.fromAsync(exportLines(database))).join("");
    await store.close();
    expect(exported).toContain('"text":"Es regnet. 🌧"');
    expect(readFileSync(`${folder}/${name}`).subarray(0, 15).toString()).toBe("SQLite format 3");
  });
});
