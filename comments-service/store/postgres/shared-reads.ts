import type { Pool, QueryResult } from "pg";
import type { BoundStatement } from "../sql/statement.ts";
import { sqlState } from "./errors.ts";

const AT_ONCE = 25;

interface Waiting {
  statement: BoundStatement;
  resolve: (result: QueryResult) => void;
  reject: (error: unknown) => void;
}

/**
 * What is read in one tick is sent at once on one connection, or a few: so many readers neither wait for each other's answers, nor use up the
 * connections. Each read stands by itself all the same, and sees what was committed when it began.
 */
export function sharedReads(pool: Pool): (statement: BoundStatement) => Promise<QueryResult> {
  let waiting: Waiting[] = [];

  function send(): void {
    const all = waiting;
    waiting = [];
    for (let at = 0; at < all.length; at += AT_ONCE) void ask(pool, all.slice(at, at + AT_ONCE));
  }

  return (statement) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(send);
      waiting.push({ statement, resolve, reject });
    });
}

async function ask(pool: Pool, reads: readonly Waiting[]): Promise<void> {
  try {
    const client = await pool.connect();
    const answers = await Promise.allSettled(
      reads.map(({ statement: { sql, parameters } }) => client.query(sql, [...parameters])),
    );
    let isBroken = false;
    for (const [index, answer] of answers.entries()) {
      if (answer.status === "fulfilled") reads[index]?.resolve(answer.value);
      else {
        reads[index]?.reject(answer.reason);
        isBroken ||= sqlState(answer.reason) === null;
      }
    }
    client.release(isBroken);
  } catch (error) {
    for (const { reject } of reads) reject(error);
  }
}
