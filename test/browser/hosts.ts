import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWorker } from "../comments-service/d1/open-worker.ts";
import { temporaryDatabase } from "../comments-service/postgres/shared.ts";
import { freePort } from "../free-port.ts";
import type { Letter } from "../letter-box.ts";
import { openMailServer } from "./mail-server.ts";

/** Starts the service, with its settings, where readers reach it: at a port of this machine. */
export type Serve = (place: {
  port: number;
  env: Readonly<Record<string, string>>;
}) => Promise<{ nextLetter: () => Promise<Letter>; close: () => Promise<void> }>;

/** One process with a file. */
export const onNode: Serve = async ({ port, env }) => {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-service-"));
  const mail = await openMailServer();
  const database = `file:${join(folder, "comments.sqlite")}`;
  const stop = await startNode(port, { ...env, MAIL_URL: mail.url, DATABASE_URL: database });
  return {
    nextLetter: mail.nextLetter,
    async close(): Promise<void> {
      await stop();
      await mail.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Two processes with one PostgreSQL, behind what hands requests to them in turns. For use in a test. */
const onTwoNodes: Serve = async ({ port, env }) => {
  const mail = await openMailServer();
  const shared = {
    ...env,
    MAIL_URL: mail.url,
    DATABASE_URL: await temporaryDatabase("empty"),
    SECRET: "a secret that two processes share in a test",
    TRUSTED_PROXIES: "127.0.0.1",
  };
  const ports = [await freePort(), await freePort()];
  const stops = await Promise.all(ports.map((each) => startNode(each, shared)));
  const stopBalancing = await balance(port, ports);
  return {
    nextLetter: mail.nextLetter,
    async close(): Promise<void> {
      await Promise.all([stopBalancing(), ...stops.map((stop) => stop())]);
      await mail.close();
    },
  };
};

const onWorkers: Serve = ({ port, env }) => openWorker(env, { port });

/** Each host with an engine that it is meant for. */
export const pairs: readonly { name: string; serve: Serve }[] = [
  { name: "Node with SQLite", serve: onNode },
  { name: "two Node processes with PostgreSQL", serve: onTwoNodes },
  { name: "workerd with D1", serve: onWorkers },
];

/** The service as its own process. @returns ends it. */
async function startNode(
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ["comments-service/hosts/node.ts"], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return async () => {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  };
}

/** Hands requests to servers on these ports in turns. @returns ends it. */
async function balance(port: number, ports: readonly number[]): Promise<() => Promise<void>> {
  let turn = 0;
  const server = createServer((asked, answer) => {
    turn += 1;
    const passed = request(
      {
        port: ports[turn % ports.length],
        method: asked.method,
        path: asked.url,
        headers: { ...asked.headers, "X-Forwarded-For": asked.socket.remoteAddress },
      },
      (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      },
    );
    asked.pipe(passed);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
}
