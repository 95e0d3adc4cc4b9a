import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import * as v from "valibot";
import { count } from "../../domain/count.ts";
import { Refused } from "../../domain/refused.ts";
import type { Settings } from "../../settings.ts";
import { migrations } from "../../store/migrations/migrations.ts";
import { fillDatabase, nameOf } from "../../store/open-database.ts";
import type { Database } from "../../store/sql/database.ts";
import { RowRefused, writeRows } from "../../store/sql/everything.ts";
import type { KeptRow } from "../../store/sql/everything.ts";
import { migrate } from "../../store/sql/migrate.ts";

const Head = v.object({
  kind: v.literal("kolumne"),
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const End = v.object({ kind: v.literal("end"), rows: v.number() });
const Row = v.objectWithRest(
  { kind: v.string() },
  v.union([v.string(), v.pipe(v.number(), v.safeInteger()), v.null()]),
);

const TOLD_EVERY = 100_000;

interface Asked {
  settings: Pick<Settings, "database">;
  path: string;
  now: number;
  isDry: boolean;
  progress: (line: string) => void;
}

/**
 * Makes a database of an export of our own, in the place of one without comments, by the migrations that the export's Kolumne had and then
 * all later ones.
 * @param now for the records of the migrations, and to name the empty database that is kept beside.
 * @returns what was done, in lines.
 * @throws Refused with nothing changed.
 */
export async function importNdjson(options: Asked): Promise<string[]> {
  const { settings, path, now, isDry } = options;
  if (!existsSync(path)) throw new Refused(`there is no file ${path}`);
  const reading = { line: 0, rows: 0, comments: 0 };
  await fillDatabase(settings, { now, isDry }, (database) => make(database, options, reading));
  const what = `${count(reading.rows, "row")} with ${count(reading.comments, "comment")}`;
  return isDry
    ? [`would write ${what}`, "nothing was written"]
    : [`wrote ${what} to ${nameOf(settings)}`];
}

async function make(
  database: Database,
  { path, now, progress }: Asked,
  reading: { line: number; rows: number; comments: number },
): Promise<void> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  const each = lines[Symbol.asyncIterator]();
  const next = async () => {
    reading.line += 1;
    return (await each.next()).value;
  };
  try {
    const head = v.safeParse(Head, json(await next()));
    if (!head.success) throw new Error("this is no export of Kolumne");
    const { schema } = head.output;
    if (schema > migrations.length)
      throw new Error(
        `the export has schema ${schema}, this Kolumne knows up to ${migrations.length}: use the newer Kolumne that wrote it`,
      );
    await migrate(database, now, migrations.slice(0, schema));
    await writeRows(database, rows());
    await migrate(database, now);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // The head stands before the rows.
    const line = error instanceof RowRefused ? error.row + 1 : reading.line;
    throw new Refused(`${path}:${line} ${reason}; nothing was changed`, { cause: error });
  } finally {
    lines.close();
  }

  async function* rows(): AsyncGenerator<KeptRow> {
    for (;;) {
      const value = json(await next());
      const end = v.safeParse(End, value);
      if (end.success) {
        if (end.output.rows !== reading.rows)
          throw new Error(`${end.output.rows} rows were exported, ${reading.rows} are here`);
        return;
      }
      const row = v.safeParse(Row, value);
      if (!row.success)
        throw new Error(
          value === undefined ? "the end is missing: the file was cut off" : "this is no row",
        );
      const { kind, id } = row.output;
      if (typeof id === "string" && !/^\S+$/u.test(id))
        throw new Error(`a ${kind} has the id ${JSON.stringify(id)}, which names nothing`);
      reading.rows += 1;
      if (kind === "comment") reading.comments += 1;
      if (reading.rows % TOLD_EVERY === 0) progress(`read ${reading.rows} rows`);
      yield row.output;
    }
  }
}

function json(line: string | undefined): unknown {
  if (line === undefined) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
