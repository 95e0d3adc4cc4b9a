import { describe, expect, test } from "vitest";
import type { Check } from "../../comments-service/domain/checks/check.ts";
import { checks } from "../../comments-service/domain/checks/checks.ts";
import { MINUTE } from "../../comments-service/domain/times.ts";
import { moderate } from "./moderate.ts";
import { openReader, published } from "./readers.ts";
import { rowsOf } from "./rows.ts";
import { comment, openService } from "./service.ts";

/** Holds whatever has the word `Pillen`. */
const pills: Check = {
  name: "pills",
  holds: ({ text }) => text.includes("Pillen"),
};

describe("a signed-in reader's comment", () => {
  test("is published at once, with the address of the session and no letter", async () => {
    const service = await openService();
    const petra = await openReader(service);
    const letters = (await service.letters()).length;
    const answer = await petra.post({ email: "somebody@else.example" });
    expect(answer.status).toBe(201);
    const shown = await published(answer);
    expect(shown).toMatchObject({ number: 1, name: comment.name, text: comment.text });
    expect((await service.thread()).comments).toEqual([shown]);
    expect(await service.store.comment(shown.id)).toMatchObject({ email: petra.email });
    expect(await service.letters()).toHaveLength(letters);
    const [record] = await rowsOf(service.database, "comment");
    const now = service.clock.now;
    expect(record).toMatchObject({ wording: "signed-in.de.1", asked_at: now, confirmed_at: now });
  });

  test("counts once, and gets the first answer again", async () => {
    const service = await openService();
    const petra = await openReader(service);
    const challenge = await service.challenge();
    const first = await petra.post({ challenge });
    const again = await petra.post({ challenge });
    expect([again.status, await again.json()]).toEqual([first.status, await first.json()]);
    const guest = await service.post({ challenge });
    expect(guest.status).toBe(422);
    expect((await service.thread()).count).toBe(1);
  });

  test("is held when the checks say so", async () => {
    const service = await openService({ checks: [pills] });
    const petra = await openReader(service);
    const challenge = await service.challenge();
    const answer = await petra.post({ challenge, text: "Billige Pillen" });
    expect([answer.status, await answer.json()]).toEqual([202, { state: "held" }]);
    const again = await petra.post({ challenge, text: "Billige Pillen" });
    expect([again.status, await again.json()]).toEqual([202, { state: "held" }]);
    expect((await service.thread()).comments).toEqual([]);
  });

  test.each<[string, object, number]>([
    ["honeypot", { website: "https://filled.example" }, MINUTE],
    ["too-quick", {}, 2999],
  ])("is held for how it was sent: %s", async (name, words, openFor) => {
    const service = await openService({ checks });
    const petra = await openReader(service);
    const challenge = await service.challenge();
    service.clock.now += openFor;
    const answer = await petra.post({ challenge, ...words });
    expect([answer.status, await answer.json()]).toEqual([202, { state: "held" }]);
    const [entry] = await service.store.record({}, 1);
    expect(entry).toMatchObject({ act: "hold", why: name });
  });

  test("is not taken when the session has ended", async () => {
    const service = await openService();
    const petra = await openReader(service);
    await petra.call("DELETE", "/sessions");
    const answer = await petra.post();
    expect(answer.status).toBe(401);
    expect((await service.thread()).count).toBe(0);
  });
});

