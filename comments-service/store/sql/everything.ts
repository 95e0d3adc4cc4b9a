import { count } from "../../domain/count.ts";
import { Refused } from "../../domain/refused.ts";
import { StoreUnavailable } from "../port/store-unavailable.ts";
import { writeAll } from "./database.ts";
import type { Database, Snapshot } from "./database.ts";
import { exportedTables } from "./kept-tables.ts";
import { empty, inPieces, join, named, sql } from "./statement.ts";
import type { Statement } from "./statement.ts";

/** A row with the name of its table. */
export type KeptRow = { kind: string } & Record<string, string | number | null>;

const READ_AT_ONCE = 500;
// A statement takes three of the widest at least, and D1 wants short lists of statements.
const WRITTEN_AT_ONCE = 250;

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
      sql`SELECT * FROM ${named(table)} ${behind} ORDER BY ${keys} LIMIT ${READ_AT_ONCE}`,
    );
    for (const row of rows) yield { kind: table, ...row };
    const last = rows.at(-1);
    if (last === undefined || rows.length < READ_AT_ONCE) return;
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
  let written = 0;
  for await (const list of inLists(database, rows)) {
    await writeAll(database, insertsOf(list)).catch(async (refused: unknown) => {
      if (refused instanceof StoreUnavailable) throw refused;
      // Once more one by one: so it is known which one it is.
      for (const [index, row] of list.entries())
        await writeAll(database, insertsOf([row])).catch((error: unknown) => {
          if (error instanceof StoreUnavailable) throw error;
          throw new RowRefused(written + index + 1, error);
        });
    });
    written += list.length;
  }
}

/** Some rows at a time, each of which has exactly the columns of its table. */
async function* inLists(
  database: Database,
  rows: AsyncIterable<KeptRow>,
): AsyncGenerator<KeptRow[]> {
  const columns = new Map<string, string[]>();
  let waiting: KeptRow[] = [];
  for await (const row of rows) {
    const known = columns.get(row.kind) ?? (await columnsOf(database, row.kind));
    columns.set(row.kind, known);
    const names = namesIn(row);
    if (names.length !== known.length || !known.every((column) => column in row))
      throw new Error(`a ${row.kind} has the fields ${known.join(", ")}, not ${names.join(", ")}`);
    if (waiting.push(row) < WRITTEN_AT_ONCE) continue;
    yield waiting;
    waiting = [];
  }
  yield waiting;
}

async function columnsOf(database: Database, table: string): Promise<string[]> {
  if (!exportedTables.some(([name]) => name === table))
    throw new Error(`${JSON.stringify(table)} is no kind of row that an export holds`);
  return database.columnsOf(table);
}

/** One statement for as many rows of a table that stand together as a statement can bind. */
function insertsOf(rows: readonly KeptRow[]): Statement[] {
  return [...Map.groupBy(rows, ({ kind }) => kind)].flatMap(([table, all]) => {
    const names = all.slice(0, 1).flatMap(namesIn);
    return inPieces(all, names.length).map((some) => {
      const values = some.map((row) => sql`(${join(names.map((column) => row[column] ?? null))})`);
      return sql`INSERT INTO ${named(table)} (${join(names.map(named))}) VALUES ${join(values)}`;
    });
  });
}

function namesIn(row: KeptRow): string[] {
  return Object.keys(row).filter((name) => name !== "kind");
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
 * Copies all that an export holds into an empty database of the same schema: as one, where an engine can do that.
 * @throws Refused when a part of it is left.
 */
export async function copyRows(from: Database, to: Database): Promise<void> {
  const lists = (async function* () {
    yield [sql`DELETE FROM thread`, sql`DELETE FROM site`];
    for await (const list of inLists(to, everyRow(from))) yield insertsOf(list);
  })();
  if (to.fill !== undefined) return to.fill(lists);
  try {
    for await (const list of lists) await writeAll(to, list);
  } catch (error) {
    throw new Refused("the import was broken off and has left a part: make the database anew", {
      cause: error,
    });
  }
}
