import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { once } from "node:events";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { cleaningTimes } from "../../comments-service/domain/retention.ts";
import { openService, start } from "./service.ts";

const MANY = 100_000;
const AT_ONCE = 500;
const DAY = 86_400_000;

/** Writes again and again, as another process would, and says what came of it. */
const writer = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { DatabaseSync } = require("node:sqlite");
  const raw = new DatabaseSync(workerData.path, { timeout: 1500 });
  raw.exec("PRAGMA synchronous = FULL");
  const insert = raw.prepare("INSERT INTO counter (key, start_at, count) VALUES (?, ?, 1)");
  let written = 0, refused = 0;
  (function write() {
    try { insert.run("writer " + written, workerData.now); written += 1; } catch { refused += 1; }
    Atomics.add(workerData.signs, 1, 1);
    if (Atomics.load(workerData.signs, 0) === 0) return setTimeout(write, 3);
    raw.close();
    parentPort.postMessage({ written, refused });
  })();
`;

test("a hundred thousand rows of each kind go in small steps, and nobody who writes meanwhile is refused", async () => {
  const service = await openService();
  await service.publish();
  const raw = new DatabaseSync(service.databasePath);
  const old = start - 5 * DAY;
  raw.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MANY})
    INSERT INTO comment (id, thread, state, name, email, text, wording, asked_at)
      SELECT 'old ' || i, 'flur', 'unconfirmed', 'N', 'n@mail.example', 'Text', 'confirm.de.1', ${old} + i FROM n;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MANY})
    INSERT INTO solution SELECT 'old ' || i, 'body', 'old ' || i, ${old} + i FROM n;
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MANY})
    INSERT INTO counter (key, start_at, count) SELECT 'old ' || i, ${old}, 1 FROM n;
  `);
  const left = (table: string, column = "id") =>
    Number(
      raw.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${column} LIKE 'old %'`).get()?.["n"],
    );
  // Whether it is over, and how often the writer has tried.
  const signs = new Int32Array(new SharedArrayBuffer(8));
  const worker = new Worker(writer, {
    eval: true,
    workerData: { path: service.databasePath, now: start, signs },
  });

  let steps = 0;
  const clean = () => service.store.clean(cleaningTimes(start), AT_ONCE);
  expect(await clean()).toBe(true);
  expect(["comment", "solution"].map((table) => left(table))).toEqual([
    MANY - AT_ONCE,
    MANY - AT_ONCE,
  ]);
  // The job pauses for a second between its steps; here as long as the writer needs for one more try.
  const turn = async () => {
    const tries = Atomics.load(signs, 1);
    while (Atomics.load(signs, 1) === tries) await setTimeout(1);
  };
  while (await clean()) {
    steps += 1;
    await turn();
  }
  Atomics.store(signs, 0, 1);
  const [done] = (await once(worker, "message")) as [{ written: number; refused: number }];

  expect([left("comment"), left("solution"), left("counter", "key")]).toEqual([0, 0, 0]);
  expect(steps).toBeGreaterThanOrEqual(MANY / AT_ONCE - 2);
  expect(done.refused).toBe(0);
  // It wrote between the steps, not only after them.
  expect(done.written).toBeGreaterThanOrEqual(steps);
  expect((await service.thread()).count).toBe(1);
  raw.close();
});
