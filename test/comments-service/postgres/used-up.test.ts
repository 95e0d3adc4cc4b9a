import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { StoreUnavailable } from "../../../comments-service/store/port/store-unavailable.ts";
import { openPostgres } from "../../../comments-service/store/postgres/postgres.ts";
import { comment, openService } from "../service.ts";
import { holdLock, waitersFor } from "./lock.ts";
import { askServer } from "../../../comments-service/bench/postgres-server.ts";
import { temporaryDatabase } from "./shared.ts";

const busy = [503, expect.stringMatching(/^\d+$/u)];

async function told(answer: Promise<Response>): Promise<[number, string | null]> {
  const { status, headers } = await answer;
  return [status, headers.get("retry-after")];
}

test("posts that would wait for others' long work are told to come again, while readers are served", async () => {
  const address = await temporaryDatabase("migrated");
  const service = await openService({
    env: { DATABASE_URL: `${address}&max=2&lock_timeout=300` },
  });
  const challenges = await Promise.all([1, 2, 3].map(() => service.challenge()));
  const lock = await holdLock(address);
  const posts = challenges.map((challenge) => told(service.post({ challenge })));
  await waitersFor(address, 1);
  expect((await service.thread()).count).toBe(0);
  expect(await Promise.all(posts)).toEqual([busy, busy, busy]);
  await lock.release();
  for (const challenge of challenges) expect((await service.post({ challenge })).status).toBe(202);
});

test("readers who would wait for others' long work are told to come again, and served when it is done", async () => {
  const address = await temporaryDatabase("migrated");
  const service = await openService({
    env: { DATABASE_URL: `${address}&max=2&lock_timeout=300` },
  });
  await service.thread();
  const lock = await lockThreads(address);
  const readers = [1, 2, 3, 4, 5, 6].map(() => told(service.ask("/threads/flur")));
  expect(await Promise.all(readers)).toEqual(readers.map(() => busy));
  await lock.release();
  expect((await service.ask("/threads/flur")).status).toBe(200);
});

test("a server that gives no further connection is one to come back to, and who has one is served", async () => {
  const role = `one_connection_${process.pid}`;
  onTestFinished(async () => void (await askServer(server, `DROP ROLE ${role}`)));
  const address = await temporaryDatabase("migrated");
  const server = address.replace(/\/test_\w+/u, "/postgres");
  await askServer(address, `CREATE ROLE ${role} LOGIN CONNECTION LIMIT 1`);
  await askServer(address, `GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`);
  const service = await openService({
    env: { DATABASE_URL: address.replace("//postgres@", `//${role}@`) },
  });
  await service.thread();
  const lock = await lockThreads(address);
  const first = told(service.ask("/threads/flur"));
  await waitersFor(address, 1);
  expect(await told(service.ask("/threads/flur"))).toEqual(busy);
  await lock.release();
  expect(await first).toEqual([200, null]);
});

test("who finds all connections of the pool in use waits for one no longer than is said, and nothing that was refused is lost", async () => {
  const address = await temporaryDatabase("migrated");
  const service = await openService({
    env: { DATABASE_URL: `${address}&max=1&connect_timeout=2&lock_timeout=60000` },
  });
  const challenge = await service.challenge();
  const post = () => service.send("/threads/flur/comments", { ...comment, challenge });
  await service.thread();
  const lock = await lockThreads(address);
  const first = told(service.ask("/threads/flur"));
  await waitersFor(address, 1);
  const others = [post(), service.ask("/threads/flur")];
  expect(await Promise.all(others.map(told))).toEqual([busy, busy]);
  await lock.release();
  expect(await first).toEqual([200, null]);
  expect((await post()).status).toBe(202);
  expect((await service.letters()).length).toBe(1);
});

test("a server that is away cannot say either which columns a table has", async () => {
  const database = openPostgres("postgres://postgres@localhost/none?host=%2Fno%2Fsuch%2Ffolder");
  onTestFinished(() => database.close());
  await expect(database.columnsOf("comment")).rejects.toThrow(new StoreUnavailable("ENOENT"));
});

/** Stands in the way of who reads threads, as a change of the schema by hand. */
async function lockThreads(address: string): Promise<{ release(): Promise<void> }> {
  const client = new Client({ connectionString: address });
  client.on("error", () => {});
  await client.connect();
  await client.query("BEGIN");
  await client.query("LOCK TABLE thread");
  return {
    async release() {
      await client.query("COMMIT");
      await client.end();
    },
  };
}
