import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../free-port.ts";
import { raw } from "../../comments-service/store/sql/statement.ts";
import { commentsIn } from "./database-file.ts";
import { temporaryFile } from "./commands/import/importing.ts";
import {
  bundled,
  eventsIn,
  challengeOf,
  nodeEntry,
  postTo,
  fromShell,
  serve,
  serveQuick,
} from "./process.ts";
import type { Process } from "./process.ts";
import { comment, openService, secret } from "./service.ts";
import type { TestService } from "./service.ts";
import { openSite } from "./site.ts";

const PATH = process.env["PATH"] ?? "";

/** What a balancer and a supervisor see: status, time to come back, and body. */
async function health(service: TestService): Promise<unknown[]> {
  const [answer, live] = [await service.ask("/health"), await service.ask("/health/live")];
  expect([live.status, await live.json()]).toEqual([200, { status: "ok", live: true }]);
  expect([answer, live].map(({ headers }) => headers.get("Cache-Control"))).toEqual([
    "no-store",
    "no-store",
  ]);
  return [answer.status, answer.headers.get("Retry-After"), await answer.json()];
}
const ready = [200, null, { status: "ok", live: true, ready: true }];
const notReady = [503, "30", expect.objectContaining({ status: 503, live: true, ready: false })];

test("a database that is there and takes what is written is ready", async () => {
  expect(await health(await openService())).toEqual(ready);
});

test.each<[name: string, happens: (path: string) => void, ends: (path: string) => void]>([
  [
    "whose file is away",
    (path) => renameSync(path, `${path}-`),
    (path) => renameSync(`${path}-`, path),
  ],
  [
    "whose log is away",
    (path) => renameSync(`${path}-wal`, `${path}-`),
    (path) => renameSync(`${path}-`, `${path}-wal`),
  ],
])("a database %s is not, and the process lives", async (_, happens, ends) => {
  const service = await openService();
  expect(await health(service)).toEqual(ready);
  happens(service.databasePath);
  expect(await health(service)).toEqual(notReady);
  ends(service.databasePath);
  service.clock.now += 1000;
  expect(await health(service)).toEqual(ready);
  // Who asks every second shall not fill the log.
  expect(service.log).toEqual([]);
});

test("a database that another process keeps locked is not", async () => {
  const service = await openService();
  expect(await health(service)).toEqual(ready);
  const other = new DatabaseSync(service.databasePath);
  other.exec("BEGIN IMMEDIATE");
  expect(await health(service)).toEqual(notReady);
  other.exec("ROLLBACK");
  other.close();
  service.clock.now += 1000;
  expect(await health(service)).toEqual(ready);
});

test("a database that is full is not, as soon as something was refused", async () => {
  const service = await openService();
  expect(await health(service)).toEqual(ready);
  const limit = (pages: string) =>
    service.database.atomic([], raw(`PRAGMA max_page_count = ${pages}`));
  await limit("1");
  const statuses: number[] = [];
  for (let i = 0; i < 200 && !statuses.includes(503); i += 1)
    statuses.push(
      (await service.post({ text: "x".repeat(5000) }, { peer: `198.51.100.${i}` })).status,
    );
  expect(await health(service)).toEqual(notReady);
  await limit("1000000");
  service.clock.now += 1000;
  expect(await health(service)).toEqual(ready);
});

test("something is written for it every ten seconds at most, however many ask", async () => {
  const service = await openService();
  const writes = () => service.acts.filter((act) => act.some((sql) => /INSERT/iu.test(sql))).length;
  const before = writes();
  for (let second = 0; second < 30; second += 1) {
    await Promise.all(Array.from({ length: 20 }, () => service.ask("/health")));
    service.clock.now += 1000;
  }
  expect(writes() - before).toBe(3);
});

/** A service in a process of its own that looks at its database ten times a second, with two comments taken. */
async function running() {
  const site = await openSite();
  onTestFinished(() => site.close());
  const cwd = join(dirname(temporaryFile("x")), "data");
  mkdirSync(cwd);
  const path = join(cwd, "comments.sqlite");
  const env = { PATH, SITE_URL: site.url, SECRET: secret, LOOK_PAUSE: "100" };
  const service = await serveQuick(env, cwd);
  for (const text of ["Eins", "Zwei"]) {
    const challenge = await challengeOf(service.url);
    await postTo(service.url, site.origin, { ...comment, text, challenge });
  }
  const again = () => fromShell([], { PATH, SITE_URL: site.url }, cwd);
  // Not a copy: what it says is still to come.
  return Object.assign(service, { cwd, path, env, again });
}
const textsIn = (path: string) => commentsIn(path).map(({ text }) => text);

