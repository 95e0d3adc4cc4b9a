import { describe, expect, onTestFinished, test } from "vitest";
import { StoreUnavailable } from "../../../comments-service/store/port/store-unavailable.ts";
import type { OpenStore } from "../../../comments-service/store/port/store.ts";
import { openPostgres } from "../../../comments-service/store/postgres/postgres.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { moderate, moderator } from "../moderate.ts";
import { counter, entry, published, saveThreads } from "../store/entries.ts";
import { holdLock, waitersFor } from "./lock.ts";
import { askServer } from "../../../comments-service/bench/postgres-server.ts";
import { refusedIn, temporaryDatabase } from "./shared.ts";

const STORES = 4;

/** Several stores on one database, each with connections of its own, as several processes have them. */
async function openStores(isolation: string) {
  const address = await temporaryDatabase("migrated");
  const options = encodeURIComponent(
    `-c default_transaction_isolation=${isolation.replace(" ", "\\ ")}`,
  );
  const stores: OpenStore[] = [];
  for (let i = 0; i < STORES; i += 1) {
    const store = await createSqlStore(openPostgres(`${address}&options=${options}`), 1);
    onTestFinished(() => store.close());
    stores.push(store);
  }
  const [first] = stores;
  if (first === undefined) throw new Error("there are none");
  await saveThreads(first);
  return { address, first, stores };
}

/** Lets all stores begin their acts before any of them can end one. */
async function atOnce<Value>(
  { address, stores }: { address: string; stores: OpenStore[] },
  act: (store: OpenStore, index: number) => Promise<Value>[],
): Promise<Value[]> {
  const lock = await holdLock(address);
  const acts = stores.flatMap(act);
  await waitersFor(address, stores.length);
  await lock.release();
  return Promise.all(acts);
}

// Under READ COMMITTED everybody waits for what is changed, and nobody is refused. Where nobody waits for it, everybody is refused once at least when the lock that stood in the way is let go.
describe.each([
  ["read committed", false],
  ["repeatable read", true],
  ["serializable", true],
])("several stores on one PostgreSQL, under %s", (isolation, isRefused) => {
  test("keep to a cap together, and those who have to run again do so", async () => {
    const all = await openStores(isolation);
    const counters = [counter("sender", 20)];
    const taken = await atOnce(all, (store, index) =>
      Array.from({ length: 15 }, (_, i) => store.post(entry(`${index}-${i}`, { counters }), 1)),
    );
    expect(taken.filter(({ state }) => state === "taken")).toHaveLength(20);
    expect(taken.filter(({ state }) => state === "limited")).toHaveLength(40);
    expect(await askServer(all.address, "SELECT count(*)::int AS comments FROM comment")).toEqual([
      { comments: 20 },
    ]);
    const refused = refusedIn(all.address).filter((line) => line.includes("could not serialize"));
    expect(refused.slice(0, STORES)).toHaveLength(isRefused ? STORES : 0);
  });

  test("take one post once, and give numbers without a gap, to what is imported too", async () => {
    const all = await openStores(isolation);
    const names = Array.from({ length: 20 }, (_, i) => `c${i}`);
    const taken = await atOnce(all, (store, index) =>
      names.map((name) =>
        store.post(
          entry(name, {
            subject: `${name} ${index}`,
            bodyHash: name,
            tokenHash: `${name} ${index}`,
            letter: { ...entry(name).letter, id: `${name} ${index}` },
          }),
          1,
        ),
      ),
    );
    const states = (state: string) => taken.filter((each) => each.state === state).length;
    expect([states("taken"), states("repeated")]).toEqual([20, 60]);
    const rows = await askServer<{ id: string; token: string }>(
      all.address,
      `SELECT comment AS id, token_hash AS token FROM proof`,
    );
    await atOnce<unknown>(all, (store) => [
      ...rows.map(({ id, token }) =>
        store.confirm({ tokenHash: token, comment: id, settlement: published() }, 2),
      ),
      store.importComments("flur", ["x", "y", "z"].map(imported)),
    ]);
    const { comments, count } = await all.first.page("flur", {
      order: "oldest",
      limit: 100,
      before: null,
    });
    expect(count).toBe(23);
    expect(comments.map(({ number }) => number)).toEqual(
      Array.from({ length: 23 }, (_, i) => i + 1),
    );
  });

  test("let one moderator decide, take a batch back once, and put a block once", async () => {
    const all = await openStores(isolation);
    await all.first.post(entry("a"), 1);
    await all.first.confirm({ tokenHash: "token a", comment: "a", settlement: published() }, 2);
    const hidden = await atOnce(all, (store, index) => [
      moderate(store, "hide", "a", 10, { batch: `batch ${index}` }),
    ]);
    expect(hidden.filter(Boolean)).toHaveLength(1);
    const batch = `batch ${hidden.indexOf(true)}`;
    const undone = await atOnce(all, (store, index) => [
      store.undo({ batch, by: moderator, newBatch: `undo ${index}` }, 11),
    ]);
    expect(undone.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 1]);
    const blocked = await atOnce(all, (store, index) => [
      store.block(
        {
          id: `block ${index}`,
          batch: `block ${index}`,
          by: moderator,
          why: "",
          act: "block",
          value: "spam.example",
        },
        12,
      ),
    ]);
    expect(blocked.filter(Boolean)).toHaveLength(1);
    expect(await all.first.blocks()).toHaveLength(1);
  });
});

const imported = (id: string) => ({
  id,
  parent: null,
  state: "published" as const,
  name: id,
  email: "",
  text: `Text von ${id}`,
  wording: "import.test",
  at: 1000,
  editedAt: null,
});

test("an act that is refused again and again is given up after growing pauses, with nothing written", async () => {
  const address = await temporaryDatabase("migrated");
  const pauses: number[] = [];
  const store = await createSqlStore(
    openPostgres(address, async (ms) => void pauses.push(ms)),
    1,
  );
  onTestFinished(() => store.close());
  await saveThreads(store);
  await askServer(
    address,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'not now' USING ERRCODE = '40001'; END $$`,
  );
  await askServer(
    address,
    "CREATE TRIGGER refuse BEFORE INSERT ON letter FOR EACH ROW EXECUTE FUNCTION refuse()",
  );
  await expect(store.post(entry("a"), 2)).rejects.toThrow(new StoreUnavailable("40001"));
  expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 640, 1280]);
  expect(await store.comment("a")).toBeNull();
  await askServer(address, "DROP TRIGGER refuse ON letter");
  expect(await store.post(entry("a"), 3)).toEqual({ state: "taken" });
});
