import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { stateFile } from "./plan/state.ts";

/** In milliseconds: so often whoever waits asks again. */
const pause = 50;

/** What SQLite says where another process, or another opening of the file, holds it: SQLITE_BUSY. */
const busy = 5;

/**
 * Acts on an output folder when nobody else does: each of two builds would take what the other one prints for its own, or for what has
 * vanished. The lock is SQLite's on an empty file, one of the system's: it ends with its process, however that ends.
 *
 * @param cache where everything is kept between builds
 * @param out the output folder, absolute
 * @param waits told once, where another one has its turn
 */
export async function inTurn<Result>(
  { cache, out, waits }: { cache: string; out: string; waits?: () => void },
  act: () => Promise<Result>,
): Promise<Result> {
  const file = stateFile(cache, out, "lock");
  mkdirSync(dirname(file), { recursive: true });
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    if (!hold(lock)) {
      waits?.();
      while (!hold(lock)) await sleep(pause);
    }
    return await act();
  } finally {
    lock.close();
  }
}

/** @returns whether it is held now */
function hold(lock: DatabaseSync): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === busy) return false;
    throw error;
  }
}

/** What a command says where it has to wait for its turn. */
export function tellWaiting(out: string): void {
  console.log(`Another build prints into ${out}: waiting for its end`);
}
