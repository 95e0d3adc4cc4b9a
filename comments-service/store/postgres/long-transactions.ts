import type { Client } from "pg";
import type { Snapshot } from "../sql/database.ts";
import { withDollarNumbers } from "../sql/statement.ts";
import type { Statement } from "../sql/statement.ts";
import { workLong } from "./connections.ts";
import { orStoreError } from "./errors.ts";
import { TAKE_LOCK } from "./transaction.ts";

/** All that is read on this connection is of the moment of the first question. */
export async function snapshotOn(client: Client): Promise<Snapshot> {
  try {
    await begin(client, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await orStoreError(client.query("SELECT 1 FROM schema_version LIMIT 1"));
  } catch (error) {
    await client.end();
    throw error;
  }
  return {
    async read<Row>(question: Statement) {
      // What a row looks like is what the statement says.
      return (await orStoreError(run(client, question))).rows as Row[];
    },
    close: () => client.end(),
  };
}

/** Runs all lists in one transaction on this connection, which ends with it. What was not committed then is taken back by the server. */
export async function fillOn(
  client: Client,
  lists: AsyncIterable<readonly Statement[]>,
): Promise<void> {
  try {
    await begin(client, "BEGIN");
    await orStoreError(client.query(TAKE_LOCK.sql));
    for await (const list of lists)
      await orStoreError(Promise.all(list.map((statement) => run(client, statement))));
    await orStoreError(client.query("COMMIT"));
  } finally {
    await client.end();
  }
}

function begin(client: Client, how: string): Promise<unknown> {
  return orStoreError(Promise.all([client.query(how), workLong(client, "LOCAL")]));
}

function run(client: Client, statement: Statement) {
  const { sql, parameters } = withDollarNumbers(statement);
  return client.query(sql, [...parameters]);
}
