import { existsSync } from "node:fs";
import { count } from "../../domain/count.ts";
import { Refused } from "../../domain/refused.ts";
import {
  commentsOnlyIn,
  copyDatabase,
  erasedIn,
  inspectDatabase,
  removeDatabase,
  replaceDatabase,
  takeBack,
} from "../../store/sqlite/database-file.ts";
import { timeInName } from "../../domain/times.ts";
import { migrations } from "../../store/migrations/migrations.ts";
import { createSqlStore } from "../../store/sql/store.ts";
import { openSqlite } from "../../store/sqlite/sqlite.ts";

/**
 * Puts a backup in the place of the database. The backup is copied and checked first; the database that was there is kept beside it.
 * What was erased, forgotten or ended since the backup is so in the restored database too.
 * @param force restores over comments that the backup does not have, and over a database that cannot be read.
 * @param now names the database that is kept.
 * @returns what was done, in lines.
 * @throws Refused with nothing changed.
 */
export async function restore(options: {
  databasePath: string;
  path: string;
  force: boolean;
  now: number;
}): Promise<string[]> {
  const { databasePath, path, force, now } = options;
  const saved = inspectDatabase(path);
  if ("trouble" in saved) throw new Refused(`${path} is no backup of Kolumne: ${saved.trouble}`);
  if (saved.schema > migrations.length)
    throw new Refused(
      `${path} has schema ${saved.schema}, this Kolumne knows up to ${migrations.length}: restore it with the newer Kolumne that wrote it`,
    );
  const erased = whatStays(databasePath, path, force);
  const part = `${databasePath}.restoring`;
  const aside = `${databasePath}.before-restore-${timeInName(now)}`;
  try {
    removeDatabase(part);
    await copyDatabase(path, part);
    const store = await createSqlStore(openSqlite(part), now);
    for (const id of erased ?? []) await store.erase(id);
    await store.close();
    if (erased !== null) takeBack(part, databasePath);
    const wasThere = existsSync(databasePath);
    if (replaceDatabase(databasePath, part, aside) === "in use")
      throw new Refused(`${databasePath} is in use: stop the service first; nothing was changed`);
    return [
      `${databasePath} is the backup now: ${count(saved.comments, "comment")}`,
      ...(wasThere
        ? [`what was there before is kept as ${aside}: delete it when it is not needed`]
        : []),
    ];
  } finally {
    removeDatabase(part);
  }
}

/** @returns the comments that were erased and stay so; null when nothing is there that could say. @throws Refused when the backup would take something away. */
function whatStays(databasePath: string, path: string, force: boolean): string[] | null {
  if (!existsSync(databasePath)) return null;
  const there = inspectDatabase(databasePath);
  if ("trouble" in there) {
    if (force) return null;
    throw new Refused(
      `${databasePath} cannot be read (${there.trouble}): with --force the backup takes its place nevertheless`,
    );
  }
  const lost = commentsOnlyIn(databasePath, path);
  if (lost > 0 && !force)
    throw new Refused(
      `${databasePath} has ${count(lost, "comment")} that the backup does not have, or has otherwise: with --force the backup takes its place nevertheless`,
    );
  return erasedIn(databasePath);
}
