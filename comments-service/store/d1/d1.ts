import type { Database } from "../sql/database.ts";
import { sql, withQuestionMarks } from "../sql/statement.ts";
import type { Statement } from "../sql/statement.ts";
import { schemaWords } from "../sqlite/schema-words.ts";
import type { D1Answer, D1Binding } from "./binding.ts";
import { asStoreError } from "./errors.ts";

/**
 * Cloudflare's D1: SQLite behind a network, one writer for all workers. An act is one batch, which D1 runs as one transaction and
 * without another's statements between. Nothing is read between the writes of an act, so it needs no more.
 * @param binding the database as the runtime binds it to a worker.
 * @throws StoreUnavailable from each call while D1 cannot answer. What was asked may stand nevertheless, when only the answer was lost:
 * acts are guarded by their ids, so they can be sent again.
 */
export function openD1(binding: D1Binding): Database {
  async function batch(statements: readonly Statement[]): Promise<readonly D1Answer[]> {
    const prepared = statements.map((statement) => {
      const { sql: text, parameters } = withQuestionMarks(statement);
      return binding.prepare(text).bind(...parameters);
    });
    try {
      return await binding.batch(prepared);
    } catch (error) {
      throw asStoreError(error);
    }
  }

  const read = async <Row>(question: Statement) => rowsOf<Row>((await batch([question])).at(0));

  return {
    words: schemaWords,
    read,
    atomic: async <Row>(statements: readonly Statement[], question: Statement) =>
      rowsOf<Row>((await batch([...statements, question])).at(-1)),
    // D1 holds no moment for several reads: whoever exports closes all threads before.
    snapshot: async () => ({ read, close: async () => {} }),
    async columnsOf(table) {
      const columns = await read<{ name: string }>(
        sql`SELECT name FROM pragma_table_info(${table}) ORDER BY cid`,
      );
      return columns.map(({ name }) => name);
    },
    // Its files and its history are Cloudflare's own.
    forgetErased: async () => true,
    file: null,
    close: async () => {},
  };
}

/** What a row looks like is what the statement says. */
function rowsOf<Row>(answer: D1Answer | undefined): Row[] {
  return (answer?.results ?? []) as Row[];
}
