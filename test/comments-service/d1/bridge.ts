import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { inject, onTestFinished } from "vitest";
import type {
  D1Answer,
  D1Binding,
  D1Statement,
} from "../../../comments-service/store/d1/binding.ts";
import { migrationFiles } from "../../../comments-service/store/d1/migration-files.ts";
import { keptTables } from "../../../comments-service/store/sql/kept-tables.ts";
import "./whole-run.ts";

/** What D1 counts, summed over all batches since the test has the database. */
export interface Counted {
  batches: number;
  rowsRead: number;
  rowsWritten: number;
}

/** What is sent over the bridge of a statement. */
interface BridgedStatement extends D1Statement {
  sql: string;
  values: readonly unknown[];
}

type Answer = D1Answer & { meta: Record<string, number> };

/** Migrated and without a row: their tests are over. */
const free: string[] = [];

/**
 * A D1 database for a test in a real workerd, bound here as it is to a worker; nothing can be asked of it when the test is over.
 * @param kind a `migrated` one has today's schema already, and may have served other tests, which is quicker than to make it.
 */
export async function newD1(
  kind: "migrated" | "empty",
): Promise<{ binding: D1Binding; counted: Counted }> {
  const database =
    kind === "migrated" ? (free.pop() ?? (await migrated())) : await sent(await bridge(), null);
  const counted: Counted = { batches: 0, rowsRead: 0, rowsWritten: 0 };
  const underWay = new Set<Promise<unknown>>();
  let isOver = false;
  onTestFinished(async () => {
    isOver = true;
    await Promise.allSettled(underWay);
    if (kind === "empty") return;
    await clear(database);
    free.push(database);
  });

  async function batch(statements: readonly unknown[]): Promise<readonly D1Answer[]> {
    if (isOver) throw new Error("the test whose database this was is over");
    const asked = ask(database, statements);
    underWay.add(asked);
    const answers = await asked.finally(() => underWay.delete(asked));
    counted.batches += 1;
    for (const { meta } of answers) {
      counted.rowsRead += meta["rows_read"] ?? 0;
      counted.rowsWritten += meta["rows_written"] ?? 0;
    }
    return answers;
  }

  return { binding: { prepare: (sql) => statement(sql, []), batch }, counted };
}

function statement(sql: string, values: readonly unknown[]): BridgedStatement {
  return { sql, values, bind: (...bound) => statement(sql, bound) };
}

async function migrated(): Promise<string> {
  const database = await sent(await bridge(), null);
  const steps = migrationFiles().map((file) => file.text);
  const made = await ask(database, [statement(steps.join("\n"), []), schema]);
  clearing ??= clearingOf((made.at(-1)?.results ?? []) as Made[]);
  return database;
}

interface Made {
  type: string;
  name: string;
  sql: string;
}

// workerd adds tables of its own when it likes.
const schema = statement(
  "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '\\_cf\\_%' ESCAPE '\\' ORDER BY name",
  [],
);
let clearing: { sql: string; leaves: string } | undefined;

/** How all rows are taken out of a database, those too that no service may delete. */
function clearingOf(made: readonly Made[]): { sql: string; leaves: string } {
  const triggers = made.filter(({ type }) => type === "trigger");
  const tables = Object.keys(keptTables).filter((table) => table !== "schema_version");
  const steps = [
    ...triggers.map(({ name }) => `DROP TRIGGER ${name}`),
    ...tables.toReversed().map((table) => `DELETE FROM ${table}`),
    ...triggers.map(({ sql }) => sql),
  ];
  return { sql: steps.join(";\n"), leaves: JSON.stringify(made) };
}

/** Takes all rows out. @throws when the test has changed the schema, which would be seen nowhere but in minutes of work. */
async function clear(database: string): Promise<void> {
  if (clearing === undefined) throw new Error("no database was migrated");
  const answers = await ask(database, [statement(clearing.sql, []), schema]);
  if (JSON.stringify(answers.at(-1)?.results) !== clearing.leaves)
    throw new Error("a test that changes the schema needs an empty database of its own");
}

async function ask(database: string, batch: readonly unknown[]): Promise<readonly Answer[]> {
  const answer = await sent(await bridge(), JSON.stringify({ database, batch }));
  return JSON.parse(answer) as Answer[];
}

let listening: Promise<string> | undefined;

/** Where the bridge listens. */
function bridge(): Promise<string> {
  return (listening ??= sent(inject("d1"), null));
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** What is answered to this; `fetch` would take four times the work. @throws with the answer when it is no 200. */
function sent(url: string, body: string | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, method: body === null ? "GET" : "POST" }, (answer) => {
      text(answer).then(
        (said) => (answer.statusCode === 200 ? resolve(said) : reject(new Error(said))),
        reject,
      );
    });
    asked.on("error", reject).end(body);
  });
}
