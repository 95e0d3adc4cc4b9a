import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import type { Snapshot } from "../sql/database.ts";
import { withQuestionMarks } from "../sql/statement.ts";
import type { BoundStatement, Statement } from "../sql/statement.ts";
import { asStoreError } from "./errors.ts";
import { watchFiles } from "./files.ts";
import type { Files } from "./files.ts";
import { StoreUnavailable } from "../port/store-unavailable.ts";

// How long a writer waits for another process, in milliseconds.
const BUSY_TIMEOUT = 1500;
const OPENING_PAUSE = 50;
// The log is copied into the file when it has so many pages (of 4 kB): the more, the more often one page was written in between.
const LOG_PAGES = 8000;
const STATEMENTS_KEPT = 300;

/** A database file, opened. */
export interface Connection {
  raw: DatabaseSync;
  /** Runs one statement. @returns its rows; what they look like is what the statement says, and SQLite's STRICT tables keep to it. */
  run: (statement: BoundStatement) => unknown[];
  files: Files;
  /** Copies what a log that is lost still holds for us into the file, as far as no reader is in the way. */
  saveLog: () => void;
  /** Empties the write-ahead log, when nobody is in its way for so many milliseconds. @returns whether it is empty. */
  emptyLog: (patience: number) => boolean;
}

/**
 * Opens the embedded database: one file, WAL, and a sync to the disk before anything is acknowledged.
 * @param path of the file; made when it is not there.
 */
export function connect(path: string): Connection {
  const raw = open(path);
  const files = watchFiles(raw, path);
  return {
    raw,
    files,
    run: runsOn(raw),
    saveLog() {
      try {
        raw.exec("PRAGMA wal_checkpoint(PASSIVE)");
      } catch {
        // Then it stays as it is: there is nothing else to try.
      }
    },
    emptyLog(patience) {
      if (!raw.isOpen) return false;
      try {
        // Of files that are not what they were, nothing more is changed.
        if (files.look() !== null) return false;
        raw.exec(`PRAGMA busy_timeout = ${patience}`);
        return raw.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.["busy"] === 0;
      } catch {
        return false;
      } finally {
        raw.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
      }
    },
  };
}

/** Holds a database as it stands now, beside whoever writes: by a connection of its own. */
export function snapshotOf(path: string): Snapshot {
  const raw = new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT });
  const run = runsOn(raw);
  // It begins with what is read first.
  raw.exec("BEGIN");
  raw.prepare("SELECT count(*) FROM sqlite_schema").get();
  return {
    // What a row looks like is what the statement says.
    read: async <Row>(question: Statement) => run(withQuestionMarks(question)) as Row[],
    close: async () => raw.close(),
  };
}

function open(path: string): DatabaseSync {
  try {
    const raw = new DatabaseSync(path, {
      timeout: BUSY_TIMEOUT,
      enableForeignKeyConstraints: true,
    });
    writeAhead(raw);
    // The log is made when something is read for the first time.
    raw.prepare("SELECT count(*) FROM sqlite_schema").get();
    // What was erased is overwritten in the file too. What an act changes is kept aside in case that it fails: in memory, since in a file of its
    // own it would be written ten times as often as the log.
    raw.exec(
      `PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = ${LOG_PAGES}`,
    );
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

/** What runs statements, each text of which is prepared once. */
function runsOn(raw: DatabaseSync): Connection["run"] {
  const kept = new Map<string, StatementSync>();
  return ({ sql, parameters }) => {
    const known = kept.get(sql);
    if (known !== undefined) return known.all(...parameters);
    if (kept.size >= STATEMENTS_KEPT) kept.clear();
    const statement = raw.prepare(sql);
    kept.set(sql, statement);
    return statement.all(...parameters);
  };
}
