import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count } from "../../domain/count.ts";
import { Refused } from "../../domain/refused.ts";
import type { Database } from "../sql/database.ts";
import { inspectDatabase, removeDatabase, replaceDatabase } from "./database-file.ts";
import { openSqlite } from "./sqlite.ts";

/** Makes the content of a new database. */
export type Make = (database: Database) => Promise<void>;

/**
 * Makes a database in the place of one without comments: beside it, and there when everything stands.
 * @param now names the empty database that is kept until then.
 * @throws Refused, or what `make` throws, with nothing changed.
 */
export async function makeInPlaceOfEmpty(
  path: string,
  { now, isDry }: { now: number; isDry: boolean },
  make: Make,
): Promise<void> {
  refuseUnlessEmpty(path);
  const part = `${path}.importing`;
  try {
    await makeFile(part, make);
    if (isDry) return;
    const aside = `${path}.empty-${now}`;
    if (replaceDatabase(path, part, aside) === "in use")
      throw new Refused(`${path} is in use: stop the service first`);
    removeDatabase(aside);
  } finally {
    removeDatabase(part);
  }
}

/** Makes a database for a while, to see whether all of it is right. @param use gets it when it is. */
export async function withScratchFile(make: Make, use: Make): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-import-"));
  const path = join(folder, "scratch.sqlite");
  try {
    await makeFile(path, make);
    await withFile(path, use);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeFile(path: string, make: Make): Promise<void> {
  removeDatabase(path);
  await withFile(path, make);
  const made = inspectDatabase(path);
  if ("trouble" in made) throw new Error(made.trouble);
}

async function withFile(path: string, use: Make): Promise<void> {
  const database = openSqlite(path);
  try {
    await use(database);
  } finally {
    await database.close();
  }
}

function refuseUnlessEmpty(path: string): void {
  if (!existsSync(path)) return;
  const there = inspectDatabase(path);
  if ("trouble" in there) throw new Refused(`${path}: ${there.trouble}`);
  if (there.comments > 0)
    throw new Refused(
      `${path} holds ${count(there.comments, "comment")} already: an export goes into an empty database; nothing was changed`,
    );
}
