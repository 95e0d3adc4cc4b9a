import type { Pool } from "pg";
import { outcomeOf } from "../group-commit.ts";
import type { ActStatements, Outcome } from "../group-commit.ts";
import { StoreUnavailable } from "../port/store-unavailable.ts";
import { asStoreError, sqlState } from "./errors.ts";
import type { Retrying } from "./retrying.ts";
import { TAKE_LOCK, inTransaction } from "./transaction.ts";

/**
 * Runs acts in one transaction, without a savepoint for each. When one of them fails, nothing of it stands, and each is run in a transaction
 * of its own. Without a refusal of the server (the connection broke, an answer cannot be read) they may stand: all of them have failed then,
 * and none is run again.
 */
export async function commitGroup(
  pool: Pool,
  retrying: Retrying,
  acts: readonly ActStatements[],
): Promise<Outcome[]> {
  try {
    const rows = await retrying(() => together(pool, acts));
    return rows.map((each) => ({ rows: each }));
  } catch (thrown) {
    const error = asStoreError(thrown);
    if (error instanceof StoreUnavailable || sqlState(thrown) === null || acts.length === 1)
      return acts.map(() => outcomeOf(error));
    const outcomes: Outcome[] = [];
    for (const act of acts) outcomes.push(...(await commitGroup(pool, retrying, [act])));
    return outcomes;
  }
}

/** @returns of each act the rows of its last statement. */
async function together(pool: Pool, acts: readonly ActStatements[]): Promise<unknown[][]> {
  const client = await pool.connect();
  try {
    const results = await inTransaction(client, [TAKE_LOCK, ...acts.flat()]);
    client.release();
    let last = 0;
    return acts.map((act) => results[(last += act.length)]?.rows ?? []);
  } catch (error) {
    // After an answer of the server the connection is as good as before.
    client.release(sqlState(error) === null);
    throw error;
  }
}
