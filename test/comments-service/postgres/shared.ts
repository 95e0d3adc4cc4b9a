import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { inject, onTestFinished } from "vitest";
import { openPostgres } from "../../../comments-service/store/postgres/postgres.ts";
import { migrate } from "../../../comments-service/store/sql/migrate.ts";
import {
  addressOf,
  askServer,
  createServer,
  startServer,
} from "../../../comments-service/bench/postgres-server.ts";

// What is lost with the machine's power is lost with the test.
const quick = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "log_line_prefix=%d ",
];
const READY = "ready";
const PAUSE = 25;
const PATIENCE = 90_000;

/**
 * A database of its own for a test, on the server of the whole run; it goes when the test is over.
 * @param kind a `migrated` one has today's schema already, which is quicker than to make it.
 * @returns its address.
 */
export async function temporaryDatabase(kind: "migrated" | "empty"): Promise<string> {
  const folder = await (starting ??= startedServer());
  const ask = (statement: string) => askServer(addressOf(folder, "postgres"), statement);
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await ask(`CREATE DATABASE ${name} TEMPLATE ${kind === "migrated" ? "kolumne" : "template0"}`);
  onTestFinished(async () => void (await ask(`DROP DATABASE ${name} WITH (FORCE)`)));
  return addressOf(folder, name);
}

/** What the server has refused, or found wrong, in a database of a test. */
export function refusedIn(address: string): string[] {
  const url = new URL(address);
  const log = readFileSync(join(url.searchParams.get("host") ?? "", "log"), "utf8");
  return log.split("\n").filter((line) => line.startsWith(`${url.pathname.slice(1)} ERROR:`));
}

let starting: Promise<string> | undefined;

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
