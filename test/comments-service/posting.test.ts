import { describe, expect, test } from "vitest";
import { moderate } from "./moderate.ts";
import { writeAll } from "../../comments-service/store/sql/database.ts";
import { inPieces, join, sql } from "../../comments-service/store/sql/statement.ts";
import { rowsOf } from "./rows.ts";
import { comment, openService } from "./service.ts";
import type { TestService } from "./service.ts";

describe("a guest's comment", () => {
  test("is taken, confirmed by the mailed link and stands in the thread as number 1", async () => {
    const service = await openService();
    const answer = await service.post();
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ state: "unconfirmed" });
    expect((await service.thread()).comments).toEqual([]);

    const page = await service.confirm(await service.token());
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`href="${service.site.origin}/vertrieb/flur/#kommentar-1"`);
    const { comments, count } = await service.thread();
    expect(count).toBe(1);
    expect(comments).toMatchObject([
      { number: 1, replyTo: null, name: "Petra", text: comment.text, state: "published" },
    ]);
  });

  test("gets the same answer for every address", async () => {
    const service = await openService();
    await service.publish({ email: "known@mail.example" });
    const known = await service.post({ email: "known@mail.example" });
    const unknown = await service.post({ email: "unknown@mail.example" });
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    expect([...known.headers]).toEqual([...unknown.headers]);
  });

  test("costs the same work for every address, so that its time tells nothing either", async () => {
    const strangers = { most: 1, forPurpose: 0, forNetworks: 0, known: 0, waiting: 0 };
    const service = await openService({ limits: { strangers } });
    await service.publish({ email: "known@mail.example" });
    const workFor = async (email: string) => {
      const before = service.acts.length;
      await service.post({ email });
      return service.acts.slice(before);
    };
    const unknown = await workFor("unknown@mail.example");
    expect(unknown).toHaveLength(1);
    expect(await workFor("known@mail.example")).toEqual(unknown);
    expect(await workFor("known+over-the-cap@mail.example")).toEqual(unknown);
  });

  test("may answer a published one, and a reply may be answered in the same conversation", async () => {
    const service = await openService();
    await service.publish({ text: "eins" });
    await service.publish({ text: "zwei" });
    await service.publish({ text: "drei", replyTo: 1 });
    await service.publish({ text: "vier", replyTo: 3 });
    const { comments } = await service.thread();
    expect(comments.map(({ number, replyTo }) => [number, replyTo])).toEqual([
      [2, null],
      [1, null],
      [3, 1],
      [4, 3],
    ]);
  });

  test.each([
    ["a number that nobody has", 2],
    ["a number that no thread reaches", 2 ** 53],
    ["the number of a hidden comment", 1],
  ])("cannot answer %s", async (_, replyTo) => {
    const service = await openService();
    await service.publish();
    const [first] = (await service.thread()).comments;
    await moderate(service.store, "hide", first?.id ?? "");
    const answer = await service.post({ replyTo });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      errors: [{ field: "replyTo", reason: "invalid" }],
    });
  });

  test("cannot set anything but its own words", async () => {
    const service = await openService();
    await service.publish({
      state: "published",
      number: 77,
      badge: "editor",
      id: "mine",
      publishedAt: "2000-01-01T00:00:00Z",
      conversation: 9,
    });
    const [first] = (await service.thread()).comments;
    expect(first).toMatchObject({ number: 1, badge: null, replyTo: null });
    expect(first?.id).toMatch(/^[0-9a-f]{32}$/u);
    expect(first?.publishedAt).toBe(new Date(service.clock.now).toISOString());
  });
});

describe("a post is refused with a reason for each field", () => {
  test.each([
    [{ name: "" }, "name", "missing"],
    [{ name: " \u200b\t " }, "name", "missing"],
    [{ name: "x".repeat(81) }, "name", "too-long"],
    [{ name: undefined }, "name", "missing"],
    [{ name: 7 }, "name", "invalid"],
    [{ text: "" }, "text", "missing"],
    [{ text: "\n\n \u0000" }, "text", "missing"],
    [{ text: "x".repeat(5001) }, "text", "too-long"],
    [{ text: null }, "text", "missing"],
    [{ text: ["x"] }, "text", "invalid"],
    [{ email: "" }, "email", "missing"],
    [{ email: "petra" }, "email", "invalid"],
    [{ email: "a@mail.example, b@mail.example" }, "email", "invalid"],
    [{ email: `${"x".repeat(250)}@mail.example` }, "email", "too-long"],
    [{ replyTo: 0 }, "replyTo", "invalid"],
    [{ replyTo: 1.5 }, "replyTo", "invalid"],
    [{ replyTo: "1" }, "replyTo", "invalid"],
    [{ challenge: "" }, "challenge", "missing"],
    [{ challenge: undefined }, "challenge", "missing"],
    [{ challenge: "x" }, "challenge", "invalid"],
  ])("%j", async (words, field, reason) => {
    const service = await openService();
    const answer = await service.post(words);
    expect(answer.status).toBe(422);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await answer.json()).toEqual({
      type: "about:blank",
      title: "Some fields are not as expected",
      status: 422,
      errors: [{ field, reason }],
    });
    expect(await service.letters()).toEqual([]);
  });

  test("with all of them at once", async () => {
    const service = await openService();
    const answer = await service.post({ name: "", email: "x", text: "" });
    expect(await answer.json()).toMatchObject({
      errors: [
        { field: "name", reason: "missing" },
        { field: "email", reason: "invalid" },
        { field: "text", reason: "missing" },
      ],
    });
  });

  test("counting characters as a reader does", async () => {
    const service = await openService();
    const [name, text] = ["👩".repeat(80), "😀".repeat(5000)];
    expect((await service.post({ name, text })).status).toBe(202);
    expect((await service.post({ name: "é".repeat(80), text: "x".repeat(5000) })).status).toBe(202);
  });
});

