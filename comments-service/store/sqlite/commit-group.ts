import type { Connection } from "./connection.ts";
import { asStoreError } from "./errors.ts";
import { sentenceOf } from "./files.ts";
import type { FileTrouble } from "./files.ts";
import { outcomeOf } from "../group-commit.ts";
import type { ActStatements, Outcome } from "../group-commit.ts";
import type { BoundStatement } from "../sql/statement.ts";
import { StoreUnavailable } from "../port/store-unavailable.ts";

const TRIES = 3;
const BEGIN_ACT: BoundStatement = { sql: "SAVEPOINT act", parameters: [] };
const END_ACT: BoundStatement = { sql: "RELEASE act", parameters: [] };

/**
 * Runs acts in one transaction. Each has a savepoint of its own, so one that fails takes back only itself; when the commit fails, all
 * of them fail. They fail, too, when the database's files are not what they were, before or after: then nobody is told that they stand.
 */
export function commitGroup(connection: Connection, acts: readonly ActStatements[]): Outcome[] {
  const { raw, files } = connection;
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      lookAt(connection);
      raw.exec("BEGIN IMMEDIATE");
      const outcomes = acts.map((act) => inSavepoint(connection, act));
      if (files.areAsSeen()) {
        raw.exec("COMMIT");
        lookAt(connection);
        return outcomes;
      }
      // Another process has emptied the log just before; if it was anything else, the next look says so.
      raw.exec("ROLLBACK");
    }
    throw new StoreUnavailable("the files do not stay as they are");
  } catch (error) {
    if (raw.isOpen && raw.isTransaction) raw.exec("ROLLBACK");
    return acts.map(() => failed(error));
  }
}

/** @throws StoreUnavailable when something is wrong with the files. */
function lookAt(connection: Connection): void {
  const trouble = lookAndSave(connection);
  if (trouble !== null) throw new StoreUnavailable(sentenceOf(trouble));
}

/**
 * Looks at a database's files. What was acknowledged stands in the log at first: when only that is lost, it is saved at once from what
 * is still open of it.
 * @returns what is wrong, or null.
 */
export function lookAndSave({ files, saveLog }: Connection): FileTrouble | null {
  const trouble = files.look();
  if (trouble?.of === "log" && trouble.how !== "cut") saveLog();
  return trouble;
}

/** @throws when SQLite has taken back the whole transaction, as it does when the disk is full. */
function inSavepoint({ raw, run }: Connection, act: ActStatements): Outcome {
  run(BEGIN_ACT);
  try {
    let rows: unknown[] = [];
    for (const statement of act) rows = run(statement);
    run(END_ACT);
    return { rows };
  } catch (error) {
    if (!raw.isTransaction) throw error;
    raw.exec("ROLLBACK TO act");
    run(END_ACT);
    return failed(error);
  }
}

function failed(thrown: unknown): Outcome {
  return outcomeOf(asStoreError(thrown));
}
