import { rmSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { raw, sql } from "../../../comments-service/store/sql/statement.ts";
import { openSqlite } from "../../../comments-service/store/sqlite/sqlite.ts";
import type { Store } from "../../../comments-service/store/port/store.ts";
import { comment, openService } from "../service.ts";
import { temporaryFile } from "./databases.ts";
import { entry, saveThreads } from "./entries.ts";

async function openStore(path: string): Promise<Store> {
  const store = await createSqlStore(openSqlite(path), 1);
  onTestFinished(() => store.close());
  return store;
}

test("the file is kept in WAL mode and synced at each commit", async () => {
  const database = openSqlite(temporaryFile());
  onTestFinished(() => database.close());
  const ask = async (pragma: string) =>
    Object.values((await database.atomic<object>([], raw(`PRAGMA ${pragma}`)))[0] ?? {})[0];
  expect(await ask("journal_mode")).toBe("wal");
  expect(await ask("synchronous")).toBe(2);
  expect(await ask("foreign_keys")).toBe(1);
});

test("readers do not wait for a writer that waits for another process", async () => {
  const path = temporaryFile();
  const store = await createSqlStore(openSqlite(path, Promise.resolve()), 1);
  await saveThreads(store);
  const other = new DatabaseSync(path);
  other.exec("BEGIN IMMEDIATE");
  const done: string[] = [];
  const write = store.post(entry("a"), 2).catch(({ code }: { code: string }) => done.push(code));
  await store.thread("flur").then((thread) => done.push(`read ${thread?.id}`));
  await write;
  expect(done).toEqual(["read flur", "SQLITE_BUSY"]);
  other.exec("ROLLBACK");
  other.close();
  expect(await store.post(entry("a"), 2)).toEqual({ state: "taken" });
  await store.close();
  await expect(store.post(entry("b"), 2)).rejects.toThrow("the store is closed");
});

test("the newest comments of all threads are found without sorting all that are published", async () => {
  const path = temporaryFile();
  const store = await openStore(path);
  const prepare = vi.spyOn(DatabaseSync.prototype, "prepare");
  onTestFinished(() => prepare.mockRestore());
  await store.latest(null, 50);
  const [question = ""] = prepare.mock.calls.map(([text]) => text);
  expect(question).toMatch(/^SELECT .* ORDER BY c.published_at DESC/su);
  const file = new DatabaseSync(path);
  const plan = file.prepare(`EXPLAIN QUERY PLAN ${question}`).all(50);
  file.close();
  expect(plan.map(({ detail }) => detail)).not.toContain("USE TEMP B-TREE FOR ORDER BY");
});

test("what is wrong with an act keeps its code on the way from the thread that writes", async () => {
  const database = openSqlite(temporaryFile(), Promise.resolve());
  onTestFinished(() => database.close());
  const act = database.atomic([], sql`SELECT * FROM no_table`);
  await expect(act).rejects.toMatchObject({
    message: "no such table: no_table",
    code: "ERR_SQLITE_ERROR",
  });
});

test.each([
  ["here", undefined],
  ["beside", Promise.resolve()],
  ["beside later", new Promise<void>(() => {})],
])(
  "a closed database that writes %s cannot empty its log, which is no fault",
  async (_, beside) => {
    const database = openSqlite(temporaryFile(), beside);
    await Promise.all([database.close(), database.close()]);
    expect(await database.forgetErased()).toBe(false);
  },
);

test("until the thread that writes may begin, all that it does is done without it, and then by it", async () => {
  const threads = vi.fn<() => void>();
  process.on("worker", threads);
  onTestFinished(() => void process.off("worker", threads));
  const begun = Promise.withResolvers<void>();
  const database = openSqlite(temporaryFile(), begun.promise);
  onTestFinished(() => database.close());
  const write = (text: string) => database.atomic([raw(text)], sql`SELECT 1`);
  await write("CREATE TABLE t (n)");
  expect([await database.file?.look(), await database.forgetErased()]).toEqual([null, true]);
  expect(threads).not.toHaveBeenCalled();
  begun.resolve();
  await vi.waitFor(() => expect(threads).toHaveBeenCalledOnce());
  // What is written here is found by the next who writes, wherever that is.
  for (let n = 0; n < 50; n += 1) await write(`INSERT INTO t VALUES (${n})`);
  expect(await database.read(sql`SELECT count(*) AS n FROM t`)).toEqual([{ n: 50 }]);
  expect(await database.forgetErased()).toBe(true);
});

test("acts of one tick share one commit", async () => {
  const path = temporaryFile();
  const store = await openStore(path);
  await saveThreads(store);
  const file = new DatabaseSync(path);
  const changed = () => file.prepare("PRAGMA data_version").get();
  const before = changed();
  const posts = Array.from({ length: 50 }, (_, i) => store.post(entry(`r${i}`), 2));
  // Nothing is written before the tick is over.
  expect(changed()).toEqual(before);
  await Promise.all(posts);
  expect(file.prepare("SELECT count(*) AS n FROM comment").get()).toEqual({ n: 50 });
  file.close();
});

describe("a full disk", () => {
  test("answers 503 with a time to come back, half-writes nothing and loses nothing acknowledged", async () => {
    const service = await openService();
    await service.publish();
    // The limit belongs to the connection, so it is set through the store's own: an act that is no act of ours.
    const limit = (pages: string) =>
      service.database.atomic([], raw(`PRAGMA max_page_count = ${pages}`));
    await limit("1");
    const statuses: number[] = [];
    for (let i = 0; i < 200 && !statuses.includes(503); i += 1)
      statuses.push(
        (
          await service.post(
            { text: "x".repeat(4000), email: `r${i}@mail.example` },
            { peer: `198.51.100.${i}` },
          )
        ).status,
      );
    const refused = await service.post({ text: "y".repeat(5000) });
    expect([
      refused.status,
      refused.headers.get("Retry-After"),
      refused.headers.get("Content-Type"),
    ]).toEqual([503, "30", "application/problem+json"]);
    const taken = statuses.filter((status) => status === 202).length;
    expect(await service.letters()).toHaveLength(1 + taken);
    expect((await service.ask("/threads/flur")).status).toBe(200);

    await limit("1000000");
    expect((await service.post({ email: "after@mail.example" })).status).toBe(202);
    const file = new DatabaseSync(service.databasePath, { readOnly: true });
    expect(file.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    const count = (table: string) =>
      Number(file.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.["n"]);
    expect(["comment", "proof", "letter", "solution"].map(count)).toEqual(
      Array.from({ length: 4 }, () => taken + 2),
    );
    file.close();
  });
});

test("a database that somebody else keeps locked answers 503 to writers, and readers go on", async () => {
  const service = await openService();
  await service.publish();
  const challenge = await service.challenge();
  const other = new DatabaseSync(service.databasePath);
  other.exec("BEGIN IMMEDIATE");
  const answer = await service.send("/threads/flur/comments", { ...comment, challenge });
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "30"]);
  expect((await service.ask("/threads/flur")).status).toBe(200);
  other.exec("ROLLBACK");
  other.close();
  expect((await service.send("/threads/flur/comments", { ...comment, challenge })).status).toBe(
    202,
  );
});

