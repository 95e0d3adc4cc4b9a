import { readFileSync, readdirSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { openD1 } from "../../../comments-service/store/d1/d1.ts";
import { migrationFiles } from "../../../comments-service/store/d1/migration-files.ts";
import { migrate } from "../../../comments-service/store/sql/migrate.ts";
import { sql } from "../../../comments-service/store/sql/statement.ts";
import { newD1 } from "./bridge.ts";

const folder = new URL("../../../comments-service/store/d1/migrations/", import.meta.url);

test("the files for wrangler are what the migrations print", () => {
  const written = readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), "utf8"),
  }));
  expect(written).toEqual(migrationFiles());
});

test("they make the same schema as a service that starts on an empty D1", async () => {
  const database = openD1((await newD1("empty")).binding);
  await migrate(database, 1);
  const schema = sql`SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name`;
  const made = await database.read<Made>(schema);

  const file = new DatabaseSync(":memory:");
  for (const { text } of migrationFiles()) file.exec(text);
  const written = file
    .prepare("SELECT type, name, sql FROM sqlite_master ORDER BY name")
    .all() as unknown as Made[];

  expect(written.map(flat)).toEqual(made.map(flat));
  expect(file.prepare("SELECT version, name FROM schema_version").all()).toEqual(
    await database.read(sql`SELECT version, name FROM schema_version`),
  );
});

interface Made {
  type: string;
  name: string;
  sql: string | null;
}

/** Without the white space, which is the file's own. */
function flat({ sql: text, ...named }: Made): Made {
  return { ...named, sql: text?.replaceAll(/\s+/gu, " ") ?? null };
}
