import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { count } from "../../domain/count.ts";
import { Refused } from "../../domain/refused.ts";
import { copyDatabase, inspectDatabase } from "../../store/sqlite/database-file.ts";

/**
 * Copies the database into one file while the service goes on, checks the copy, and gives it its name only then. Only its owner may
 * read it: it holds addresses and keys.
 * @param progress gets a line at each tenth of a large database.
 * @returns what was done, in lines.
 * @throws Refused with nothing written.
 */
export async function backUp(
  databasePath: string,
  path: string,
  progress: (line: string) => void,
): Promise<string[]> {
  if (!existsSync(databasePath)) throw new Refused(`there is no database ${databasePath}`);
  if (existsSync(path)) throw new Refused(`${path} is there already: a backup replaces nothing`);
  const part = `${path}.part`;
  let told = 0;
  try {
    rmSync(part, { force: true });
    writeFileSync(part, "", { mode: 0o600 });
    await copyDatabase(databasePath, part, (percent) => {
      if (percent < told + 10) return;
      told = percent;
      progress(`copied ${percent} %`);
    });
    const made = inspectDatabase(part);
    if ("trouble" in made) throw new Refused(`the copy is of no use: ${made.trouble}`);
    renameSync(part, path);
    return [`${path}: ${count(made.comments, "comment")}, schema ${made.schema}`];
  } finally {
    rmSync(part, { force: true });
  }
}
