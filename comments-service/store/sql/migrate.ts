import { newest } from "../migrations/newest.ts";
import { StoreUnavailable } from "../port/store-unavailable.ts";
import { migrations } from "../migrations/migrations.ts";
import { versionTable } from "../migrations/migration.ts";
import type { Migration } from "../migrations/migration.ts";
import type { Database } from "./database.ts";
import { raw, sql } from "./statement.ts";

/**
 * Brings the schema to this code's version.
 * @throws when the database was written by a newer Kolumne.
 */
export async function migrate(
  database: Database,
  now: number,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  await (database.migrate?.(steps, now) ?? migrateInLists(database, steps, now));
  const version = await versionOf(database);
  refuseNewer(version, steps.length);
}

function refuseNewer(version: number, known = newest): void {
  if (version > known)
    throw new Error(
      `the database has schema ${version}, this Kolumne knows up to ${known}: start the newer Kolumne that wrote it, or restore a backup made before`,
    );
}

/** Each step in one atomic list. Two processes that start at once do each step once. */
async function migrateInLists(
  database: Database,
  steps: readonly Migration[],
  now: number,
): Promise<void> {
  const { words } = database;
  await database.atomic([raw(versionTable(words))], newestVersion);
  for (let version = (await versionOf(database)) + 1; version <= steps.length; version += 1) {
    const step = steps[version - 1];
    if (step === undefined) break;
    // The number comes first: when another process has made this step meanwhile, its primary key stops ours whole.
    const claim = sql`INSERT INTO schema_version (version, name, migrated_at) VALUES (${version}, ${step.name}, ${now})`;
    const statements = step.statements(words).map((statement) => raw(statement));
    try {
      await database.atomic([claim, ...statements], newestVersion);
    } catch (error) {
      if ((await versionOf(database)) < version) throw error;
    }
  }
}

/**
 * Looks at a database whose schema is made beforehand, as on D1.
 * @throws when it is not this code's: the message says what to do.
 */
export async function requireSchema(database: Database): Promise<void> {
  const version = await versionOf(database).catch((error: unknown) => {
    if (error instanceof StoreUnavailable) throw error;
    return 0;
  });
  refuseNewer(version);
  if (version < newest)
    throw new Error(
      `the database has schema ${version}, this Kolumne needs ${newest}: apply the migrations first`,
    );
}

async function versionOf(database: Database): Promise<number> {
  const [row] = await database.atomic<{ version: number }>([], newestVersion);
  return row?.version ?? 0;
}

const newestVersion = sql`SELECT version FROM schema_version ORDER BY version DESC LIMIT 1`;
