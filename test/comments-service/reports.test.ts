import { describe, expect, test } from "vitest";
import { meOf } from "../../comments-service/acts/account.ts";
import { moderateAll, undo } from "../../comments-service/acts/moderate.ts";
import type { CommentAct } from "../../comments-service/domain/moderation.ts";
import type { Limits } from "../../comments-service/domain/rates.ts";
import { moderate } from "./moderate.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

async function withComment(
  env: Record<string, string> = {},
  limits: Partial<Limits> = {},
): Promise<{ service: TestService; id: string }> {
  const service = await openService({ env, limits });
  await service.publish({ text: "Kaufen Sie bei https://spam.example" });
  const [first] = (await service.thread()).comments;
  return { service, id: first?.id ?? "" };
}

async function report(
  service: TestService,
  id: string,
  words: object = {},
  peer?: string,
): Promise<Response> {
  const challenge = await service.challenge({ action: "report" });
  const body = { reason: "spam", challenge, ...words };
  return service.send(`/comments/${id}/reports`, body, peer === undefined ? {} : { peer });
}

const toModerators = async (service: TestService) =>
  (await service.letters()).filter(({ subject }) => subject.startsWith("Gemeldet"));

test("a report is kept and mailed to every moderator, with one link for each act", async () => {
  const { service, id } = await withComment({
    MODERATORS: "a@magazine.example, b@magazine.example",
  });
  const words = {
    reason: "insult",
    message: "Das geht zu weit.\nWirklich.",
    email: "zeuge@mail.example",
  };
  const answer = await report(service, id, words);
  expect([answer.status, await answer.json()]).toEqual([202, { state: "received" }]);
  const letters = await toModerators(service);
  expect(letters.map(({ to }) => to).toSorted()).toEqual([
    "a@magazine.example",
    "b@magazine.example",
  ]);
  const text = letters[0]?.text ?? "";
  expect(letters[0]?.subject).toBe("Gemeldet: Kommentar 1 zu „Über flur“");
  for (const part of [
    "Grund: Beleidigung oder Hetze",
    "> Das geht zu weit.\n> Wirklich.",
    "zeuge@mail.example",
    `${service.site.origin}/vertrieb/flur/#kommentar-1`,
    "Verbergen:\nhttps://comments.example/act?token=",
    "Stehen lassen:\nhttps://comments.example/act?token=",
    `https://comments.example/desk/comments/${id}`,
    "> Kaufen Sie bei https: //spam. example",
  ])
    expect(text).toContain(part);
  expect((await service.thread()).comments[0]?.state).toBe("published");
});

test("the same report of the same sender is kept and mailed once", async () => {
  const { service, id } = await withComment();
  for (const _ of [1, 2, 3]) await report(service, id, { message: "Schon wieder" }, "192.0.2.7");
  expect(await toModerators(service)).toHaveLength(1);
});

test("a graver report reaches the desk, whoever used the address or the network before", async () => {
  const { service, id } = await withComment();
  await report(service, id, { email: "zeuge@mail.example" }, "192.0.2.7");
  const grave = { reason: "illegal", message: "Eine Drohung.", email: "Zeuge@mail.example" };
  await report(service, id, grave, "192.0.2.7");
  await report(service, id, grave, "198.51.100.9");
  const [letter, ...others] = await toModerators(service);
  expect(others).toEqual([]);
  expect(letter?.text.match(/> Eine Drohung\./gu)).toHaveLength(2);
  // Two reporters, however much they say.
  expect((await service.thread()).comments[0]?.state).toBe("published");
});

test("a thread's cap and the site's refuse no report", async () => {
  const rate = [{ per: 3_600_000, most: 1 }];
  const { service, id } = await withComment(
    {},
    { report: { sender: [], thread: rate, site: rate } },
  );
  for (const peer of ["192.0.2.7", "198.51.100.7", "198.51.100.8"])
    expect((await report(service, id, { message: peer }, peer)).status).toBe(202);
  expect(await service.store.reports([id])).toHaveLength(3);
});

test("a report that comes while its comment is erased mails none of its words", async () => {
  const { service, id } = await withComment();
  const real = { ...service.store };
  service.service.store.report = async (entry, now) => {
    await real.erase(id);
    return real.report(entry, now);
  };
  expect((await report(service, id)).status).toBe(202);
  expect(await service.letters()).toEqual([]);
});

test("the same solved challenge with the same report gets the first answer again", async () => {
  const { service, id } = await withComment();
  const challenge = await service.challenge({ action: "report" });
  const send = (reason: string) => service.send(`/comments/${id}/reports`, { reason, challenge });
  expect((await send("spam")).status).toBe(202);
  expect((await send("spam")).status).toBe(202);
  expect(await (await send("other")).json()).toMatchObject({
    errors: [{ field: "challenge", reason: "used" }],
  });
  expect(await toModerators(service)).toHaveLength(1);
});

test("a challenge for a comment does not pay for a report", async () => {
  const { service, id } = await withComment();
  const challenge = await service.challenge();
  const answer = await report(service, id, { challenge });
  expect(await answer.json()).toMatchObject({
    errors: [{ field: "challenge", reason: "invalid" }],
  });
});

