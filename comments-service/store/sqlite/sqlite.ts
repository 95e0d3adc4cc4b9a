import { inGroups } from "../group-commit.ts";
import type { Database } from "../sql/database.ts";
import { withQuestionMarks } from "../sql/statement.ts";
import type { Statement } from "../sql/statement.ts";
import { connect, snapshotOf } from "./connection.ts";
import { isNew, refuseRemains, rescueDatabase } from "./lost-database.ts";
import { asStoreError } from "./errors.ts";
import { sentenceOf } from "./files.ts";
import { schemaWords } from "./schema-words.ts";
import { writerBeside, writerHere } from "./writer.ts";

/**
 * The embedded database in a file. Reads are answered at once; acts are committed in groups.
 * @param path of the file; made when it is not there.
 * @param beside from when on acts are committed in a thread of its own, as a service does, whose readers shall not wait for writers; without it they never are.
 * @throws StoreUnavailable when the file cannot be opened, Refused when it is not there and what is left of it is.
 */
export function openSqlite(path: string, beside?: Promise<void>): Database {
  refuseRemains(path);
  const isFirst = isNew(path);
  const connection = connect(path);
  const { raw } = connection;
  const here = writerHere(connection);
  const writer = beside === undefined ? here : writerBeside(path, here, beside);
  const commit = inGroups((acts) => writer.commit(acts));

  return {
    words: schemaWords,
    async read<Row>(question: Statement) {
      try {
        // What a row looks like is what the statement says.
        return connection.run(withQuestionMarks(question)) as Row[];
      } catch (error) {
        throw asStoreError(error);
      }
    },
    async atomic<Row>(statements: readonly Statement[], question: Statement) {
      return (await commit([...statements, question].map(withQuestionMarks))) as Row[];
    },
    snapshot: async () => snapshotOf(path),
    async columnsOf(table) {
      const columns = raw.prepare("SELECT name FROM pragma_table_info(?)").all(table);
      return columns.map(({ name }) => String(name));
    },
    forgetErased: () => writer.emptyLog(),
    file: {
      isNew: isFirst,
      async look() {
        const trouble = await writer.look();
        return trouble === null ? null : `${sentenceOf(trouble)}: ${path}`;
      },
      async rescue(now) {
        const trouble = await writer.look();
        const log = trouble?.how === "another one" ? connection.files.ownLog() : null;
        if (trouble?.of === "file") return rescueDatabase(raw, path, log, now);
        return trouble?.of === "log" && trouble.how === "cut"
          ? "what was taken last may be missing"
          : `what was taken is in ${path}`;
      },
    },
    async close() {
      await writer.close();
      if (raw.isOpen) raw.close();
    },
  };
}
