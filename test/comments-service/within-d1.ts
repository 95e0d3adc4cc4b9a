import type { Database } from "../../comments-service/store/sql/database.ts";
import { withQuestionMarks } from "../../comments-service/store/sql/statement.ts";
import type { Statement } from "../../comments-service/store/sql/statement.ts";

const MOST_STATEMENTS = 100;

/** D1 binds at most 100 values a statement, and its lists of statements shall stay short; what runs here shall run there. */
export function withinD1(database: Database): Database {
  const check = (statements: readonly Statement[]) => {
    if (statements.length > MOST_STATEMENTS) throw new Error(`${statements.length} statements`);
    for (const { sql, parameters } of statements.map(withQuestionMarks))
      if (parameters.length > 100) throw new Error(`more than 100 values: ${sql}`);
  };
  return {
    ...database,
    read: async (question) => {
      check([question]);
      return database.read(question);
    },
    atomic: async (statements, question) => {
      check([...statements, question]);
      return database.atomic(statements, question);
    },
  };
}
