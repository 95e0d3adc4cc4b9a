import { migrations } from "../migrations/migrations.ts";
import type { Migration } from "../migrations/migrations.ts";
import type { Database } from "./database.ts";
import { raw } from "./statement.ts";

/**
 * Brings the schema to this code's version, each step in one atomic list. Two processes that start at once do each step once.
 * @throws when the database was written by a newer Kolumne.
 */
export async function migrate(
  database: Database,
  now: number,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  const { db, words } = database;
  const versionTable = raw(
    `CREATE TABLE IF NOT EXISTS schema_version (version ${words.integer} PRIMARY KEY, name TEXT NOT NULL, migrated_at ${words.integer} NOT NULL) ${words.strict}`,
  );
  await database.atomic([versionTable], versionQuery(database));
  for (let version = (await versionOf(database)) + 1; version <= steps.length; version += 1) {
    const step = steps[version - 1];
    if (step === undefined) break;
    // The number comes first: when another process has made this step meanwhile, its primary key stops ours whole.
    const claim = db
      .insertInto("schema_version")
      .values({ version, name: step.name, migrated_at: now });
    const statements = step.statements(words).map((statement) => raw(statement));
    try {
      await database.atomic([claim.compile(), ...statements], versionQuery(database));
    } catch (error) {
      if ((await versionOf(database)) < version) throw error;
    }
  }
  const version = await versionOf(database);
  if (version > steps.length)
    throw new Error(
      `the database has schema ${version}, this Kolumne knows up to ${steps.length}: start the newer Kolumne that wrote it, or restore a backup made before`,
    );
}

async function versionOf(database: Database): Promise<number> {
  const [row] = await database.atomic([], versionQuery(database));
  return row?.version ?? 0;
}

function versionQuery({ db }: Database) {
  return db
    .selectFrom("schema_version")
    .select("version")
    .orderBy("version", "desc")
    .limit(1)
    .compile();
}
