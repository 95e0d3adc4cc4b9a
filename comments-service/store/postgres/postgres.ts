import { setTimeout } from "node:timers/promises";
import { inGroups } from "../group-commit.ts";
import type { Database } from "../sql/database.ts";
import { sql, withDollarNumbers } from "../sql/statement.ts";
import type { Statement } from "../sql/statement.ts";
import { commitGroup } from "./commit-group.ts";
import { connectionsTo } from "./connections.ts";
import { orStoreError } from "./errors.ts";
import { fillOn, snapshotOn } from "./long-transactions.ts";
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
    // What a row looks like is what the statement says.
    return (await orStoreError(retrying(() => ask(statement)))).rows as Row[];
  }

  const connect = () => orStoreError(connections.connect());

  return {
    words: schemaWords,
    migrate: (steps, now) => orStoreError(retrying(() => migrateOneByOne(connections, steps, now))),
    read,
    async atomic<Row>(statements: readonly Statement[], question: Statement) {
      return (await commit([...statements, question].map(withDollarNumbers))) as Row[];
    },
    snapshot: () => connect().then(snapshotOn),
    fill: (lists) => connect().then((client) => fillOn(client, lists)),
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
