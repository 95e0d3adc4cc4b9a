import type { ClientBase, Pool } from "pg";
import { versionTable } from "../migrations/migration.ts";
import type { Migration } from "../migrations/migration.ts";
import type { BoundStatement } from "../sql/statement.ts";
import { workLong } from "./connections.ts";
import type { Connections } from "./connections.ts";
import { sqlState } from "./errors.ts";
import { schemaWords } from "./schema-words.ts";
import { TAKE_LOCK, inTransaction } from "./transaction.ts";

/** What stands beside the tables of the migrations, on PostgreSQL only. */
const besides = [
  versionTable(schemaWords),
  `CREATE TABLE IF NOT EXISTS write_lock (id BIGINT PRIMARY KEY, taken BIGINT NOT NULL)`,
  `INSERT INTO write_lock (id, taken) VALUES (1, 0) ON CONFLICT (id) DO NOTHING`,
  // How many statements of a step are done, and whether the next one was begun.
  `CREATE TABLE IF NOT EXISTS schema_progress (version BIGINT PRIMARY KEY, done BIGINT NOT NULL, begun BIGINT NOT NULL)`,
];

/** Two who make the same table at the same moment. */
const MADE_MEANWHILE = ["42P07", "42710", "23505"];
/** What a statement is told that was run before: there is such a table, column, object or function, or there is none any more. */
const DONE_BEFORE = ["42P07", "42701", "42710", "42723", "42P01", "42704"];
const NO_SUCH_TABLE = ["42P01"];

/** A step of the schema on its way. */
interface Work {
  worker: ClientBase;
  version: number;
  statements: readonly string[];
}

/**
 * Makes the steps that are not made yet. Each statement that changes the schema stands by itself and not beside one that changes rows, as
 * engines want it that are spread over machines. A start that is interrupted is followed by one that goes on where it was; others wait
 * meanwhile, as everybody does who writes.
 */
export async function migrateOneByOne(
  { pool, connect }: Connections,
  steps: readonly Migration[],
  now: number,
): Promise<void> {
  if ((await versionOf(pool)) >= steps.length) return;
  const holder = await connect();
  try {
    const worker = await connect();
    try {
      await makeSteps({ holder, worker }, steps, now);
    } finally {
      await worker.end();
    }
  } finally {
    await holder.end();
  }
}

/** @param connections one that holds `write_lock` meanwhile, and one that works. */
async function makeSteps(
  { holder, worker }: { holder: ClientBase; worker: ClientBase },
  steps: readonly Migration[],
  now: number,
): Promise<void> {
  await workLong(worker, "SESSION");
  for (const statement of besides) await run(worker, statement, MADE_MEANWHILE);
  await Promise.all([
    holder.query("BEGIN"),
    workLong(holder, "LOCAL"),
    holder.query(TAKE_LOCK.sql),
  ]);
  for (let version = (await versionOf(worker)) + 1; version <= steps.length; version += 1) {
    const step = steps[version - 1];
    if (step === undefined) break;
    await makeStep({ worker, version, statements: step.statements(schemaWords) });
    await inTransaction(worker, [
      bound("DELETE FROM schema_progress WHERE version = $1", version),
      bound("INSERT INTO schema_version VALUES ($1, $2, $3)", version, step.name, now),
    ]);
  }
  await holder.query("COMMIT");
}

async function makeStep(work: Work): Promise<void> {
  const { worker, version, statements } = work;
  await worker.query(
    "INSERT INTO schema_progress VALUES ($1, 0, 0) ON CONFLICT (version) DO NOTHING",
    [version],
  );
  const progress = "SELECT done FROM schema_progress WHERE version = $1";
  const { rows } = await worker.query<{ done: number }>(progress, [version]);
  for (let index = rows[0]?.done ?? 0; index < statements.length; index += 1) {
    const statement = statements[index] ?? "";
    const done = bound(
      "UPDATE schema_progress SET done = $1, begun = 0 WHERE version = $2",
      index + 1,
      version,
    );
    if (changesRows(statement)) await inTransaction(worker, [bound(statement), done]);
    else {
      await changeSchema(work, statement);
      await worker.query(done.sql, [...done.parameters]);
    }
  }
}

/** Whether it was done before is asked only of a statement that somebody has begun: else a table of the same name is not ours. */
async function changeSchema({ worker, version }: Work, statement: string): Promise<void> {
  const begin = "UPDATE schema_progress SET begun = 1 WHERE version = $1 AND begun = 0";
  const isFirst = (await worker.query(begin, [version])).rowCount === 1;
  try {
    await run(worker, statement, isFirst ? [] : DONE_BEFORE);
  } catch (error) {
    // After any other answer than a broken connection it is not done.
    if (sqlState(error) !== null)
      await worker.query("UPDATE schema_progress SET begun = 0 WHERE version = $1", [version]);
    throw error;
  }
}

async function versionOf(client: ClientBase | Pool): Promise<number> {
  const newest = "SELECT version FROM schema_version ORDER BY version DESC LIMIT 1";
  const rows = await run<{ version: number }>(client, newest, NO_SUCH_TABLE);
  return rows[0]?.version ?? 0;
}

/** @param but what the server may answer instead. */
async function run<Row extends object>(
  client: ClientBase | Pool,
  statement: string,
  but: readonly string[],
): Promise<Row[]> {
  try {
    return (await client.query<Row>(statement)).rows;
  } catch (error) {
    if (but.includes(sqlState(error) ?? "")) return [];
    throw error;
  }
}

function changesRows(statement: string): boolean {
  return /^\s*(?:INSERT|UPDATE|DELETE)\b/iu.test(statement);
}

function bound(sql: string, ...parameters: (string | number)[]): BoundStatement {
  return { sql, parameters };
}
