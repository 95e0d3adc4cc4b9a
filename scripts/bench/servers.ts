import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Recorded } from "./bare-server.ts";
import { SITE } from "./loads.ts";

/** What answers at an address, and ends when it is told to. */
export interface Server {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** A server, or what serves one, in a process of its own. */
export interface Child {
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
}

/** Threads that a service begins with, as `comments-service/bench/fill.ts` makes them. */
export interface Filling {
  readonly name: string;
  readonly threads: number;
  readonly comments: number;
}

/** All services have one secret, so a challenge that was solved for one is good for each of them. */
export const SECRET = "a secret of the benchmark and of nothing else";

const SERVICE = "../../comments-service/bench";

/** The service on Node. @param database its DATABASE_URL. */
export async function startService(
  database: string,
  fillings: readonly Filling[],
): Promise<Server & Child> {
  return startHttp(`${SERVICE}/entry.ts`, [JSON.stringify(fillings)], {
    DATABASE_URL: database,
    SITE_URL: SITE,
    SECRET,
    // Nothing is sent: the letters wait, as they do while a mail server is away.
    MAIL_URL: "outbox:",
  });
}

/** What a service is measured against. */
export function startBare(): Promise<Server & Child> {
  return startHttp("bare-server.ts", [], {});
}

/** A PostgreSQL with its files in a new folder. @throws where it does not start. */
export async function startPostgres(folder: string): Promise<Child & { address: string }> {
  const started = start(
    `${SERVICE}/postgres.ts`,
    [folder],
    // Who runs it as root needs a way to the programs that say who nobody is.
    { PATH: process.env["PATH"] ?? "" },
  );
  const { address } = await answerOf<{ address: string }>(started.child);
  return { ...started, address };
}

/** So many challenges for the first thread, solved. */
export async function solvedBy({ child }: Child, count: number): Promise<string[]> {
  child.send({ solve: count, thread: "hundred-1" });
  return (await answerOf<{ solved: string[] }>(child)).solved;
}

/** Tells the bare server what to answer. */
export async function teach({ child }: Child, answers: Record<string, Recorded>): Promise<void> {
  child.send(answers);
  await answerOf(child);
}

async function startHttp(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Server & Child> {
  const started = start(file, args, env);
  const { port } = await answerOf<{ port: number }>(started.child);
  return { ...started, origin: `http://127.0.0.1:${port}` };
}

function start(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Child {
  const child = fork(join(import.meta.dirname, file), args, { env });
  async function stop(): Promise<void> {
    if (child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.disconnect();
    await ended;
  }
  return { child, stop };
}

/** What the child says next. Both are our own, so it is what was agreed on. */
async function answerOf<Said>(child: ChildProcess): Promise<Said> {
  const ended = once(child, "exit").then(() => {
    throw new Error("it ended by itself, and has said above why");
  });
  const [said] = (await Promise.race([once(child, "message"), ended])) as [Said];
  return said;
}
