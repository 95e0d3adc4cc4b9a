import type { DatabaseSync } from "node:sqlite";
import { asStoreError } from "./sqlite-errors.ts";

const LARGE_GROUP = 200;

interface Waiting {
  act: () => unknown;
  settle: (outcome: Outcome) => void;
}

type Outcome = { value: unknown } | { error: Error };

/**
 * Group commit: all acts of one tick share one transaction and so one sync to the disk. Each has a savepoint of its own, so one that
 * fails takes back only itself. Nobody is told that an act stands before the commit stands; when the commit fails, all of them fail.
 * @param check runs before each commit and throws when it must not be.
 */
export function groupCommits(raw: DatabaseSync, check: () => void) {
  let waiting: Waiting[] = [];

  /** While more acts come with each turn of the event loop, one more turn is cheaper than one more sync. */
  function flush(known: number): void {
    if (waiting.length > known && waiting.length < LARGE_GROUP) {
      setImmediate(flush, waiting.length);
      return;
    }
    const group = waiting;
    waiting = [];
    const outcomes = commit(raw, check, group);
    for (const [index, { settle }] of group.entries())
      settle(outcomes[index] ?? { error: new Error("the act was not run") });
  }

  return <Value>(act: () => Value): Promise<Value> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush, 1);
      waiting.push({
        act,
        // The value is what this very act returned.
        settle: (outcome) =>
          "error" in outcome ? reject(outcome.error) : resolve(outcome.value as Value),
      });
    });
}

function commit(raw: DatabaseSync, check: () => void, group: readonly Waiting[]): Outcome[] {
  try {
    raw.exec("BEGIN IMMEDIATE");
    const outcomes = group.map(({ act }) => inSavepoint(raw, act));
    check();
    raw.exec("COMMIT");
    return outcomes;
  } catch (error) {
    if (raw.isOpen && raw.isTransaction) raw.exec("ROLLBACK");
    return group.map(() => ({ error: asStoreError(error) }));
  }
}

/** @throws when SQLite has taken back the whole transaction, as it does when the disk is full. */
function inSavepoint(raw: DatabaseSync, act: () => unknown): Outcome {
  raw.exec("SAVEPOINT act");
  try {
    const value = act();
    raw.exec("RELEASE act");
    return { value };
  } catch (error) {
    if (!raw.isTransaction) throw error;
    raw.exec("ROLLBACK TO act");
    raw.exec("RELEASE act");
    return { error: asStoreError(error) };
  }
}
