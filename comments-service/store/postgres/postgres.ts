import { setTimeout } from "node:timers/promises";
import { inGroups } from "../group-commit.ts";
import type { Database } from "../sql/database.ts";
import { withDollarNumbers } from "../sql/statement.ts";
import type { Statement } from "../sql/statement.ts";
import { commitGroup } from "./commit-group.ts";
import { connectionsTo } from "./connections.ts";
import { asStoreError } from "./errors.ts";
import { migrateOneByOne } from "./migrate.ts";
import { retryingWith } from "./retrying.ts";
import { schemaWords } from "./schema-words.ts";

/**
 * A PostgreSQL server, or an engine that speaks its protocol. Several processes may use one database; acts of one process are committed in
 * groups. Nothing is connected to before something is asked.
 * @param address `postgres://…`, with what `connectionsTo` takes in its query.
 */
export function openPostgres(address: string): Database {
  const connections = connectionsTo(address);
  const { pool } = connections;
  const retrying = retryingWith((ms) => setTimeout(ms));
  const commit = inGroups((acts) => commitGroup(pool, retrying, acts));

  let closing: Promise<void> | undefined;

  return {
    words: schemaWords,
    async migrate(steps, now) {
      await retrying(() => migrateOneByOne(connections, steps, now)).catch((error: unknown) => {
        throw asStoreError(error);
      });
    },
    async read<Row>(question: Statement) {
      const { sql, parameters } = withDollarNumbers(question);
      try {
        const { rows } = await retrying(() => pool.query(sql, [...parameters]));
        // What a row looks like is what the statement says.
        return rows as Row[];
      } catch (error) {
        throw asStoreError(error);
      }
    },
    async atomic<Row>(statements: readonly Statement[], question: Statement) {
      return (await commit([...statements, question].map(withDollarNumbers))) as Row[];
    },
    // The server's log and its backups are its own; nothing is left to be done here.
    emptyLog: async () => true,
    // Its files are its own, too. Whether it answers is told by each act.
    look: async () => null,
    rescue: async () => "what was taken is with the server",
    close: () => (closing ??= pool.end()),
  };
}
