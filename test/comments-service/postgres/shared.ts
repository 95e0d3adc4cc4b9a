import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Client, Pool } from "pg";
import { inject, onTestFinished } from "vitest";
import { openPostgres } from "../../../comments-service/store/postgres/postgres.ts";
import { migrate } from "../../../comments-service/store/sql/migrate.ts";
import {
  addressOf,
  askServer,
  createServer,
  startServer,
} from "../../../comments-service/bench/postgres-server.ts";
import { clearing, schema } from "./clearing.ts";

// What is lost with the machine's power is lost with the test. Its files may stand in memory, where they shall stay few.
const quick = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "max_wal_size=128MB",
  "log_line_prefix=%d ",
];
const READY = "ready";
const PAUSE = 25;
const PATIENCE = 90_000;

/** Migrated and without a row: their tests are over. */
const free: string[] = [];

/**
 * A database of its own for a test, on the server of the whole run; nothing can be asked of it when the test is over.
 * @param kind a `migrated` one has today's schema already, and may have served other tests, which is quicker than to make it.
 * @returns its address.
 */
export async function temporaryDatabase(kind: "migrated" | "empty"): Promise<string> {
  const { folder, maintenance } = await (using ??= usedServer());
  const name = (kind === "migrated" ? free.pop() : undefined) ?? (await made(kind));
  const address = addressOf(folder, name);
  onTestFinished(async () => {
    if (kind === "migrated" && (await isCleared(address))) {
      // Whoever still has the address finds nothing there, and what the log says of a name is of one test.
      const next = newName();
      await maintenance.query(`ALTER DATABASE ${name} RENAME TO ${next}`);
      free.push(next);
    } else await maintenance.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  return address;
}

async function made(kind: "migrated" | "empty"): Promise<string> {
  const { folder, maintenance } = await (using ??= usedServer());
  const name = newName();
  const template = kind === "migrated" ? "kolumne" : "template0";
  await maintenance.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  if (kind === "migrated") untouched ??= await onConnection(addressOf(folder, name), schemaOn);
  return name;
}

const newName = () => `test_${randomUUID().replaceAll("-", "")}`;

let untouched: unknown;

/** Ends what is still connected and takes all rows out. @returns false when the test has changed the schema. */
function isCleared(address: string): Promise<boolean> {
  return onConnection(address, async (client) => {
    if ((await schemaOn(client)) !== untouched) return false;
    await client.query(clearing);
    return true;
  });
}

async function schemaOn(client: Client): Promise<unknown> {
  const { rows } = await client.query<{ schema: string }>(schema);
  return rows[0]?.schema;
}

async function onConnection<Answer>(
  address: string,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** What the server has refused, or found wrong, in a database of a test. */
export function refusedIn(address: string): string[] {
  const url = new URL(address);
  const log = readFileSync(join(url.searchParams.get("host") ?? "", "log"), "utf8");
  return log.split("\n").filter((line) => line.startsWith(`${url.pathname.slice(1)} ERROR:`));
}

let using: Promise<{ folder: string; maintenance: Pool }> | undefined;

/** The server, and a connection to it that is kept for as long as there is something else to be done. */
async function usedServer(): Promise<{ folder: string; maintenance: Pool }> {
  const folder = await startedServer();
  const maintenance = new Pool({
    connectionString: addressOf(folder, "postgres"),
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
  });
  // The server may end first.
  maintenance.on("error", () => {});
  return { folder, maintenance };
}

/** Tests run in several processes: the first that asks starts the server, the others wait for its word. */
async function startedServer(): Promise<string> {
  const run = inject("postgres");
  const folder = join(run, "server");
  const word = join(run, "word");
  if (isFirst(join(run, "first")))
    await startServerIn(folder).then(
      () => writeFileSync(word, READY),
      (error: unknown) => writeFileSync(word, String(error)),
    );
  for (let waited = 0; !existsSync(word); waited += PAUSE) {
    if (waited > PATIENCE) throw new Error(`PostgreSQL does not start: see ${folder}/log`);
    await setTimeout(PAUSE);
  }
  const said = readFileSync(word, "utf8");
  if (said !== READY) throw new Error(said);
  return folder;
}

async function startServerIn(folder: string): Promise<void> {
  await createServer(folder);
  await startServer(folder, quick);
  await askServer(addressOf(folder, "postgres"), "CREATE DATABASE kolumne");
  const template = openPostgres(addressOf(folder, "kolumne"));
  await migrate(template, 1);
  await template.close();
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}
