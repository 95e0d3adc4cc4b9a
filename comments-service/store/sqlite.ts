import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue, StatementSync } from "node:sqlite";
import { Kysely, SqliteDialect } from "kysely";
import type { CompiledQuery } from "kysely";
import type { Database } from "./sql/database.ts";
import type { Tables } from "./sql/tables.ts";
import { asStoreError } from "./sqlite-errors.ts";
import { groupCommits } from "./group-commit.ts";
import { StoreUnavailable } from "./store-unavailable.ts";

// How long a writer waits for another process, in milliseconds. It waits in the thread that answers readers, so not for long.
const BUSY_TIMEOUT = 1500;
const OPENING_PAUSE = 50;
const STATEMENTS_KEPT = 300;

/**
 * The embedded database: one file, WAL, and a sync to the disk before anything is acknowledged.
 * @param path of the file; made when it is not there.
 */
export function openSqlite(path: string): Database {
  const raw = open(path);
  const prepare = keepStatements(raw);
  const inode = statSync(path).ino;

  const run = <Row>(query: CompiledQuery<Row>): Row[] => {
    const statement = prepare(query.sql);
    // What a row looks like is what the query says; SQLite's STRICT tables keep to it.
    return statement.all(...bindable(query.parameters)) as Row[];
  };
  const commit = groupCommits(raw, () => {
    // SQLite would go on writing into a deleted file, and all of it would be lost with the process.
    if (statSync(path, { throwIfNoEntry: false })?.ino !== inode)
      throw new StoreUnavailable("the file is gone");
  });

  return {
    db: new Kysely<Tables>({ dialect: dialectOf(prepare) }),
    words: { integer: "INTEGER", strict: "STRICT", appendOnly },
    atomic: (statements, question) =>
      commit(() => {
        for (const statement of statements) run(statement);
        return run(question);
      }),
    async emptyLog() {
      if (!raw.isOpen) return false;
      try {
        // It must not wait here: the cleaning comes again.
        raw.exec("PRAGMA busy_timeout = 0");
        return raw.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.["busy"] === 0;
      } catch {
        return false;
      } finally {
        raw.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
      }
    },
    async close() {
      if (raw.isOpen) raw.close();
    },
  };
}

function open(path: string): DatabaseSync {
  try {
    const raw = new DatabaseSync(path, {
      timeout: BUSY_TIMEOUT,
      enableForeignKeyConstraints: true,
    });
    writeAhead(raw);
    // What was erased is overwritten in the file too.
    raw.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
    return raw;
  } catch (error) {
    throw new StoreUnavailable(`cannot open ${path}: ${asStoreError(error).message}`, {
      cause: error,
    });
  }
}

/** Two processes that start at once on a new file both change its mode, and SQLite lets neither of them wait for the other. */
function writeAhead(raw: DatabaseSync): void {
  const tries = BUSY_TIMEOUT / OPENING_PAUSE;
  for (let tried = 1; ; tried += 1) {
    try {
      raw.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (error) {
      if (tried >= tries || !(asStoreError(error) instanceof StoreUnavailable)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, OPENING_PAUSE);
    }
  }
}

function appendOnly(table: string): string[] {
  return ["UPDATE", "DELETE"].map(
    (change) => `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
      BEGIN SELECT RAISE(ABORT, 'the ${table} is append-only'); END`,
  );
}

type Prepare = (sql: string) => StatementSync;

function keepStatements(raw: DatabaseSync): Prepare {
  const kept = new Map<string, StatementSync>();
  return (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    if (kept.size >= STATEMENTS_KEPT) kept.clear();
    const statement = raw.prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
}

/** Kysely's own SQLite dialect over node:sqlite. Only reads come this way; writes are lists and go through `atomic`. */
function dialectOf(prepare: Prepare): SqliteDialect {
  const all = (sql: string, parameters: readonly unknown[]) => {
    try {
      return prepare(sql).all(...bindable(parameters));
    } catch (error) {
      throw asStoreError(error);
    }
  };
  return new SqliteDialect({
    database: {
      close: () => {},
      prepare: (sql) => ({
        reader: /^select /iu.test(sql),
        all: (parameters) => all(sql, parameters),
        run: onlyReads,
        iterate: onlyReads,
      }),
    },
  });
}

function onlyReads(): never {
  throw new Error("a write has to go through atomic()");
}

/** node:sqlite takes an object in the first place for named parameters and shifts the rest, so nothing but plain values gets there. */
function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === "string" || typeof value === "number") return value;
    throw new TypeError(`cannot bind a ${typeof value} to a statement`);
  });
}
