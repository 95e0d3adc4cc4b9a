import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gitIn } from "./git.ts";

/** What was put online last. CI carries the file from run to run. */
const kept = ".kolumne/deployed";

/**
 * Keeps what was put online: the commit, and when something else is due. Nothing is kept of what is not committed.
 *
 * @param next as it stands in the schedule.json that was printed
 */
export function keepDeployed(folder: string, next: unknown): void {
  const file = join(folder, kept);
  const record = recordOf(folder, next);
  if (record === null) return rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, record);
}

/** Whether this very commit is online, printed when the same was to come next: then a build would print the same again. */
export function isDeployed(folder: string, next: unknown): boolean {
  try {
    return readFileSync(join(folder, kept), "utf8") === recordOf(folder, next);
  } catch {
    return false;
  }
}

function recordOf(folder: string, next: unknown): string | null {
  try {
    const git = gitIn(folder);
    if (git("status", "--porcelain") !== "") return null;
    return `${JSON.stringify({ commit: git("rev-parse", "HEAD"), next })}\n`;
  } catch {
    return null;
  }
}