test.each([
  [{ reason: "boring" }, "reason", "invalid"],
  [{ reason: undefined }, "reason", "missing"],
  [{ message: "x".repeat(1001) }, "message", "too-long"],
  [{ email: "x" }, "email", "invalid"],
])("%j is refused by name", async (words, field, reason) => {
  const { service, id } = await withComment();
  const answer = await report(service, id, words);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ errors: [{ field, reason }] });
});

test("what is not published cannot be reported", async () => {
  const { service, id } = await withComment();
  await service.post({ email: "other@mail.example" });
  await moderate(service.store, "hide", id);
  const ids = ["00000000000000000000000000000001", id, "x", "%00", "../threads"];
  for (const each of ids) expect((await report(service, each)).status).toBe(404);
});

describe("after the third reporter", () => {
  const from = (service: TestService, id: string, ...peers: string[]) =>
    peers.reduce<Promise<unknown>>(
      (before, peer) => before.then(() => report(service, id, {}, peer)),
      Promise.resolve(),
    );

  test("a comment is hidden until a moderator decides, and nothing is deleted", async () => {
    const { service, id } = await withComment();
    await from(service, id, "192.0.2.7", "192.0.2.7", "198.51.100.1");
    expect((await service.thread()).count).toBe(1);
    await from(service, id, "203.0.113.2");
    expect((await service.thread()).comments).toMatchObject([
      { number: 1, state: "hidden", gone: "hidden" },
    ]);
    expect(await service.store.comment(id)).toMatchObject({ state: "hidden", name: "Petra" });
    expect(await service.store.record({ subject: id }, 9)).toMatchObject([
      { who: "reports", act: "hide", was: "published", became: "hidden" },
    ]);
    expect((await service.store.waiting()).reported).toBe(1);
  });

  test("what the editors decide is told apart from that, in the thread and to its writer, and when it is taken back", async () => {
    const { service, id } = await withComment();
    const gone = async () => {
      const { comments } = await service.thread();
      const own = (await meOf(service.service, "petra@mail.example")).comments.map(
        (each) => each.gone,
      );
      return [comments.map((each) => each.gone), own];
    };
    const decide = async (act: CommentAct): Promise<string> => {
      service.clock.now += 1000;
      return moderateAll(service.service, [
        { act, comment: id, by: "r@x.example", reason: null, note: "", lastEditRead: null },
      ]);
    };
    const takeBack = async (batch: string) => {
      service.clock.now += 1000;
      await undo(service.service, { batch, by: "r@x.example" });
    };
    expect(await gone()).toEqual([[undefined], [undefined]]);
    await from(service, id, "192.0.1.1", "192.0.2.1", "192.0.3.1");
    expect(await gone()).toEqual([["hidden"], ["hidden"]]);
    const published = await decide("publish");
    expect(await gone()).toEqual([[undefined], [undefined]]);
    const hidden = await decide("hide");
    expect(await gone()).toEqual([["removed"], ["removed"]]);
    await takeBack(hidden);
    await takeBack(published);
    expect(await gone()).toEqual([["hidden"], ["hidden"]]);
    await decide("reject");
    expect(await gone()).toEqual([["removed"], ["removed"]]);
    await decide("erase");
    expect(await gone()).toEqual([["erased"], []]);
  });

  test("and once a moderator has let it stand, reports alone do not hide it again", async () => {
    const { service, id } = await withComment();
    await from(service, id, "192.0.1.1", "192.0.2.1", "192.0.3.1");
    service.clock.now += 1000;
    await moderate(service.store, "publish", id, service.clock.now);
    expect((await service.store.waiting()).reported).toBe(0);
    await from(service, id, "192.0.4.1", "192.0.5.1", "192.0.6.1", "192.0.8.1");
    expect((await service.thread()).comments).toMatchObject([{ number: 1, state: "published" }]);
    expect((await service.store.waiting()).reported).toBe(1);
    await moderate(service.store, "keep", id, service.clock.now);
    expect((await service.store.waiting()).reported).toBe(0);
  });

  test("the number is a setting", async () => {
    const { service, id } = await withComment({ REPORTS_TO_HIDE: "1" });
    await from(service, id, "192.0.2.1");
    expect((await service.thread()).comments).toMatchObject([{ state: "hidden" }]);
  });

  test("both links of a letter fit what has become of the comment", async () => {
    const { service, id } = await withComment({ REPORTS_TO_HIDE: "1" });
    await from(service, id, "192.0.2.1");
    const [letter] = await toModerators(service);
    const [hide = "", keep = ""] = [...(letter?.text ?? "").matchAll(/token=([0-9a-f]{64})/gu)].map(
      ([, token]) => token ?? "",
    );
    expect(await (await service.ask(`/act?token=${hide}`)).text()).toContain(
      '<button type="submit">Ablehnen',
    );
    const act = await service.ask("/act", {
      method: "POST",
      headers: { "Sec-Fetch-Site": "same-origin" },
      body: new URLSearchParams({ token: keep }),
    });
    expect(act.status).toBe(200);
    expect((await service.thread()).comments).toMatchObject([{ number: 1, state: "published" }]);
  });
});
