import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { bundleForNode } from "../../comments-service/hosts/bundle-for-node.ts";
import type { Challenge } from "../../comments-service/wire.ts";
import type { TestMailServer } from "./mail/smtp-server.ts";
import { solve } from "./solve.ts";

/** The service's own entry. */
export const nodeEntry = fileURLToPath(
  new URL("../../comments-service/hosts/node.ts", import.meta.url),
);

const compiled = process.env["NODE_COMPILE_CACHE"] ?? join(tmpdir(), "kolumne-compiled");

export interface Process {
  child: ChildProcess;
  out: string;
  err: string;
  /** The exit code, or the signal that ended it. */
  exit: Promise<number | string>;
}

/** Runs a file with Node in a folder, with nothing in its environment but what is given. */
export function run(
  file: string,
  args: string[],
  env: Record<string, string>,
  cwd: string,
): Process {
  const child = spawn(process.execPath, [file, ...args], {
    // Compiled once and kept, each further start takes half the time.
    env: { NODE_COMPILE_CACHE: compiled, ...env },
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const result: Process = {
    child,
    out: "",
    err: "",
    exit: once(child, "close").then(([code, signal]) => (code ?? signal) as number | string),
  };
  child.stdout.on("data", (data: Buffer) => (result.out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (result.err += data.toString()));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    // Until then it may write into a folder that is about to go.
    await result.exit;
  });
  return result;
}

/** Starts the service and waits until it says where it listens. */
export async function serve(
  file: string,
  env: Record<string, string>,
  cwd: string,
): Promise<Process & { url: string }> {
  const started = run(file, [], env, cwd);
  while (!started.out.includes("\n")) {
    const ended = await Promise.race([
      once(started.child.stdout ?? started.child, "data"),
      started.exit,
    ]);
    if (!Array.isArray(ended)) throw new Error(`the service ended with ${ended}: ${started.err}`);
  }
  const url = /^comments service at (http:\/\/localhost:\d+)\n/u.exec(started.out)?.[1];
  if (url === undefined) throw new Error(`unexpected: ${started.out}`);
  return Object.assign(started, { url });
}

/** Runs a command from the service's own entry. It is one file, as where it is deployed, which starts in a quarter of the time. */
export async function fromShell(
  args: string[],
  env: Record<string, string>,
  cwd: string,
): Promise<Process> {
  return run(await bundled(nodeEntry), args, env, cwd);
}

/** Starts the service with cheap challenges and without limits, from one file, too. */
export async function serveQuick(
  env: Record<string, string>,
  cwd: string,
): Promise<Process & { url: string }> {
  return serve(await bundled(join(import.meta.dirname, "quick-entry.ts")), env, cwd);
}

const bundles = new Map<string, Promise<string>>();

/** An entry with all that it imports as one file, which each worker makes once. */
export function bundled(entry: string): Promise<string> {
  const file = bundles.get(entry) ?? bundledAnew(entry);
  bundles.set(entry, file);
  return file;
}

async function bundledAnew(entry: string): Promise<string> {
  const { outputFiles } = await bundleForNode({ entryPoints: [entry] });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error("esbuild has written nothing");
  mkdirSync(compiled, { recursive: true });
  // The same code has the same name, and so is compiled once. Who reads it while others write finds it whole.
  const file = join(
    compiled,
    `${basename(entry, ".ts")}-${createHash("sha256").update(bundle.contents).digest("hex")}.mjs`,
  );
  if (existsSync(file)) return file;
  const own = `${file}.${process.pid}`;
  writeFileSync(own, bundle.contents);
  renameSync(own, file);
  return file;
}

/** What a process has logged; anything else on its standard error is a fault. */
export function eventsIn(err: string): Record<string, unknown>[] {
  const lines = err.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Waits for something that another process does; the test's own timeout ends it. */
export async function until<Value>(look: () => Value | undefined): Promise<Value> {
  for (;;) {
    const value = look();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The token of the link to confirm, from the first letter that a mail server gets. */
export function mailedToken({ received }: Pick<TestMailServer, "received">): Promise<string> {
  return until(() =>
    /token=3D([0-9a-f=\r\n]+)/u
      .exec(received[0]?.raw ?? "")?.[1]
      ?.replace(/=\r\n/gu, "")
      .slice(0, 76),
  );
}

/** Opens a connection that sends what it is asked for at once, whether the answers before are there or not. */
export async function connectTo(url: string) {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.on("error", () => {});
  await once(socket, "connect");
  const opened = {
    text: "",
    isOver: false,
    close: () => void socket.destroy(),
    ask: (...paths: string[]) =>
      void socket.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join("")),
  };
  socket.on("data", (data) => (opened.text += data.toString("latin1")));
  socket.on("close", () => (opened.isOver = true));
  return opened;
}

/** Fetches and solves a challenge over HTTP. */
export async function challengeOf(url: string, thread = "flur"): Promise<string> {
  const answer = await fetch(`${url}/challenge?thread=${thread}`);
  return solve((await answer.json()) as Challenge);
}

/** Takes the time that a person needs to write: what comes sooner after its challenge is held. */
export function writeInPeace(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 3100));
}

/** Posts a comment over HTTP as the widget does. */
export function postTo(
  url: string,
  origin: string,
  body: object,
  thread = "flur",
): Promise<Response> {
  return fetch(`${url}/threads/${thread}/comments`, {
    method: "POST",
    headers: { Origin: origin, "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Clicks the button of the confirm page. */
export function confirmAt(url: string, token: string): Promise<Response> {
  return fetch(`${url}/confirm`, {
    method: "POST",
    headers: { "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ token }),
  });
}
