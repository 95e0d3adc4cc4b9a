import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSqlStore } from "../../comments-service/store/sql/store.ts";
import { openSqlite } from "../../comments-service/store/sqlite/sqlite.ts";
import { memoryFolder } from "../run-folder.ts";

let migrated: Promise<Buffer> | undefined;

/** Writes a database file with today's schema and without a row. Each worker runs the migrations once: they take ten times as long as to open a copy. */
export async function writeMigrated(path: string): Promise<void> {
  writeFileSync(path, await (migrated ??= migrate()));
}

async function migrate(): Promise<Buffer> {
  const folder = memoryFolder("schema");
  const path = join(folder, "comments.sqlite");
  try {
    await (await createSqlStore(openSqlite(path), 1)).close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
