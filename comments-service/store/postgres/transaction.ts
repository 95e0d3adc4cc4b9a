import type { ClientBase, QueryResult } from "pg";
import { StoreUnavailable } from "../port/store-unavailable.ts";
import type { BoundStatement } from "../sql/statement.ts";

/**
 * The first statement of each transaction in which acts are run. Whoever has run it has the row until the end, so acts come one after the
 * other, and each sees all that was written before it: what they decide (caps, numbers, who was first) is decided on what is so. Under READ
 * COMMITTED, PostgreSQL's default, the others wait here. The row is changed and not only locked: so it holds too where everybody keeps
 * the view that they began with, or where nobody waits, and the second one is refused (40001) and runs again.
 */
export const TAKE_LOCK: BoundStatement = {
  sql: "UPDATE write_lock SET taken = taken + 1 WHERE id = 1",
  parameters: [],
};

/**
 * Runs statements in one transaction, all of them sent at once.
 * @returns the answer to each.
 * @throws what the server has refused first, with nothing written; or that the connection broke, and then nobody knows what was.
 */
export async function inTransaction(
  client: ClientBase,
  statements: readonly BoundStatement[],
): Promise<QueryResult[]> {
  const all = ["BEGIN", ...statements.map(queryOf), "COMMIT"];
  const answers = await Promise.allSettled(all.map((each) => client.query(each)));
  const results = answers.map((answer) => {
    if (answer.status === "rejected") throw answer.reason;
    return answer.value;
  });
  // Only this word says that it was not taken back.
  if (results.pop()?.command !== "COMMIT") throw new StoreUnavailable("not committed");
  return results.slice(1);
}

function queryOf({ sql, parameters }: BoundStatement) {
  return { text: sql, values: [...parameters] };
}
