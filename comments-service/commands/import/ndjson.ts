import { createReadStream, existsSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import * as v from "valibot";
import { count } from "../../domain/count.ts";
import { Refused } from "../../domain/refused.ts";
import { inspectDatabase, replaceDatabase } from "../../store/sqlite/database-file.ts";
import { fillDatabase } from "../../store/sqlite/fill-database.ts";
import { migrations } from "../../store/migrations/migrations.ts";
import { schemaStore } from "../../store/sqlite/schema-store.ts";
import type { KeptRow } from "../../store/sqlite/snapshot.ts";

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

/**
 * Makes a database of an export of our own, into the place of one without comments. It is made beside that, by the migrations that the
 * export's Kolumne had and then all later ones, and takes its place when everything stands.
 * @param now for the records of the migrations, and to name the empty database that is kept beside.
 * @returns what was done, in lines.
 * @throws Refused with nothing changed.
 */
export async function importNdjson(options: {
  databasePath: string;
  path: string;
  now: number;
  isDry: boolean;
  progress: (line: string) => void;
}): Promise<string[]> {
  const { databasePath, path, now, isDry, progress } = options;
  if (!existsSync(path)) throw new Refused(`there is no file ${path}`);
  refuseUnlessEmpty(databasePath);
  const part = `${databasePath}.importing`;
  remove(part);
  try {
    const reading = { line: 0, rows: 0 };
    await make(part, path, now, reading, progress);
    const made = inspectDatabase(part);
    if ("trouble" in made) throw new Error(made.trouble);
    const what = `${count(reading.rows, "row")} with ${count(made.comments, "comment")}`;
    if (isDry) return [`would write ${what}`, "nothing was written"];
    const aside = `${databasePath}.empty-${now}`;
    if (replaceDatabase(databasePath, part, aside) === "in use")
      throw new Refused(`${databasePath} is in use: stop the service first`);
    remove(aside);
    return [`wrote ${what} to ${databasePath}`];
  } finally {
    remove(part);
  }
}

function refuseUnlessEmpty(databasePath: string): void {
  if (!existsSync(databasePath)) return;
  const there = inspectDatabase(databasePath);
  if ("trouble" in there) throw new Refused(`${databasePath}: ${there.trouble}`);
  if (there.comments > 0)
    throw new Refused(
      `${databasePath} holds ${count(there.comments, "comment")} already: an export goes into an empty database; nothing was changed`,
    );
}

async function make(
  part: string,
  path: string,
  now: number,
  reading: { line: number; rows: number },
  progress: (line: string) => void,
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
    await (await schemaStore(part, now, schema)).close();
    await fillDatabase(part, rows());
    await (await schemaStore(part, now)).close();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refused(`${path}:${reading.line} ${reason}; nothing was changed`, { cause: error });
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

function remove(path: string): void {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(path + end, { force: true });
}