describe("one's own comment may be edited", () => {
  test("within 15 minutes; it says so, and the thread shows it at once", async () => {
    const service = await openService();
    const petra = await openReader(service);
    const { id } = await published(await petra.post());
    const { etag } = Object.fromEntries((await service.ask("/threads/flur")).headers);
    service.clock.now += 15 * MINUTE - 1;
    const answer = await petra.edit(id, " Doch\r\nanders. ");
    expect(answer.status).toBe(200);
    const shown = await published(answer);
    expect(shown).toMatchObject({
      number: 1,
      text: "Doch\nanders.",
      editedAt: new Date(service.clock.now).toISOString(),
    });
    const fresh = await service.ask("/threads/flur", { headers: { "If-None-Match": etag ?? "" } });
    expect(fresh.status).toBe(200);
    expect((await service.thread()).comments).toEqual([shown]);
    expect((await petra.me()).comments[0]).toMatchObject({ text: "Doch\nanders." });

    service.clock.now += 1;
    const late = await petra.edit(id, "Zu spät.");
    expect(late.status).toBe(422);
    expect(await late.json()).toMatchObject({ errors: [{ field: "text", reason: "expired" }] });
    expect((await petra.me()).comments[0]).toMatchObject({ editableUntil: null });
  });

  test("thirty times in an hour, since each edit is work for everybody who reads", async () => {
    const service = await openService();
    const petra = await openReader(service);
    const { id } = await published(await petra.post());
    const statuses = [];
    for (let i = 0; i < 40; i += 1) statuses.push((await petra.edit(id, `Text ${i}`)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect((await service.thread()).comments).toMatchObject([{ text: "Text 29" }]);
    // It is counted for each comment by itself.
    const other = await published(await petra.post());
    expect((await petra.edit(other.id, "Anders")).status).toBe(200);
  });

  test("while nobody has answered", async () => {
    const service = await openService();
    const petra = await openReader(service);
    const { id } = await published(await petra.post());
    expect((await petra.me()).comments[0]?.editableUntil).toBe(
      new Date(service.clock.now + 15 * MINUTE).toISOString(),
    );
    await service.publish({ email: "jens@mail.example", text: "So?", replyTo: 1 });
    expect((await petra.me()).comments[0]?.editableUntil).toBeNull();
    expect((await petra.edit(id, "Nein.")).status).toBe(422);
    expect((await service.thread()).comments[0]).toMatchObject({ text: comment.text });
  });

  test("and is checked again: what is held goes out of sight and keeps its number", async () => {
    const service = await openService({ checks: [pills] });
    const petra = await openReader(service);
    const { id } = await published(await petra.post());
    const answer = await petra.edit(id, "Billige Pillen");
    expect([answer.status, await answer.json()]).toEqual([200, { state: "held" }]);
    expect((await service.thread()).comments).toMatchObject([
      { number: 1, state: "hidden", gone: "hidden", name: "", text: "" },
    ]);
    const back = await petra.edit(id, "Keine.");
    expect(await back.json()).toEqual({ state: "held" });
    expect((await petra.me()).comments).toMatchObject([
      { state: "held", gone: "hidden", text: "Keine." },
    ]);
  });

  test("and is not held for how it was sent, once a moderator has let it appear", async () => {
    const service = await openService({ checks });
    const petra = await openReader(service);
    const sent = await petra.post({ website: "https://filled.example" });
    expect(await sent.json()).toEqual({ state: "held" });
    const id = (await petra.me()).comments[0]?.id ?? "";
    expect(await moderate(service.store, "publish", id, service.clock.now)).toBe(true);
    const text = "Das sehe ich jetzt anders.";
    expect(await published(await petra.edit(id, text))).toMatchObject({ number: 1, text });
  });

  test.each([
    ["", "missing"],
    ["x".repeat(5001), "too-long"],
  ])("but not to %j", async (text, reason) => {
    const service = await openService();
    const petra = await openReader(service);
    const { id } = await published(await petra.post());
    const answer = await petra.edit(id, text);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ field: "text", reason }] });
  });
});

describe("one's own comment may be erased", () => {
  test("at any time", async () => {
    const service = await openService();
    const petra = await openReader(service);
    const { id } = await published(await petra.post({ notify: "thread" }));
    service.clock.now += 1000 * MINUTE;
    expect((await petra.erase(id)).status).toBe(204);
    expect((await service.thread()).comments).toMatchObject([
      { number: 1, state: "erased", name: "", text: "" },
    ]);
    expect((await petra.erase(id)).status).toBe(404);
    expect(await petra.me()).toMatchObject({ comments: [], subscriptions: [] });
  });
});

test("nobody can touch another's comment, and an unknown one looks the same", async () => {
  const service = await openService();
  const petra = await openReader(service);
  const { id } = await published(await petra.post());
  const eve = await openReader(service, "eve@mail.example");
  const unknown = "f".repeat(32);
  for (const act of [eve.erase, (each: string) => eve.edit(each, "Meins.")]) {
    const [theirs, nobodys] = [await act(id), await act(unknown)];
    expect(theirs.status).toBe(404);
    expect(await theirs.text()).toBe(await nobodys.text());
  }
  expect((await eve.me()).comments).toEqual([]);
  for (const [method, path] of [
    ["GET", "/me"],
    ["GET", "/me/export"],
    ["DELETE", "/me"],
    ["PATCH", `/comments/${id}`],
    ["DELETE", `/comments/${id}`],
  ] as const) {
    const headers = { Origin: service.site.origin, "Content-Type": "application/json" };
    expect(
      (await service.ask(path, { method, headers, ...(method === "GET" ? {} : { body: "{}" }) }))
        .status,
    ).toBe(401);
  }
  expect((await service.thread()).comments).toMatchObject([{ text: comment.text }]);
});

test("a comment's own address leads to its place under the article", async () => {
  const service = await openService();
  await service.publish();
  const [first] = (await service.thread()).comments;
  const answer = await service.ask(`/comments/${first?.id}`);
  expect([answer.status, answer.headers.get("Location")]).toEqual([
    302,
    `${service.site.url}vertrieb/flur/#kommentar-1`,
  ]);
  for (const id of ["f".repeat(32), "x"])
    expect((await service.ask(`/comments/${id}`)).status).toBe(404);
});
