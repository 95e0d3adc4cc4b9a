import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { Refused } from "../../domain/refused.ts";
import { timeInName } from "../../domain/times.ts";
import { copyInto, inspectDatabase } from "./database-file.ts";

const RESCUED = ".rescued-";

/** Whether a database would be a new one: it is not there, or empty. */
export function isNew(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

/**
 * A database that was lost must not be followed by an empty one without a word. SQLite would even delete a log that has no database.
 * @throws Refused when the database is not there, and something beside it says that it was.
 */
export function refuseRemains(path: string): void {
  if (!isNew(path)) return;
  const remains = remainsOf(path);
  if (remains.length > 0)
    throw new Refused(
      `${path} is not there, but ${remains.join(" and ")} of it ${remains.length === 1 ? "is" : "are"}: put it back, restore a backup or what was rescued, or move these away to begin with an empty one`,
    );
}

function remainsOf(path: string): string[] {
  const folder = dirname(path);
  const name = basename(path);
  const isLog = (file: string) =>
    file === `${name}-wal` && (statSync(join(folder, file)).size ?? 0) > 0;
  try {
    return readdirSync(folder)
      .filter((file) => isLog(file) || file.startsWith(`${name}${RESCUED}`))
      .map((file) => join(folder, file));
  } catch {
    // Without the folder nothing is left of it, and whoever opens the database says so.
    return [];
  }
}

/**
 * Copies a database that we still have open, but that nobody else finds any more, into a file beside where it was.
 * @param log where its log stands beside another file, for which SQLite would take it: it is moved away.
 * @returns where it is, or that it could not be saved, in a sentence.
 */
export async function rescueDatabase(
  raw: DatabaseSync,
  path: string,
  log: string | null,
  now: number,
): Promise<string> {
  const rescued = `${path}${RESCUED}${timeInName(now)}`;
  const part = `${rescued}.part`;
  try {
    if (log !== null) renameSync(log, `${rescued}.log`);
    writeFileSync(part, "", { mode: 0o600, flag: "wx" });
    await copyInto(raw, part);
    const made = inspectDatabase(part);
    if ("trouble" in made) throw new Error(made.trouble);
    renameSync(part, rescued);
    return `all that was in it is in ${rescued}`;
  } catch (error) {
    return `what was in it could not be saved (${error instanceof Error ? error.message : "unknown"})`;
  } finally {
    rmSync(part, { force: true });
  }
}
