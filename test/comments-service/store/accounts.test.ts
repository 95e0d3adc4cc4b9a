import type { NewAttempt, OwnAsked } from "../../../comments-service/store/port/accounts.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { createSqlStore } from "../../../comments-service/store/sql/store.ts";
import type { Store } from "../../../comments-service/store/port/store.ts";
import { databases } from "./databases.ts";
import { counter, entry, saveThreads, share } from "./entries.ts";

describe.each(databases)("the accounts of the store on $name", ({ open }) => {
  async function openStore(): Promise<Store> {
    const store = await createSqlStore(await open(), 1);
    onTestFinished(() => store.close());
    await saveThreads(store);
    return store;
  }

  const letter = (name: string, mailbox = "petra", most = 9) => ({
    id: `letter ${name}`,
    sealed: "00",
    recipient: mailbox,
    share: share(mailbox, most),
  });

  const attempt = (name: string, more: Partial<NewAttempt> = {}): NewAttempt => ({
    idHash: `attempt ${name}`,
    purpose: "reader",
    email: "petra@mail.example",
    codeHash: `code ${name}`,
    expires: 100,
    counters: [],
    queues: [],
    isAllowed: true,
    letter: letter(name),
    ...more,
  });

  const tried = (name: string, code = name) => ({
    idHash: `attempt ${name}`,
    codeHashes: [`code ${code}`],
    tokenHash: `token ${name}`,
    expires: 1000,
  });

  const settlement = (id: string) =>
    ({
      id,
      state: "published",
      heldFor: [],
      badge: null,
      author: null,
      letters: [],
      desk: [],
    }) as const;

  test("open one session by the right code, and none by another's", async () => {
    const store = await openStore();
    for (const name of ["a", "b"]) await store.beginSignIn(attempt(name), 1);
    expect(await store.finishSignIn(tried("a", "b"), 2)).toBeNull();
    expect(await store.finishSignIn(tried("a"), 99)).toBe("petra@mail.example");
    expect(await store.finishSignIn({ ...tried("a"), tokenHash: "other" }, 99)).toBeNull();
    expect(await store.finishSignIn(tried("b"), 100)).toBeNull();
    expect(await store.session("token a", 999)).toBe("petra@mail.example");
    expect(await store.session("token a", 1000)).toBeNull();
    await store.endSession("token a");
    expect(await store.session("token a", 999)).toBeNull();
  });

  test("write the same over a share and for who may not sign in, but what opens nothing and goes to nobody", async () => {
    const store = await openStore();
    const taken = { state: "taken" };
    for (const name of ["a", "b"])
      expect(
        await store.beginSignIn(attempt(name, { letter: letter(name, "petra", 1) }), 1),
      ).toEqual(taken);
    const other = { isAllowed: false, letter: letter("c", "other") };
    expect(await store.beginSignIn(attempt("c", other), 1)).toEqual(taken);
    const opened = [];
    for (const name of ["a", "b", "c"]) opened.push(await store.finishSignIn(tried(name), 2));
    expect(opened).toEqual(["petra@mail.example", null, null]);
    expect((await store.letters(9)).map(({ id }) => id)).toEqual(["letter a"]);
    const claimed = await store.claimLetters(9, 2, 3);
    expect(Object.fromEntries(claimed.map(({ id, expires }) => [id, expires]))).toEqual({
      "letter a": null,
      "letter b": 0,
      "letter c": 0,
    });
  });

  test("say of the sender's counters only which are full, and then write nothing", async () => {
    const store = await openStore();
    const sender = counter("sender", 1);
    const capped = (name: string) =>
      store.beginSignIn(attempt(name, { counters: [sender], letter: letter(name) }), 1);
    expect(await capped("d")).toEqual({ state: "taken" });
    expect(await capped("e")).toEqual({ state: "limited", full: [sender] });
    expect((await store.claimLetters(9, 2, 3)).map(({ id }) => id)).toEqual(["letter d"]);
  });

  test("change a comment's words only for its own address, in time, unanswered", async () => {
    const store = await openStore();
    await store.post(entry("a", { email: "Petra@mail.example" }), 1);
    await store.confirm({ tokenHash: "token a", comment: "a", settlement: settlement("s1") }, 2);
    const edit = (more: object = {}) =>
      store.edit(
        {
          comment: "a",
          email: "petra@mail.example",
          text: "neu",
          since: 1,
          settlement: settlement("s2"),
          ...more,
        },
        5,
      );
    expect(await edit({ email: "eve@mail.example" })).toBe(false);
    expect(await edit({ since: 2 })).toBe(false);
    expect(await edit({ settlement: null })).toBe(false);
    expect(await edit()).toBe(true);
    expect(await store.publicComment("a")).toMatchObject({ text: "neu", number: 1 });
    expect(await store.own("PETRA@mail.example")).toMatchObject([
      { text: "neu", editedAt: 5, isAnswered: false },
    ]);
    await store.post(entry("b", { replyTo: 1, conversation: 1 }), 6);
    expect((await store.own("petra@mail.example"))[0]?.isAnswered).toBe(false);
    await store.confirm({ tokenHash: "token b", comment: "b", settlement: settlement("s3") }, 7);
    expect((await store.own("petra@mail.example"))[0]?.isAnswered).toBe(true);
    expect(await edit({ text: "noch einmal" })).toBe(false);
    const ids = async (asked: OwnAsked) =>
      (await store.own("petra@mail.example", asked)).map(({ id }) => id);
    expect(await ids({ comment: "a" })).toEqual(["a"]);
    expect(await ids({ comment: "z" })).toEqual([]);
    expect(await ids({ after: null, most: 1 })).toEqual(["a"]);
    expect(await ids({ after: { asked: 2, id: "b" }, most: 9 })).toEqual(["a"]);
    expect(await ids({ after: { asked: 1, id: "0" }, most: 9 })).toEqual(["a"]);
    expect(await ids({ after: { asked: 1, id: "a" }, most: 9 })).toEqual([]);
    expect(await ids({ thread: "flur", most: 9 })).toEqual(["a"]);
    expect(await ids({ thread: "kantine", most: 9 })).toEqual([]);
  });

  test("know who is to be told: confirmed, not ended, not the writer, once an address", async () => {
    const store = await openStore();
    const wish = (id: string, scope: "replies" | "thread") => ({ id, scope, wording: "w" });
    const publish = async (name: string, more: Parameters<typeof entry>[1]) => {
      await store.post(entry(name, more), 1);
      await store.confirm(
        { tokenHash: `token ${name}`, comment: name, settlement: settlement(name) },
        2,
      );
    };
    await publish("a", { subscription: wish("s1", "replies") });
    await publish("b", { subscription: wish("s2", "thread") });
    await publish("c", { email: "A@mail.example", subscription: wish("s3", "thread") });
    await store.post(entry("d", { subscription: wish("s4", "thread") }), 1);
    const told = async (email: string, replyTo: number | null) =>
      (await store.subscribers({ thread: "flur", email, replyTo })).map(({ id }) => id).toSorted();
    expect(await told("x@mail.example", null)).toEqual(["s2", "s3"]);
    expect(await told("x@mail.example", 1)).toEqual(["s1", "s2"]);
    expect(await told("B@mail.example", null)).toEqual(["s3"]);
    await store.unsubscribe({ thread: "flur", email: "a@mail.example" }, 3);
    expect(await told("x@mail.example", 1)).toEqual(["s2"]);
    expect(await store.subscription("s1")).toMatchObject({ endedAt: 3 });
    expect(await store.subscriptions("a@mail.example")).toEqual([]);
    expect(await store.wish("d")).toBe("thread");
  });
});
