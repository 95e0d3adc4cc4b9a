import { describe, expect, test, vi } from "vitest";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import type { Store } from "../../../comments-service/store/port/store.ts";
import { databases } from "./databases.ts";
import { moderate } from "../moderate.ts";
import { counter, entry, listed, published, saveThreads } from "./entries.ts";

describe.each(databases)("the store on $name", ({ open }) => {
  async function openStore(): Promise<Store> {
    const store = await createSqlStore(await open(), 1);
    await saveThreads(store);
    return store;
  }
  const newest = { order: "newest", limit: 50, before: null } as const;

  test("keeps the first key of a name", async () => {
    const store = await openStore();
    const kept = await Promise.all(
      ["a", "b", "c"].map((offered) => store.key("service", () => offered, 1)),
    );
    expect(new Set(kept).size).toBe(1);
    const offer = vi.fn<() => string>(() => "d");
    expect(await store.key("service", offer, 2)).toBe(kept[0]);
    expect(offer).not.toHaveBeenCalled();
    expect(await store.key("day 1", offer, 2)).toBe("d");
  });

  test("knows the magazine once it was told", async () => {
    const store = await createSqlStore(await open(), 1);
    expect(await store.site()).toBeNull();
    await saveThreads(store);
    expect(await store.site()).toEqual({
      title: "Die Spalte",
      url: "https://x.example/",
      language: "de",
      timeZone: "UTC",
      imprint: "https://x.example/impressum/",
      privacy: null,
      authors: [],
      etag: null,
      years: null,
    });
    expect(await store.thread("flur")).toEqual({ ...listed, version: 1 });
    await saveThreads(store, [{ ...listed, title: "Anders" }]);
    expect(await store.thread("flur")).toEqual({ ...listed, title: "Anders", version: 2 });
    const more = { closes: 5, authors: ["eva-klein"], aliases: ["https://x.example/alt/"] };
    await saveThreads(store, [{ ...listed, ...more }]);
    expect(await store.thread("flur")).toEqual({ ...listed, closes: 5, version: 3 });
    expect(await store.threads()).toEqual([{ ...listed, ...more }]);
    expect(await store.thread("nobody")).toBeNull();
  });

  test("knows which years were read, and what their files name", async () => {
    const store = await openStore();
    const site = await store.site();
    if (site === null) throw new Error("the magazine is known");
    const [flur, regen] = [
      { ...listed, year: "2025" },
      { ...listed, id: "regen", year: "2026" },
    ];
    const years = { 2025: "5e", 2026: "6f" };
    await store.saveThreadList({ site, etag: null, years, changes: [flur, regen] }, 1);
    expect(await store.site()).toMatchObject({ years });
    expect(await store.threads("2026")).toEqual([regen]);
    expect(await store.threads("")).toEqual([]);
    expect(await store.threads()).toHaveLength(2);
    await store.saveThreadList({ site, etag: null, years, changes: [{ ...flur, year: "" }] }, 2);
    expect(await store.threads("")).toEqual([listed]);
    expect(await store.threads("2025")).toEqual([]);
  });

  test("learns of many threads at once", async () => {
    const store = await openStore();
    const many = Array.from({ length: 1000 }, (_, i) => ({ ...listed, id: `artikel-${i}` }));
    await saveThreads(store, many);
    expect(await store.threads()).toHaveLength(1001);
    const counts = await store.counts(many.map(({ id }) => id));
    const byId = new Map(counts.map(({ thread, count }) => [thread, count]));
    expect(byId).toEqual(new Map(many.map(({ id }) => [id, 0])));
  });

  test("takes a post once: again, with other words, over a cap", async () => {
    const store = await openStore();
    const counters = [counter("sender", 2)];
    expect(await store.post(entry("a", { counters }), 1)).toEqual({ state: "taken" });
    expect(
      await store.post(entry("a2", { counters, solution: "solution a", bodyHash: "body a" }), 2),
    ).toEqual({ state: "repeated" });
    expect(await store.post(entry("a3", { counters, solution: "solution a" }), 2)).toEqual({
      state: "used",
    });
    expect(await store.post(entry("b", { counters }), 3)).toEqual({ state: "taken" });
    expect(await store.post(entry("c", { counters }), 3)).toEqual({
      state: "limited",
      full: counters,
    });
    for (const nobody of ["a2", "a3", "c"]) {
      expect(await store.comment(nobody)).toBeNull();
      expect(await store.proof(`token ${nobody}`)).toBeNull();
    }
    expect((await store.letters(10)).map(({ subject }) => subject).toSorted()).toEqual(["a", "b"]);
  });

  test("publishes by a proof, once, with the next number", async () => {
    const store = await openStore();
    for (const name of ["a", "b"]) await store.post(entry(name), 1);
    expect(await store.proof("token a")).toEqual({
      comment: "a",
      expires: 10_000,
      used: false,
      state: "unconfirmed",
      number: null,
      name: "a",
      text: "Text von a",
      thread: listed,
    });
    await store.confirm({ tokenHash: "token b", comment: "a", settlement: published() }, 2);
    expect((await store.page("flur", newest)).count).toBe(0);
    await store.confirm({ tokenHash: "token a", comment: "a", settlement: published() }, 10_000);
    expect((await store.page("flur", newest)).count).toBe(0);
    const versions = [(await store.thread("flur"))?.version];
    for (const name of ["b", "b", "a", "b"]) {
      await store.confirm(
        { tokenHash: `token ${name}`, comment: name, settlement: published() },
        9999,
      );
      versions.push((await store.thread("flur"))?.version);
    }
    expect(versions).toEqual([1, 2, 2, 3, 3]);
    expect(
      (await store.page("flur", newest)).comments.map(({ id, number }) => [id, number]),
    ).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
    expect(await store.proof("token b")).toMatchObject({ used: true, number: 1 });
    expect(await store.answered("flur", 2)).toEqual({ conversation: 2, replies: 0 });
    expect(await store.conversation("flur", 2)).toBe(2);
    expect(await store.conversation("flur", 3)).toBe(null);
    expect(await store.counts(["flur", "nobody"])).toEqual([{ thread: "flur", count: 2, last: 2 }]);
  });

  test("gives numbers without a gap to many at the same moment", async () => {
    const store = await openStore();
    const names = Array.from({ length: 100 }, (_, i) => `r${i}`);
    await Promise.all(names.map((name) => store.post(entry(name), 1)));
    await Promise.all(
      [...names, ...names].map((name) =>
        store.confirm({ tokenHash: `token ${name}`, comment: name, settlement: published() }, 2),
      ),
    );
    const { comments } = await store.page("flur", { order: "oldest", limit: 100, before: null });
    expect(comments.map(({ number }) => number)).toEqual(names.map((_, i) => i + 1));
  });

  test("publishes nothing in a closed thread", async () => {
    const store = await openStore();
    await store.post(entry("a"), 1);
    await saveThreads(store, [{ ...listed, state: "closed" }]);
    await store.confirm({ tokenHash: "token a", comment: "a", settlement: published() }, 2);
    expect(await store.proof("token a")).toMatchObject({ used: false, state: "unconfirmed" });
  });

  test("hides, shows and erases only what is in a state for it, and raises the version only then", async () => {
    const store = await openStore();
    for (const name of ["a", "b"]) await store.post(entry(name), 1);
    await store.confirm({ tokenHash: "token a", comment: "a", settlement: published() }, 2);
    const version = async () => (await store.thread("flur"))?.version;
    const done = [];
    for (const [act, id] of [
      ["publish", "a"],
      ["hide", "b"],
      ["hide", "nobody"],
      ["hide", "a"],
      ["hide", "a"],
      ["publish", "a"],
      ["erase", "a"],
      ["erase", "a"],
      ["publish", "a"],
      ["erase", "b"],
    ] as const)
      done.push([
        act === "erase" ? await store.erase(id) : await moderate(store, act, id),
        await version(),
      ]);
    expect(done).toEqual([
      [false, 2],
      [false, 2],
      [false, 2],
      [true, 3],
      [false, 3],
      [true, 4],
      [true, 5],
      [false, 5],
      [false, 5],
      [true, 5],
    ]);
    expect(await store.comment("a")).toEqual({
      id: "a",
      askedAt: 1,
      isHoneypotFilled: false,
      openFor: null,
      thread: "flur",
      state: "erased",
      number: 1,
      name: "",
      email: "",
      text: "",
      replyTo: null,
    });
    expect(await store.letters(10)).toEqual([]);
  });

  test("lets another letter out only for a comment that waits, within the caps", async () => {
    const store = await openStore();
    await store.post(entry("a"), 1);
    const again = (n: number, most: number) =>
      store.postAgain(
        { ...entry(`again${n}`), subject: "a", counters: [counter("again", most)] },
        2,
      );
    await again(1, 2);
    await again(2, 2);
    await again(3, 2);
    expect(await store.letters(10)).toHaveLength(3);
    await store.confirm({ tokenHash: "token again2", comment: "a", settlement: published() }, 3);
    await again(4, 9);
    expect(await store.letters(10)).toHaveLength(3);
    expect(await store.proof("token again4")).toBeNull();
  });

  test("claims a letter for one at a time", async () => {
    const store = await openStore();
    for (const name of ["a", "b", "c"]) await store.post(entry(name), 100);
    const claims = await Promise.all([
      store.claimLetters(2, 100, 200),
      store.claimLetters(2, 100, 200),
    ]);
    expect(claims.map((letters) => letters.length)).toEqual([2, 1]);
    expect(await store.claimLetters(9, 199, 300)).toEqual([]);
    const [first, second, third] = (await store.claimLetters(9, 200, 300)).map(({ id }) => id);
    await store.letterSent(first ?? "", 201);
    await store.letterFailed(second ?? "", 250, 201);
    await store.letterFailed(third ?? "", null, 201);
    expect(await store.claimLetters(9, 249, 300)).toEqual([]);
    expect(await store.claimLetters(9, 10_000, 10_001)).toMatchObject([
      { id: second, attempts: 3 },
    ]);
  });

  test("writes all of an act or nothing", async () => {
    const store = await openStore();
    await store.post(entry("a"), 1);
    // The comment's id is taken, so the act fails in its middle.
    await expect(
      store.post(entry("a", { solution: "other", tokenHash: "other" }), 2),
    ).rejects.toThrow(/unique/iu);
    expect(await store.solution("other")).toBeNull();
    expect(await store.proof("other")).toBeNull();
    expect(await store.letters(10)).toHaveLength(1);
  });

  test("fails one act without the others of the same moment", async () => {
    const store = await openStore();
    await store.post(entry("a"), 1);
    const outcomes = await Promise.allSettled([
      store.post(entry("b"), 2),
      store.post(entry("a", { solution: "other" }), 2),
      store.post(entry("c"), 2),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await store.letters(10)).toHaveLength(3);
  });

  test("keeps whatever a reader may write, to the byte", async () => {
    const store = await openStore();
    const text = "'; DROP TABLE comment; -- \\ \" ` % _ ? $1 :x @y 👩‍👩‍👧 \u{10FFFF} \n\tünïcödé";
    await store.post(entry("a", { text, name: text }), 1);
    expect(await store.comment("a")).toMatchObject({ text, name: text });
  });
});
