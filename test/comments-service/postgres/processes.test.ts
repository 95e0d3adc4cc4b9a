import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { challengeOf, confirmAt, postTo, quickEntry, serve } from "../process.ts";
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
  const all = await Promise.all(
    Array.from({ length: processes }, () => serve(quickEntry, env, cwd)),
  );
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

test.each(["fast", "SIGKILL"] as const)(
  "a server that is stopped (%s) and started again under posts loses nothing that was acknowledged, and the service goes on by itself",
  async (how) => {
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

    for (let round = 0; round < 2; round += 1) {
      const posts: Post[] = [];
      for (let i = 0; i < 20; i += 1)
        posts.push({ text: `Text ${round} ${i}`, challenge: await challengeOf(url) });
      const late = { text: `Text ${round} late`, challenge: await challengeOf(url) };
      // It is stopped when so many were taken, with the others on their way.
      let left = 4 + 8 * round;
      const stopped = Promise.withResolvers<void>();
      const results = posts.map(async (post) => {
        const taken = await isTaken(post);
        left -= 1;
        if (left === 0) stopped.resolve(stop(how));
        return taken;
      });
      const taken = await Promise.all(results);
      await stopped.promise;
      const refused = posts.filter((_, i) => !taken[i]);
      expect(await isTaken(late)).toBe(false);
      expect((await fetch(`${url}/health`)).status).toBe(503);

      await restart();
      for (const post of [...refused, late]) expect(await isTaken(post)).toBe(true);
      // Whoever asks gets the last refusal for a second.
      while ((await fetch(`${url}/health`)).status !== 200) await setTimeout(50);
    }

    const texts = (await commentsIn(address)).map(({ text }) => text);
    expect(texts.toSorted()).toEqual(acknowledged.toSorted());
    for (const token of await tokensIn(address))
      expect((await confirmAt(url, token)).status).toBe(200);
    const numbers = (await commentsIn(address)).map(({ number }) => number ?? 0);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(texts.map((_, i) => i + 1));
  },
);

/** A server that a test may stop, and which keeps what it has said is kept. */
async function ownServer() {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-postgres-"));
  let server: Server | undefined;
  onTestFinished(async () => {
    await server?.stop("fast");
    rmSync(folder, { recursive: true, force: true });
  });
  await createServer(folder);
  server = await startServer(folder, []);
  await askServer(addressOf(folder, "postgres"), "CREATE DATABASE kolumne");
  return {
    address: addressOf(folder, "kolumne"),
    stop: async (how: "fast" | "SIGKILL") => server?.stop(how),
    restart: async () => {
      server = await startServer(folder, []);
    },
  };
}