describe("a thread", () => {
  test("that nobody has is 404", async () => {
    const service = await openService();
    const challenge = await service.challenge();
    const answer = await service.send("/threads/nobody/comments", { ...comment, challenge });
    expect(answer.status).toBe(404);
  });

  test("that is closed is 409 and still can be read", async () => {
    const service = await openService();
    const challenge = await service.challenge();
    for (const thread of service.site.list.threads) thread.state = "closed";
    service.clock.now += 10_000;
    await service.ask("/threads/somebody-makes-it-read-the-list");
    const answer = await service.send("/threads/flur/comments", { ...comment, challenge });
    expect(answer.status).toBe(409);
    expect(await service.thread()).toMatchObject({ open: false });
  });

  test("that was closed since still answers the same to who repeats a post that was taken", async () => {
    const service = await openService();
    const challenge = await service.challenge();
    const post = (text: string) =>
      service.send("/threads/flur/comments", { ...comment, text, challenge });
    expect((await post("Einmal.")).status).toBe(202);
    for (const thread of service.site.list.threads) thread.state = "closed";
    service.clock.now += 10_000;
    await service.ask("/threads/somebody-makes-it-read-the-list");
    const again = await post("Einmal.");
    expect([again.status, await again.json()]).toEqual([202, { state: "unconfirmed" }]);
    expect((await post("Etwas anderes.")).status).toBe(409);
    expect(await service.letters()).toHaveLength(1);
  });

  test("without any list yet is 503, with a time to come back", async () => {
    const service = await openService();
    service.site.broken = { status: 404, body: "" };
    const answer = await service.send("/threads/flur/comments", { ...comment, challenge: "x" });
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Retry-After")).toBe("10");
  });
});

/** Readers who want to be told of all that appears in a thread. */
function follow({ database, clock }: TestService, names: readonly string[]): Promise<void> {
  return writeAll(
    database,
    inPieces(names, 5).map((some) => {
      const rows = some.map(
        (name) =>
          sql`(${name}, 'flur', ${name}, 'thread', ${`${name}@mail.example`}, '', ${clock.now}, ${clock.now})`,
      );
      return sql`INSERT INTO subscription (id, thread, comment, scope, email, wording, asked_at, confirmed_at) VALUES ${join(rows)}`;
    }),
  );
}

// Fifteen letters in a statement, and forty-five mailboxes that are counted.
test.each([
  [3, 2],
  [200, 14 + 5],
])("a publication tells %i readers by %i statements more", async (readers, more) => {
  const service = await openService();
  const statementsOf = async (act: () => Promise<unknown>) => {
    const before = service.acts.length;
    await act();
    return service.acts.slice(before).reduce((all, statements) => all + statements.length, 0);
  };
  const confirmation = async () => {
    await service.post();
    const token = await service.token();
    return statementsOf(() => service.confirm(token));
  };
  const untold = await confirmation();
  await follow(
    service,
    Array.from({ length: readers }, (_, nth) => `reader${nth}`),
  );
  expect((await confirmation()) - untold).toBe(more);

  const letters = (await rowsOf(service.database, "letter")).filter(
    (letter) => letter.is_notification === 1,
  );
  const counters = await rowsOf(service.database, "counter");
  const counted = letters.map(({ recipient }) =>
    counters.filter(({ key }) => key.startsWith(`mailbox ${recipient}`)).map(({ count }) => count),
  );
  expect(new Set(letters.map(({ recipient }) => recipient)).size).toBe(readers);
  expect(counted).toEqual(letters.map(() => [1]));
});

test("a publication that tells one mailbox under two addresses counts both letters there", async () => {
  const service = await openService();
  await service.publish();
  await follow(service, ["ida+a", "ida+b"]);
  await service.publish({ text: "Noch eins." });
  const letters = await rowsOf(service.database, "letter");
  const [recipient, ...others] = letters.flatMap((letter) =>
    letter.is_notification === 1 ? [letter.recipient] : [],
  );
  expect(others).toEqual([recipient]);
  const counters = await rowsOf(service.database, "counter");
  const counted = counters.filter(({ key }) => key.startsWith(`mailbox ${recipient}`));
  expect(counted.map(({ count }) => count)).toEqual([2]);
});