test.each<[name: string, happens: (path: string) => void]>([
  ["file is deleted", (path) => rmSync(path)],
  ["files are all deleted", (path) => ["", "-wal", "-shm"].forEach((end) => rmSync(path + end))],
])(
  "when its %s for good, the service saves what it had, says so, and ends; no empty one takes its place",
  async (_, happens) => {
    const service = await running();
    const { path, cwd, env } = service;
    happens(path);
    expect(await service.exit).toBe(1);
    const [first, last] = eventsIn(service.err);
    const reason = "the file is gone: comments.sqlite";
    expect(first).toMatchObject({ level: "error", event: "nothing that is sent is taken", reason });
    expect(last).toMatchObject({
      level: "error",
      event: "the database is gone for good: the service ends",
      reason,
    });
    const rescued = /^all that was in it is in (comments\.sqlite\.rescued-[\dTZ-]+)$/u.exec(
      String(last?.["saved"]),
    )?.[1];
    expect(textsIn(join(cwd, rescued ?? ""))).toEqual(["Eins", "Zwei"]);

    const refused = await service.again();
    expect([await refused.exit, refused.err]).toEqual([
      2,
      expect.stringMatching(
        /^comments\.sqlite is not there, but .*comments\.sqlite\.rescued-.* of it (?:is|are): /u,
      ),
    ]);
    expect(existsSync(path)).toBe(false);

    const restored = await fromShell(["restore", rescued ?? ""], env, cwd);
    expect([await restored.exit, restored.err]).toEqual([0, ""]);
    const again = await serveQuick(env, cwd);
    expect((await fetch(`${again.url}/health`)).status).toBe(200);
    expect(textsIn(path)).toEqual(["Eins", "Zwei"]);
  },
);

test("when another file stands in its place for good, that one is left as it is", async () => {
  const service = await running();
  const { path, cwd } = service;
  const other = new DatabaseSync(join(cwd, "other.db"));
  other.exec("CREATE TABLE other (x)");
  other.close();
  const bytes = readFileSync(join(cwd, "other.db"));
  renameSync(join(cwd, "other.db"), path);
  expect(await service.exit).toBe(1);
  expect(eventsIn(service.err).at(-1)).toMatchObject({
    reason: "the file is another one: comments.sqlite",
    saved: expect.stringMatching(/^all that was in it is in /u),
  });
  expect(readFileSync(path)).toEqual(bytes);
  // A log that stayed beside it would be taken for its own.
  expect(readdirSync(cwd).filter((name) => name.endsWith("-wal"))).toEqual([]);
  const rescued = readdirSync(cwd).filter((name) => /\.rescued-[^.]+$/u.test(name));
  expect(rescued.map((name) => textsIn(join(cwd, name)))).toEqual([["Eins", "Zwei"]]);
});

test("when only its log is deleted for good, it ends with everything in its file, and starts anew", async () => {
  const service = await running();
  rmSync(`${service.path}-wal`);
  expect(await service.exit).toBe(1);
  expect(eventsIn(service.err).at(-1)).toMatchObject({
    event: "the database is gone for good: the service ends",
    reason: "the file's log is gone: comments.sqlite",
    saved: "what was taken is in comments.sqlite",
  });
  const again = await serveQuick(service.env, service.cwd);
  expect((await fetch(`${again.url}/health`)).status).toBe(200);
  expect(textsIn(service.path)).toEqual(["Eins", "Zwei"]);
});

test("what is away for a moment ends nothing", async () => {
  const service = await running();
  for (let i = 0; i < 3; i += 1) {
    renameSync(service.path, `${service.path}-`);
    await told(service, '"nothing that is sent is taken"', i + 1);
    renameSync(`${service.path}-`, service.path);
    await told(service, '"the database is back: what is sent is taken again"', i + 1);
  }
  expect((await fetch(`${service.url}/health`)).status).toBe(200);
});

/** Waits until a process has said something so many times; the test's own timeout ends it. */
async function told(service: Process, words: string, times: number): Promise<void> {
  while (service.err.split(words).length <= times)
    await Promise.race([once(service.child.stderr ?? service.child, "data"), service.exit]);
}

test("a log without its database is not thrown away by a start", async () => {
  const service = await running();
  service.child.kill("SIGKILL");
  await service.exit;
  rmSync(service.path);
  const log = readFileSync(`${service.path}-wal`);
  const refused = await service.again();
  expect([await refused.exit, refused.err]).toEqual([
    2,
    expect.stringMatching(/^comments\.sqlite is not there, but comments\.sqlite-wal of it is: /u),
  ]);
  expect(readFileSync(`${service.path}-wal`)).toEqual(log);
});

test("a start that makes a new database says so", async () => {
  const cwd = dirname(temporaryFile("x"));
  const start = async () => {
    const { child, exit, out } = await serve(
      await bundled(nodeEntry),
      { PATH, PORT: String(await freePort()) },
      cwd,
    );
    child.kill("SIGTERM");
    await exit;
    return out;
  };
  expect(await start()).toContain("\na new, empty database: comments.sqlite\n");
  expect(await start()).not.toContain("new, empty");
});
