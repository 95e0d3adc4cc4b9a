import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

// Databases wait for the disk with all that they write, hundreds of times a test. Files in memory need not.
/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";

/** The name of what a run leaves when it is killed. */
export const ofThisRun = `run-${process.pid}`;
const ofRun = /^kolumne-run-(\d+)(?:-|$)/u;

/** Makes the folder of temporary files of this test run, which goes with it. What runs that were killed have left goes now. */
export function runFolder(temporary = widest()): string {
  for (const parent of new Set([temporary, tmpdir(), MEMORY].filter((path) => existsSync(path))))
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

// Databases alone need little.
const ROOM_FOR_DATABASES = 500_000_000;
// Many times what a run has there at once.
const ROOM_FOR_ALL = 4_000_000_000;

function widest(): string {
  return isMemoryWide(ROOM_FOR_ALL) && mayRunPrograms(MEMORY) ? MEMORY : tmpdir();
}

/** A new folder, in memory where there is room. */
export function memoryFolder(name: string): string {
  return mkdtempSync(
    join(isMemoryWide(ROOM_FOR_DATABASES) ? MEMORY : tmpdir(), `kolumne-${name}-`),
  );
}

function isMemoryWide(room: number): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  // It may be promised more than there is.
  return Math.min(bavail * bsize, freemem()) > room;
}

/** Containers forbid it there, and tests write programs. */
function mayRunPrograms(parent: string): boolean {
  const folder = mkdtempSync(join(parent, `kolumne-${ofThisRun}-`));
  const program = join(folder, "program");
  writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
  const { status } = spawnSync(program);
  rmSync(folder, { recursive: true });
  return status === 0;
}

function isAlive(id: number): boolean {
  try {
    // The signal 0 is none: it only asks.
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