test("a database file that vanished answers 503 rather than write into nothing", async () => {
  const service = await openService();
  const challenge = await service.challenge();
  rmSync(service.databasePath);
  const answer = await service.send("/threads/flur/comments", { ...comment, challenge });
  expect(answer.status).toBe(503);
  expect(service.log.at(-1)).toContain('error=StoreUnavailable code="the file is gone"');
  const page = await service.confirm("x".repeat(64));
  expect(page.status).toBe(404);
});

test("a confirmation in a bad moment gets a page that says so, and works later", async () => {
  const service = await openService();
  await service.post();
  const token = await service.token();
  const other = new DatabaseSync(service.databasePath);
  other.exec("BEGIN IMMEDIATE");
  const page = await service.confirm(token);
  expect([page.status, page.headers.get("Retry-After")]).toEqual([503, "30"]);
  expect(await page.text()).toContain("Das geht gerade nicht");
  other.exec("ROLLBACK");
  other.close();
  expect((await service.confirm(token)).status).toBe(200);
});

test("nothing but plain values is bound to a statement", async () => {
  const store = await openStore(temporaryFile());
  await saveThreads(store);
  // A Date in the first place would be taken for named parameters and shift all others.
  const wrong = entry("a", { text: new Date(0) as unknown as string });
  await expect(store.post(wrong, 1)).rejects.toThrow("cannot bind a object to a statement");
  expect(await store.letters(1)).toEqual([]);
});
