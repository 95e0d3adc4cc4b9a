import { existsSync, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MEMORY } from "../run-folder.ts";

// Databases write to their files even when they are only read, and wait for the disk each time. Files in memory need not.
const ENOUGH = 500_000_000;

/** A new folder, in memory where there is room. */
export function memoryFolder(name: string): string {
  return mkdtempSync(join(isMemoryWide() ? MEMORY : tmpdir(), `kolumne-${name}-`));
}

function isMemoryWide(): boolean {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ENOUGH;
}
