import { setTimeout } from "node:timers/promises";
import type { Client } from "pg";
import { inGroups } from "../group-commit.ts";
import type { Database, Snapshot } from "../sql/database.ts";
import { sql, withDollarNumbers } from "../sql/statement.ts";
import type { Statement } from "../sql/statement.ts";
import { commitGroup } from "./commit-group.ts";
import { connectionsTo, workLong } from "./connections.ts";
import { asStoreError } from "./errors.ts";
import { migrateOneByOne } from "./migrate.ts";
import { retryingWith } from "./retrying.ts";
import { sharedReads } from "./shared-reads.ts";
import { schemaWords } from "./schema-words.ts";

/**
 * A PostgreSQL server, or an engine that speaks its protocol. Several processes may use one database; acts of one process are committed in
 * groups. Nothing is connected to before something is asked.
 * @param address `postgres://…`, with what `connectionsTo` takes in its query.
 * @param pause waits so many milliseconds before what was refused runs again.
 */
export function openPostgres(
  address: string,
  pause: (ms: number) => Promise<void> = (ms) => setTimeout(ms),
): Database {
  const connections = connectionsTo(address);
  const { pool } = connections;
  const retrying = retryingWith(pause);
  const commit = inGroups((acts) => commitGroup(pool, retrying, acts));

  const ask = sharedReads(pool);
  let closing: Promise<void> | undefined;

  async function read<Row>(question: Statement): Promise<Row[]> {
    const statement = withDollarNumbers(question);
    try {
      const { rows } = await retrying(() => ask(statement));
      // What a row looks like is what the statement says.
      return rows as Row[];
    } catch (error) {
      throw asStoreError(error);
    }
  }

  return {
    words: schemaWords,
    async migrate(steps, now) {
      await retrying(() => migrateOneByOne(connections, steps, now)).catch((error: unknown) => {
        throw asStoreError(error);
      });
    },
    read,
    async atomic<Row>(statements: readonly Statement[], question: Statement) {
      return (await commit([...statements, question].map(withDollarNumbers))) as Row[];
    },
    snapshot: () =>
      connections
        .connect()
        .then(snapshotOn)
        .catch((error: unknown) => {
          throw asStoreError(error);
        }),
    async columnsOf(table) {
      const rows = await read<{ name: string }>(
        sql`SELECT column_name AS name FROM information_schema.columns
          WHERE table_schema = current_schema() AND table_name = ${table} ORDER BY ordinal_position`,
      );
      return rows.map(({ name }) => name);
    },
    // The server's log and its backups are its own; nothing is left to be done here.
    forgetErased: async () => true,
    // Its files are its own, too. Whether it answers is told by each act.
    file: null,
    close: () => (closing ??= pool.end()),
  };
}

/** All that is read on this connection is of the moment of the first question. */
async function snapshotOn(client: Client): Promise<Snapshot> {
  try {
    await Promise.all([
      client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
      workLong(client, "LOCAL"),
      client.query("SELECT 1 FROM schema_version LIMIT 1"),
    ]);
  } catch (error) {
    await client.end();
    throw error;
  }
  return {
    async read<Row>(question: Statement) {
      const { sql, parameters } = withDollarNumbers(question);
      try {
        const { rows } = await client.query(sql, [...parameters]);
        // What a row looks like is what the statement says.
        return rows as Row[];
      } catch (error) {
        throw asStoreError(error);
      }
    },
    close: () => client.end(),
  };
}
