import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { challengeOf, confirmAt, postTo, serveQuick } from "../process.ts";
import { TAKE_LOCK } from "../../../comments-service/store/postgres/transaction.ts";
import { comment, secret } from "../service.ts";
import { openSite } from "../site.ts";
import { asOfOne, postToBoth } from "../two-at-once.ts";
import {
  addressOf,
  askServer,
  createServer,
  startServer,
} from "../../../comments-service/bench/postgres-server.ts";
import type { Server } from "../../../comments-service/bench/postgres-server.ts";
import { waitersFor } from "./lock.ts";
import { commentsIn, tokensIn } from "./rows.ts";
import { temporaryDatabase } from "./shared.ts";

/** Starts so many processes of the service on one database. */
async function serveOn(address: string, processes: number) {
  const cwd = mkdtempSync(join(tmpdir(), "kolumne-"));
  const site = await openSite();
  onTestFinished(async () => {
    await site.close();
    rmSync(cwd, { recursive: true, force: true });
  });
  const env = {
    PATH: process.env["PATH"] ?? "",
    SITE_URL: site.url,
    SECRET: secret,
    DATABASE_URL: address,
  };
  const all = await Promise.all(Array.from({ length: processes }, () => serveQuick(env, cwd)));
  return { site, urls: all.map(({ url }) => url) };
}

/** What a reader sends. Readers send again what was not taken, with the same challenge. */
interface Post {
  text: string;
  challenge: string;
}

test("two processes that start at once on an empty PostgreSQL give the same numbers as one", async () => {
  const address = await temporaryDatabase("empty");
  const { site, urls } = await serveOn(address, 2);
  const tokens = () => tokensIn(address);
  const done = await postToBoth(urls, { origin: site.origin, many: 60, tokens });
  expect(done).toMatchObject(asOfOne(60));
  expect(done.threads[0]).toEqual(done.threads[1]);
});

test("a server that is stopped or killed and started again under posts loses nothing that was acknowledged, and the service goes on by itself", async () => {
  const { address, restart, stop } = await ownServer();
  const { site, urls } = await serveOn(address, 1);
  const [url = ""] = urls;
  const acknowledged: string[] = [];
  const isTaken = async ({ text, challenge }: Post): Promise<boolean> => {
    const answer = await postTo(url, site.origin, { ...comment, text, challenge });
    const told = `${answer.status} ${answer.headers.get("retry-after") ?? ""}`;
    expect(told).toMatch(/^(?:202 |503 \d+)$/u);
    if (answer.status === 202) acknowledged.push(text);
    return answer.status === 202;
  };
  const allTaken = (posts: Post[]) => Promise.all(posts.map(isTaken));

  for (const how of ["fast", "SIGKILL"] as const) {
    const posts = (kind: string) =>
      Promise.all(
        Array.from({ length: 8 }, async (_, i) => ({
          text: `${how} ${kind} ${i}`,
          challenge: await challengeOf(url),
        })),
      );
    const [before, meanwhile, after] = [
      await posts("before"),
      await posts("meanwhile"),
      await posts("after"),
    ];
    expect(await allTaken(before)).toEqual(before.map(() => true));
    // What belongs to no connection stands in the way of all posts until the server is gone, and even then.
    await askServer(address, `BEGIN; ${TAKE_LOCK.sql}; PREPARE TRANSACTION 'in the way'`);
    const cut = allTaken(meanwhile);
    await waitersFor(address, 1);
    await stop(how);
    expect(await cut).toEqual(meanwhile.map(() => false));
    expect(await allTaken(after)).toEqual(after.map(() => false));
    expect((await fetch(`${url}/health`)).status).toBe(503);

    await restart();
    await askServer(address, "ROLLBACK PREPARED 'in the way'");
    expect(await allTaken([...meanwhile, ...after])).toEqual(Array(16).fill(true));
    // Whoever asks gets the last refusal for a second.
    while ((await fetch(`${url}/health`)).status !== 200) await setTimeout(50);
  }

  const texts = (await commentsIn(address)).map(({ text }) => text);
  expect(texts.toSorted()).toEqual(acknowledged.toSorted());
  const confirmed = (await tokensIn(address)).map((token) => confirmAt(url, token));
  expect(new Set((await Promise.all(confirmed)).map(({ status }) => status))).toEqual(
    new Set([200]),
  );
  const numbers = (await commentsIn(address)).map(({ number }) => number ?? 0);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(texts.map((_, i) => i + 1));
});

const own = ["max_prepared_transactions=1"];

/** A server that a test may stop, and which keeps what it has said is kept. */
async function ownServer() {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-postgres-"));
  let server: Server | undefined;
  onTestFinished(async () => {
    await server?.stop("fast");
    rmSync(folder, { recursive: true, force: true });
  });
  await createServer(folder);
  server = await startServer(folder, own);
  await askServer(addressOf(folder, "postgres"), "CREATE DATABASE kolumne");
  return {
    address: addressOf(folder, "kolumne"),
    stop: async (how: "fast" | "SIGKILL") => server?.stop(how),
    restart: async () => {
      server = await startServer(folder, own);
    },
  };
}
