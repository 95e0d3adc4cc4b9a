import { describe, expect, test } from "vitest";
import { act as actFromShell } from "../../comments-service/commands/moderate.ts";
import { moderate } from "../../comments-service/acts/moderate.ts";
import { checks } from "../../comments-service/domain/checks/checks.ts";
import { own, signIn, write } from "./http/desk/moderator.ts";
import { openReader } from "./readers.ts";
import { engine } from "./engine.ts";
import { rowsOf } from "./rows.ts";
import { sql } from "../../comments-service/store/sql/statement.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

/** Two comments of one address with all that can stand beside words: a held one that was published after all, and one with a badge. */
async function written() {
  const service = await openService({
    checks: checks.filter(({ name }) => name === "honeypot"),
    env: { AUTHORS: "petra@mail.example" },
  });
  const held = await write(service, { website: "https://pillen.example", notify: "thread" });
  const token = await service.token();
  const by = "desk@magazine.example";
  const publish = {
    act: "publish",
    comment: held,
    by,
    reason: null,
    note: "",
    lastEditRead: 0,
  } as const;
  expect(await moderate(service.service, publish)).toBe(true);
  const challenge = await service.challenge({ action: "report" });
  const report = { reason: "insult", message: "Das kränkt.", challenge };
  expect((await service.send(`/comments/${held}/reports`, report)).status).toBe(202);
  const reader = await openReader(service);
  expect((await reader.post({ text: "Ein zweites Wort.", notify: "replies" })).status).toBe(201);
  const [, badged] = (await service.thread()).comments.toReversed();
  return { service, reader, token, held, ids: [held, badged?.id ?? ""] };
}
type Written = Awaited<ReturnType<typeof written>>;

/** What is kept of these comments, and beside them. */
async function kept({ database }: TestService, ids: readonly string[]) {
  const about = <Row extends { comment: string }>(rows: readonly Row[]) =>
    rows.filter(({ comment }) => ids.includes(comment));
  return {
    // PostgreSQL gives rows in no order where none is asked for.
    comments: (await rowsOf(database, "comment"))
      .filter(({ id }) => ids.includes(id))
      .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)),
    letters: (await rowsOf(database, "letter")).filter(({ subject }) => ids.includes(subject)),
    subscriptions: about(await rowsOf(database, "subscription")),
    proofs: about(await rowsOf(database, "proof")),
    // A moderator's act settles them, too.
    reports: about(await rowsOf(database, "report")).map((report) =>
      Object.assign({}, report, { settled_at: null, settled_by: null }),
    ),
  };
}

const each = (erase: (written: Written, id: string) => Promise<unknown>) => {
  return async (all: Written) => {
    for (const id of all.ids) await erase(all, id);
  };
};

type Way = [string, (all: Written) => Promise<unknown>];

/** No shell reaches the database of a worker. */
const shell: Way = [
  "whoever sits at the shell",
  each(({ service }, id) => actFromShell(service.settings, "erase", id, () => service.clock.now)),
];

const ways: Way[] = [
  ["its writer, signed in", each(({ reader }, id) => reader.erase(id))],
  [
    "its writer, with all that is kept of the address",
    ({ reader }) => reader.call("DELETE", "/me", { texts: "erase" }),
  ],
  [
    "a moderator at the desk",
    async ({ service, ids }) => {
      const fields = [["act", "erase"], ["sure", "yes"], ...ids.map((id) => ["id", id])];
      await (await signIn(service)).send("/desk/acts", fields as [string, string][]);
    },
  ],
  ...(engine === "D1" ? [] : [shell]),
  // A restore does so with what was erased since its backup.
  ["the store alone", each(({ service }, id) => service.store.erase(id))],
];

describe("of a comment that is erased the same empty row stays", () => {
  test.each(ways)("by %s", async (_, erase) => {
    const all = await written();
    const { service, ids } = all;
    const before = await kept(service, ids);
    expect(before.comments.map(({ badge, held_for: why, trap }) => [badge, why, trap])).toEqual([
      [null, "honeypot", 1],
      ["author", "", 0],
    ]);
    expect(before.letters.length).toBeGreaterThan(1);
    expect([before.subscriptions.length, before.proofs.length]).toEqual([2, 1]);
    expect(before.reports).toHaveLength(1);
    const erased = { state: "erased", name: "", email: "", text: "", held_for: "" };

    await erase(all);

    expect(await kept(service, ids)).toEqual({
      ...before,
      comments: before.comments.map((row) =>
        Object.assign({}, row, erased, { badge: null, trap: 0, took: null }),
      ),
      letters: [],
      subscriptions: [],
    });
    const shown = (await service.thread()).comments;
    expect(shown.map(({ state, text, badge }) => [state, text, badge])).toEqual([
      ["erased", "", null],
      ["erased", "", null],
    ]);
  });

  test("by its writer, with the link in its letter", async () => {
    const { service, token, held } = await written();
    const before = await kept(service, [held]);
    const body = new URLSearchParams({ token, act: "erase" });
    expect((await service.ask("/own", { method: "POST", headers: own, body })).status).toBe(200);
    const after = await kept(service, [held]);
    expect(after.comments[0]).toMatchObject({ state: "erased", held_for: "", trap: 0, took: null });
    expect([after.letters, after.subscriptions]).toEqual([[], []]);
    expect([after.proofs, after.reports]).toEqual([before.proofs, before.reports]);
  });
});

test("the link in the letter of a comment that was left without a name acts no more", async () => {
  const { service, reader, token, held } = await written();
  await reader.call("DELETE", "/me", { texts: "keep" });
  expect((await service.ask(`/own?token=${token}`)).status).toBe(404);
  const body = new URLSearchParams({ token, act: "erase" });
  await service.ask("/own", { method: "POST", headers: own, body });
  expect((await service.store.comment(held))?.text).toBe("Das sehe ich anders.");
});

describe("notes to colleagues", () => {
  const by = "desk@magazine.example";
  async function withNotes() {
    const service = await openService();
    const ids = [];
    for (const text of ["Eins.", "Zwei."]) ids.push(await write(service, { text }));
    const rows = [
      ["first", ids[0] ?? null, null],
      ["second", ids[1] ?? null, null],
      ["writer", null, "Petra@mail.example"],
      ["another", null, "otto@mail.example"],
    ] as const;
    for (const [id, comment, email] of rows)
      await service.database.atomic(
        [
          sql`INSERT INTO note (id, comment, email, text, created_at, created_by) VALUES (${id}, ${comment}, ${email}, 'Hm.', 1, ${by})`,
        ],
        sql`SELECT 1`,
      );
    const left = async () =>
      (await rowsOf(service.database, "note")).map(({ id }) => id).toSorted();
    return { service, ids, left };
  }

  test("go with their comment, and those about its writer with the last one", async () => {
    const { service, ids, left } = await withNotes();
    await service.store.erase(ids[0] ?? "");
    expect(await left()).toEqual(["another", "second", "writer"]);
    await service.store.erase(ids[1] ?? "");
    expect(await left()).toEqual(["another"]);
  });

  test.each(["erase", "keep"] as const)("go when their writer is forgotten (%s)", async (texts) => {
    const { service, left } = await withNotes();
    await service.store.forget({ email: "petra@mail.example", recipients: [], texts });
    expect(await left()).toEqual(["another"]);
  });
});
