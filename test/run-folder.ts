import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where Linux keeps files in memory. */
export const MEMORY = "/dev/shm";

/** The name of what a run leaves when it is killed. */
export const ofThisRun = `run-${process.pid}`;
const ofRun = /^kolumne-run-(\d+)(?:-|$)/u;

/** Makes the folder of temporary files of this test run, which goes with it. What runs that were killed have left goes now. */
export function runFolder(temporary = tmpdir()): string {
  for (const parent of [temporary, MEMORY].filter((path) => existsSync(path)))
    for (const name of readdirSync(parent)) {
      const [, run] = ofRun.exec(name) ?? [];
      if (run !== undefined && !isAlive(Number(run)))
        rmSync(join(parent, name), { recursive: true, force: true });
    }
  const folder = join(temporary, `kolumne-${ofThisRun}`);
  mkdirSync(folder, { recursive: true });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function isAlive(id: number): boolean {
  try {
    // The signal 0 is none: it only asks.
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
