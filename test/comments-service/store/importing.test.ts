import { describe, expect, test } from "vitest";
import type { ImportedComment } from "../../../comments-service/store/port/importing.ts";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import type { OpenStore } from "../../../comments-service/store/port/store.ts";
import { databases } from "./databases.ts";
import { listed, saveThreads } from "./entries.ts";

/** A comment from elsewhere, named after its id. */
function imported(id: string, more: Partial<ImportedComment> = {}): ImportedComment {
  return {
    id,
    parent: null,
    state: "published",
    name: id,
    email: `${id}@mail.example`,
    text: `Text von ${id}`,
    wording: "import.test",
    at: 1000,
    editedAt: null,
    ...more,
  };
}

describe.each(databases)("comments from elsewhere, on $name", ({ open }) => {
  async function openStore(): Promise<OpenStore> {
    const store = await createSqlStore(await open(), 1);
    await saveThreads(store, [listed, { ...listed, id: "regen" }]);
    return store;
  }
  const page = (store: OpenStore, thread = "flur") =>
    store.page(thread, { order: "oldest", limit: 100, before: null });

  test("get numbers in the order given, and replies find their conversation", async () => {
    const store = await openStore();
    await store.importComments("flur", [
      imported("a"),
      imported("b", { parent: "a", at: 2000, editedAt: 3000 }),
      imported("c", { state: "erased", name: "", email: "", text: "" }),
      imported("d", { parent: "b" }),
      imported("e", { state: "held", parent: "a" }),
    ]);
    const { comments, count } = await page(store);
    expect(count).toBe(3);
    expect(comments.map(({ id, number, replyTo, state }) => [id, number, replyTo, state])).toEqual([
      ["a", 1, null, "published"],
      ["b", 2, 1, "published"],
      ["d", 4, 2, "published"],
      ["c", 3, null, "erased"],
    ]);
    expect(comments[1]).toMatchObject({
      publishedAt: "1970-01-01T00:00:02.000Z",
      editedAt: "1970-01-01T00:00:03.000Z",
      badge: null,
    });
    expect(await store.comment("e")).toMatchObject({ state: "held", number: null });
  });

  test("that are there already are left alone, also when many bring them at once", async () => {
    const store = await openStore();
    const all = ["a", "b", "c"].map((id) => imported(id));
    await Promise.all(Array.from({ length: 5 }, () => store.importComments("flur", all)));
    expect((await page(store)).comments.map(({ number }) => number)).toEqual([1, 2, 3]);
    const before = await store.thread("flur");
    await store.importComments("flur", all);
    expect(await store.thread("flur")).toEqual(before);
    await store.importComments("flur", [...all, imported("d", { parent: "c" })]);
    expect((await page(store)).comments.at(-1)).toMatchObject({ number: 4, replyTo: 3 });
  });

  test("are written all or not at all", async () => {
    const store = await openStore();
    const wrong = imported("b", { state: "gone" as "held" });
    await expect(store.importComments("flur", [imported("a"), wrong])).rejects.toThrow(
      /constraint/iu,
    );
    await expect(store.importComments("nobody", [imported("a")])).rejects.toThrow(/constraint/iu);
    expect((await page(store)).comments).toEqual([]);
    expect(await store.thread("flur")).toMatchObject({ version: 1 });
  });

  test("answer nobody in another thread", async () => {
    const store = await openStore();
    await store.importComments("flur", [imported("a")]);
    await store.importComments("regen", [imported("b", { parent: "a" })]);
    expect((await page(store, "regen")).comments).toMatchObject([{ number: 1, replyTo: null }]);
  });

  test("are found by their threads and by their ids, however many are asked for, as they stand now", async () => {
    const store = await openStore();
    const all = [imported("a"), imported("b", { state: "held" }), imported("c", { editedAt: 5 })];
    await store.importComments("flur", all);
    await store.importComments("regen", [imported("d")]);
    await store.erase("a");
    const threads = Array.from({ length: 300 }, (_, i) => `nobody ${i}`);
    const found = await store.imported([...threads, "flur"]);
    expect(found.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(found.slice(0, 2)).toEqual([
      {
        id: "a",
        thread: "flur",
        state: "erased",
        number: 1,
        name: "",
        email: "",
        text: "",
        at: 1000,
        editedAt: null,
      },
      expect.objectContaining({ id: "b", state: "held", number: null, text: "Text von b" }),
    ]);
    const ids = Array.from({ length: 300 }, (_, i) => `nobody ${i}`);
    const named = await store.withIds([...ids, "d", "b"]);
    expect(new Set(named.map(({ id }) => id))).toEqual(new Set(["b", "d"]));
    expect(await store.imported([])).toEqual([]);
    expect(await store.withIds([])).toEqual([]);
  });
});
