import { expect, onTestFinished, test } from "vitest";
import { openPostgres } from "../../../comments-service/store/postgres/postgres.ts";
import { sql } from "../../../comments-service/store/sql/statement.ts";
import { openService } from "../service.ts";
import { cuttingProxy } from "./cutting-proxy.ts";
import { askServer } from "../../../comments-service/bench/postgres-server.ts";
import { temporaryDatabase } from "./shared.ts";
import { holdLock, waitersFor } from "./lock.ts";

const counted = `SELECT (SELECT count(*) FROM comment)::int AS comments, (SELECT count(*) FROM letter)::int AS letters,
  (SELECT count(*) FROM solution)::int AS solutions`;

test("a post whose connection is ended in its middle writes nothing, is told so, and is taken when it is sent again", async () => {
  const address = await temporaryDatabase("migrated");
  const service = await openService({ env: { DATABASE_URL: address } });
  const challenge = await service.challenge();
  const lock = await holdLock(address);
  const post = service.post({ challenge });
  for (const pid of await waitersFor(address, 1))
    await askServer(address, "SELECT pg_terminate_backend($1)", [pid]);
  const refused = await post;
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([
    503,
    expect.stringMatching(/^\d+$/u),
  ]);
  await lock.release();
  expect(await askServer(address, counted)).toEqual([{ comments: 0, letters: 0, solutions: 0 }]);

  expect((await service.post({ challenge })).status).toBe(202);
  expect(await askServer(address, counted)).toEqual([{ comments: 1, letters: 1, solutions: 1 }]);
});

test("a post that stands though its answer was lost is told to be unknown, and gets its first answer when it is sent again", async () => {
  const address = await temporaryDatabase("migrated");
  const proxy = await cuttingProxy(address);
  const service = await openService({ env: { DATABASE_URL: proxy.address } });
  const challenge = await service.challenge();
  proxy.cutAt((answer) => answer === "COMMIT");
  const lost = await service.post({ challenge });
  expect([lost.status, lost.headers.get("retry-after")]).toEqual([
    503,
    expect.stringMatching(/^\d+$/u),
  ]);
  expect(proxy.cut).toBe(1);
  expect(await askServer(address, counted)).toEqual([{ comments: 1, letters: 1, solutions: 1 }]);

  const again = await service.post({ challenge });
  expect([again.status, await again.json()]).toEqual([202, { state: "unconfirmed" }]);
  expect(await askServer(address, counted)).toEqual([{ comments: 1, letters: 1, solutions: 1 }]);
  // Other words with the same challenge are somebody else's post.
  expect((await service.post({ challenge, text: "Anders." })).status).toBe(422);
});

test("an answer that cannot be read runs no act of its group a second time", async () => {
  const address = await temporaryDatabase("migrated");
  await askServer(address, "CREATE TABLE tally (one BIGINT)");
  const database = openPostgres(address);
  onTestFinished(() => database.close());
  const write = sql`INSERT INTO tally (one) VALUES (1)`;
  const acts = [sql`SELECT 1`, sql`SELECT 9007199254740993`].map((question) =>
    database.atomic([write], question),
  );
  const ends = await Promise.allSettled(acts);
  expect(await askServer(address, "SELECT sum(one)::int AS sum FROM tally")).toEqual([{ sum: 2 }]);
  expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
