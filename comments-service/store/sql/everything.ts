import { count } from "../../domain/count.ts";
import { Refused } from "../../domain/refused.ts";
import { writeAll } from "./database.ts";
import type { Database, Snapshot } from "./database.ts";
import { exportedTables } from "./kept-tables.ts";
import { empty, inPieces, join, named, sql } from "./statement.ts";
import type { Statement } from "./statement.ts";

/** A row with the name of its table. */
export type KeptRow = { kind: string } & Record<string, string | number | null>;

const ROWS_AT_ONCE = 500;

/**
 * Every row that an export holds, always in the same order, as they all stood at one moment: whatever is written meanwhile is not in it,
 * unless the engine holds no moment (D1).
 * Some come at a time, so a large database takes no more memory than a small one.
 */
export async function* everyRow(database: Database): AsyncGenerator<KeptRow> {
  const snapshot = await database.snapshot();
  try {
    for (const [table, order] of exportedTables) yield* rowsOf(snapshot, table, order);
  } finally {
    await snapshot.close();
  }
}

async function* rowsOf(
  snapshot: Snapshot,
  table: string,
  order: readonly string[],
): AsyncGenerator<KeptRow> {
  const keys = join(order.map(named));
  let behind = empty;
  for (;;) {
    const rows = await snapshot.read<Omit<KeptRow, "kind">>(
      sql`SELECT * FROM ${named(table)} ${behind} ORDER BY ${keys} LIMIT ${ROWS_AT_ONCE}`,
    );
    for (const row of rows) yield { kind: table, ...row };
    const last = rows.at(-1);
    if (last === undefined || rows.length < ROWS_AT_ONCE) return;
    behind = sql`WHERE (${keys}) > (${join(order.map((column) => last[column] ?? null))})`;
  }
}

/** What the database has to say against a row. */
export class RowRefused extends Error {
  override name = "RowRefused";
  /** Which row it is, from 1. */
  readonly row: number;

  constructor(row: number, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.row = row;
  }
}

/**
 * Writes rows into an empty database, some at a time. A row has to have exactly the columns of its table.
 * @throws RowRefused with those written that stand before it, or a part of them.
 */
export async function writeRows(database: Database, rows: AsyncIterable<KeptRow>): Promise<void> {
  const columns = new Map<string, string[]>();
  let waiting: KeptRow[] = [];
  let written = 0;

  async function write(): Promise<void> {
    try {
      await writeAll(database, insertsOf(waiting, columns));
    } catch {
      // Once more one by one: so it is known which one it is.
      for (const [index, row] of waiting.entries())
        await writeAll(database, insertsOf([row], columns)).catch((error: unknown) =>
          Promise.reject(new RowRefused(written + index + 1, error)),
        );
    }
    written += waiting.length;
    waiting = [];
  }

  for await (const row of rows) {
    const known = columns.get(row.kind) ?? (await columnsOf(database, row.kind));
    columns.set(row.kind, known);
    const { kind, ...given } = row;
    const names = Object.keys(given);
    if (names.length !== known.length || !known.every((column) => column in given))
      throw new Error(`a ${kind} has the fields ${known.join(", ")}, not ${names.join(", ")}`);
    waiting.push(row);
    if (waiting.length >= ROWS_AT_ONCE) await write();
  }
  await write();
}

async function columnsOf(database: Database, table: string): Promise<string[]> {
  if (!exportedTables.some(([name]) => name === table))
    throw new Error(`${JSON.stringify(table)} is no kind of row that an export holds`);
  return database.columnsOf(table);
}

/** One statement for as many rows of a table that stand together as a statement can bind. */
function insertsOf(
  rows: readonly KeptRow[],
  columns: ReadonlyMap<string, readonly string[]>,
): Statement[] {
  return [...Map.groupBy(rows, ({ kind }) => kind)].flatMap(([table, all]) => {
    const names = columns.get(table) ?? [];
    return inPieces(all, names.length).map((some) => {
      const values = some.map((row) => sql`(${join(names.map((column) => row[column] ?? null))})`);
      return sql`INSERT INTO ${named(table)} (${join(names.map(named))}) VALUES ${join(values)}`;
    });
  });
}

/** What the service reads anew by itself, so that a database which holds nothing else counts as empty. */
const ofTheMagazine = new Set(["site", "thread"]);

/** @throws Refused when the database holds anything that an export would bring, but the magazine's list. */
export async function refuseUnlessEmpty(database: Database): Promise<void> {
  for (const [table] of exportedTables) {
    if (ofTheMagazine.has(table) || (await database.columnsOf(table)).length === 0) continue;
    const [row] = await database.read<{ rows: number }>(
      sql`SELECT count(*) AS rows FROM ${named(table)}`,
    );
    const rows = row?.rows ?? 0;
    if (rows > 0)
      throw new Refused(
        `the database holds ${table === "comment" ? count(rows, "comment") : `${count(rows, "row")} of ${table}`} already: an export goes into an empty database; nothing was changed`,
      );
  }
}

/**
 * Copies all that an export holds into an empty database of the same schema. Where that fails, what was written is taken back, but for the
 * record, which only ever grows and therefore comes last.
 */
export async function copyRows(from: Database, to: Database): Promise<void> {
  try {
    await writeAll(to, [sql`DELETE FROM thread`, sql`DELETE FROM site`]);
    await writeRows(to, everyRow(from));
  } catch (error) {
    const all = exportedTables.toReversed().map(([table]) => sql`DELETE FROM ${named(table)}`);
    await writeAll(to, all).catch(() => {
      throw new Refused("the import was broken off and has left a part: make the database anew", {
        cause: error,
      });
    });
    throw error;
  }
}
