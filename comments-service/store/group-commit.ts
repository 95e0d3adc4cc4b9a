import { StoreUnavailable } from "./port/store-unavailable.ts";
import type { BoundStatement } from "./sql/statement.ts";

const LARGE_GROUP = 200;

/** What stands or falls as one: statements, and last the one whose rows are the answer. */
export type ActStatements = readonly BoundStatement[];

/** What became of an act. Plain data, so that it can come from another thread; an error loses its code on that way, so it goes beside. */
export type Outcome =
  | { rows: unknown[] }
  | { unavailable: string }
  | { wrong: Error; code: string | null };

/**
 * Group commit: all acts of one tick, and all that come while others are being committed, share one transaction and so one sync to the disk.
 * Nobody is told that an act stands before the commit stands.
 */
export function inGroups(commit: (acts: readonly ActStatements[]) => Promise<readonly Outcome[]>) {
  const waiting: { act: ActStatements; settle: (outcome: Outcome) => void }[] = [];
  let isCommitting = false;

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.splice(0, LARGE_GROUP);
      const outcomes = await commit(group.map(({ act }) => act)).catch((error: unknown) =>
        group.map(() => outcomeOf(asError(error))),
      );
      for (const [index, { settle }] of group.entries())
        settle(outcomes[index] ?? { unavailable: "the act was not run" });
    }
    isCommitting = false;
  }

  return (act: ActStatements): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      waiting.push({
        act,
        settle(outcome) {
          if ("rows" in outcome) resolve(outcome.rows);
          else reject(errorOf(outcome));
        },
      });
      if (isCommitting) return;
      isCommitting = true;
      setImmediate(() => void commitAll());
    });
}

/** What became of an act that has thrown. @param error as a caller of the store may see it. */
export function outcomeOf(error: Error): Exclude<Outcome, { rows: unknown[] }> {
  if (error instanceof StoreUnavailable) return { unavailable: error.code };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  return { wrong: error, code };
}

function errorOf(outcome: Exclude<Outcome, { rows: unknown[] }>): Error {
  if ("unavailable" in outcome) return new StoreUnavailable(outcome.unavailable);
  const { wrong, code } = outcome;
  return code === null ? wrong : Object.assign(wrong, { code });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
