import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { backUp } from "./backup/backup.ts";
import { restore } from "./backup/restore.ts";
import { count } from "../domain/count.ts";
import { textLog } from "../domain/log.ts";
import { Refused } from "../domain/refused.ts";
import { exportLines } from "./export/ndjson.ts";
import { exportThreads } from "./export/threads.ts";
import { writeWholeFile } from "./export/whole-file.ts";
import { sources } from "./import/foreign.ts";
import { importComments } from "./import/import.ts";
import { hostOf } from "./import/match-thread.ts";
import { importNdjson } from "./import/ndjson.ts";
import { sample } from "./sample.ts";
import { createMagazine } from "../acts/magazine.ts";
import type { Settings } from "../settings.ts";
import { openDatabase } from "../store/open-database.ts";
import type { OpenStore } from "../store/port/store.ts";
import type { Database } from "../store/sql/database.ts";
import { createSqlStore } from "../store/sql/store.ts";

/** What whoever runs the service does with all comments at once, and how each is called. */
export const operations = {
  import: `import --from ${[...sources, "kolumne"].join("|")} FILE [--dry-run] [--thread ADDRESS=ID]… [--host HOST]…`,
  export: "export [--out FILE | --threads DIR]",
  backup: "backup FILE",
  restore: "restore FILE [--force]",
  sample: "sample FILE [--gone]",
} as const;
export type Operation = keyof typeof operations;

export function isOperation(word: string): word is Operation {
  return Object.hasOwn(operations, word);
}

interface Call {
  settings: Settings;
  args: string[];
  /** Gets a line now and then on long work. */
  progress: (line: string) => void;
}

/**
 * Runs one of them and says in lines what was done.
 * @returns null when it was called wrongly.
 * @throws Refused when it cannot be done, with nothing changed.
 */
export function operate(name: Operation, call: Call): Promise<string[] | null> {
  const all = { import: runImport, export: runExport, backup: runBackup, restore: runRestore };
  return { ...all, sample: runSample }[name](call);
}

async function runImport({ settings, args, progress }: Call): Promise<string[] | null> {
  const read = readArgs(args, {
    from: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    thread: { type: "string", multiple: true, default: [] },
    host: { type: "string", multiple: true, default: [] },
  });
  const [path] = read?.positionals ?? [];
  if (read === null || path === undefined) return null;
  const { from, "dry-run": isDry, thread, host } = read.values;
  if (from === "kolumne") return importNdjson({ settings, path, now: Date.now(), isDry, progress });
  const source = sources.find((each) => each === from);
  const told = { threads: new Map(thread.map(pairOf)), hosts: host.map(hostIn) };
  if (source === undefined || told.threads.has("") || told.hosts.includes("")) return null;
  return withStore(settings, async (store) => {
    const { url } = settings.site;
    await createMagazine({
      store,
      siteUrl: url,
      clock: Date.now,
      log: textLog(progress),
    }).refresh();
    return importComments({ store, source, path, told, isDry, progress });
  });
}

async function runExport({ settings, args, progress }: Call): Promise<string[] | null> {
  const read = readArgs(args, { out: { type: "string" }, threads: { type: "string" } });
  if (read === null || read.positionals.length > 0) return null;
  const { out, threads } = read.values;
  if (out !== undefined && threads !== undefined) return null;
  const { database } = settings;
  if (database.engine === "sqlite" && !existsSync(database.path))
    throw new Refused(`there is no database ${database.path}`);
  return withStore(settings, async (store, opened) => {
    if (threads !== undefined) {
      const done = await exportThreads(store, threads);
      return [
        `${threads}: ${count(done.threads, "thread")}, ${count(done.written, "file")} written`,
      ];
    }
    const lines = exportLines(opened);
    if (out === undefined) {
      for await (const piece of lines) await printed(piece);
      return [];
    }
    await writeWholeFile(out, lines);
    progress(`${out} holds names and addresses: keep it as you keep the database`);
    return [`${out}: everything is in it`];
  });
}

async function runBackup({ settings, args, progress }: Call): Promise<string[] | null> {
  const [path] = readArgs(args, {})?.positionals ?? [];
  return path === undefined ? null : backUp(fileOf(settings), path, progress);
}

async function runRestore({ settings, args }: Call): Promise<string[] | null> {
  const read = readArgs(args, { force: { type: "boolean", default: false } });
  const [path] = read?.positionals ?? [];
  if (read === null || path === undefined) return null;
  const databasePath = fileOf(settings);
  return restore({ databasePath, path, force: read.values.force, now: Date.now() });
}

async function runSample({ settings, args, progress }: Call): Promise<string[] | null> {
  const read = readArgs(args, { gone: { type: "boolean", default: false } });
  const [path] = read?.positionals ?? [];
  if (read === null || path === undefined) return null;
  const isGone = read.values.gone;
  return withStore(settings, (_, database) =>
    sample({ settings, database, path, isGone, now: Date.now(), tell: progress }),
  );
}

/** @throws Refused when the database is a server's, which has its own ways for that. */
function fileOf({ database }: Settings): string {
  if (database.engine === "sqlite") return database.path;
  throw new Refused(
    "this works on an SQLite file; of a PostgreSQL server use pg_dump and pg_restore",
  );
}

/** The options and at most one file; null when there is anything else. */
function readArgs<const Options extends NonNullable<Parameters<typeof parseArgs>[0]>["options"]>(
  args: string[],
  options: Options,
) {
  try {
    const read = parseArgs({ args, options, allowPositionals: true, strict: true });
    return read.positionals.length > 1 ? null : read;
  } catch {
    return null;
  }
}

/** An address may hold an equals sign, an id of a thread after the last one hardly. */
function pairOf(text: string): [string, string] {
  const at = text.lastIndexOf("=");
  return [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
}

/** The host with its port, of a whole address too; empty when it is none. */
function hostIn(text: string): string {
  const address = text.includes("://") ? text : `http://${text}`;
  return hostOf(address.trim()) ?? "";
}

async function withStore<Value>(
  settings: Settings,
  act: (store: OpenStore, database: Database) => Promise<Value>,
): Promise<Value> {
  const database = await openDatabase(settings);
  const store = await createSqlStore(database, Date.now());
  try {
    return await act(store, database);
  } finally {
    await store.close();
  }
}

function printed(piece: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
