import { describe, expect, test } from "vitest";
import type { NewEntry } from "../../../comments-service/store/port/posting.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import { sql } from "../../../comments-service/store/sql/statement.ts";
import { moderate, moderator } from "../moderate.ts";
import { databases } from "./databases.ts";
import { entry, listed, published, saveThreads } from "./entries.ts";

describe.each(databases)("the desk's store on $name", ({ open }) => {
  async function openStore() {
    const database = await open();
    const store = await createSqlStore(database, 1);
    await saveThreads(store);
    const publish = async (name: string, more: Partial<NewEntry> = {}) => {
      await store.post(entry(name, more), 1);
      const settlement = published();
      await store.confirm({ tokenHash: `token ${name}`, comment: name, settlement }, 2);
    };
    return { database, store, publish };
  }

  test("records who did what, when and why, also what a second one no longer could do", async () => {
    const { store, publish } = await openStore();
    await publish("a");
    const done = await Promise.all([
      moderate(store, "hide", "a", 10, { by: "x@desk.example", why: "insult" }),
      moderate(store, "hide", "a", 10, { by: "y@desk.example", why: "spam" }),
    ]);
    expect(done).toEqual([true, false]);
    expect(await store.record({ subject: "a" }, 9)).toMatchObject([
      {
        at: 10,
        who: "x@desk.example",
        act: "hide",
        was: "published",
        became: "hidden",
        why: "insult",
      },
    ]);
  });

  test("keeps the record as it was written: the database refuses to change or delete it", async () => {
    const { database, store, publish } = await openStore();
    await publish("a");
    await moderate(store, "hide", "a", 10);
    const before = await store.record({}, 9);
    for (const change of [sql`UPDATE record SET who = 'nobody'`, sql`DELETE FROM record`])
      await expect(database.atomic([change], sql`SELECT id FROM record`)).rejects.toThrow(
        /append-only/u,
      );
    expect(await store.record({}, 9)).toEqual(before);
  });

  test("says what a page needs beside its comments, however many they are", async () => {
    const { store, publish } = await openStore();
    const email = "a@mail.example";
    for (const name of ["a", "b", "c"]) await publish(name, { email });
    await moderate(store, "hide", "b", 10);
    const { number } = (await store.comment("a")) ?? {};
    await store.post(entry("d", { replyTo: number ?? 0, email: "A@mail.example" }), 11);
    const settlement = { ...published(), state: "held" as const, heldFor: ["links"] };
    await store.confirm({ tokenHash: "token d", comment: "d", settlement }, 12);
    const held = await store.deskComments({ what: { queue: "held" }, after: null, most: 9 });
    expect(held).toMatchObject([{ id: "d", parent: { name: "a", text: "Text von a" } }]);
    const writers = await store.writers(["a@MAIL.example", "x@mail.example"]);
    expect(writers).toEqual([{ email, published: 2, held: 1, removed: 1 }]);
    expect([await store.writers([]), await store.reports([])]).toEqual([[], []]);
  });

  test("leaves what a colleague has decided since one read, unless it was taken back", async () => {
    const { store, publish } = await openStore();
    for (const name of ["a", "b"]) await publish(name);
    for (const comment of ["a", "b"])
      await moderate(store, "hide", comment, 10, { by: "x@desk.example", batch: comment });
    await store.undo({ batch: "b", by: "x@desk.example", newBatch: "undo" }, 11);
    const erase = (comment: string, readAt: number) =>
      moderate(store, "erase", comment, 12, { readAt });
    expect([await erase("a", 10), await erase("a", 11)]).toEqual([false, true]);
    expect(await erase("b", 10)).toBe(true);
  });

  test("takes a batch back once, and leaves alone what has been changed since", async () => {
    const { store, publish } = await openStore();
    for (const name of ["a", "b"]) {
      await publish(name);
      await moderate(store, "hide", name, 10, { batch: "both" });
    }
    await moderate(store, "reject", "b", 11);
    const undo = (newBatch: string) => store.undo({ batch: "both", by: moderator, newBatch }, 12);
    expect([await undo("u1"), await undo("u2")]).toEqual([1, 0]);
    const states = await Promise.all(
      ["a", "b"].map(async (id) => (await store.comment(id))?.state),
    );
    expect(states).toEqual(["published", "rejected"]);
    const undone = (await store.record({ batch: "both" }, 9)).filter(({ isUndone }) => isUndone);
    expect(undone.map(({ subject }) => subject)).toEqual(["a"]);
  });

  test("takes back many acts at once, in lists of statements that stay short", async () => {
    const { store, publish } = await openStore();
    const names = Array.from({ length: 25 }, (_, index) => `c${index}`);
    for (const name of names) {
      await publish(name);
      await moderate(store, "hide", name, 10, { batch: "many" });
    }
    const undo = { batch: "many", by: moderator, newBatch: "undo" };
    expect(await store.undo(undo, 12)).toBe(25);
    expect(await store.counts(["flur"])).toEqual([{ thread: "flur", count: 25, last: 25 }]);
  });

  test("gives a number once, however often a comment is published, hidden and taken back", async () => {
    const { store, publish } = await openStore();
    for (const name of ["a", "b"]) await publish(name);
    for (const act of ["hide", "publish", "hide", "reject", "publish"] as const)
      expect(await moderate(store, act, "a", 10)).toBe(true);
    expect(await store.comment("a")).toMatchObject({ state: "published", number: 1 });
    expect((await store.thread("flur"))?.version).toBe(8);
  });

  test("closes threads for readers, whatever the magazine's list says", async () => {
    const { store, publish } = await openStore();
    await publish("a");
    const turn = (id: string, act: "close" | "open", thread: string | null) =>
      store.switchThread({ id, batch: id, by: moderator, why: "", act, thread }, 10);
    expect([await turn("1", "close", "flur"), await turn("2", "close", "flur")]).toEqual([
      true,
      false,
    ]);
    await saveThreads(store, [{ ...listed, title: "Neu" }]);
    expect(await store.thread("flur")).toMatchObject({ state: "closed", title: "Neu" });
    expect(await store.threads()).toMatchObject([{ state: "open" }]);
    await turn("3", "open", "flur");
    await turn("4", "close", null);
    expect(await store.thread("flur")).toMatchObject({ state: "closed" });
    await turn("5", "open", null);
    expect(await store.thread("flur")).toMatchObject({ state: "open" });
  });
});
