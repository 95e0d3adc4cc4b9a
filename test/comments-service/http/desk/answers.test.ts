import { describe, expect, test } from "vitest";
import { openReader } from "../../readers.ts";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";
import { openHolding, own, signIn, write } from "./moderator.ts";
import type { Moderator } from "./moderator.ts";

const by = "desk@magazine.example";

/** The hidden fields of the form for an answer. */
async function formOf(moderator: Moderator, id: string): Promise<[string, string][]> {
  const page = await (await moderator.get(`/desk/comments/${id}/answer`)).text();
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/gu)];
  return fields.map(([, name = "", value = ""]): [string, string] => [name, value]);
}

async function answer(
  moderator: Moderator,
  id: string,
  words: { text: string; name?: string },
): Promise<Response> {
  return moderator.send(`/desk/comments/${id}/answer`, [
    ...(await formOf(moderator, id)),
    ["text", words.text],
    ["name", words.name ?? "Redaktion"],
  ]);
}

const shown = async (service: TestService) =>
  (await service.thread("flur", "?order=oldest")).comments.map(
    ({ number, replyTo, name, text, badge }) => ({ number, replyTo, name, text, badge }),
  );

test("a moderator answers a comment from the desk: it stands below it, with the badge, and the record has it", async () => {
  const service = await openService();
  const id = await write(service);
  const moderator = await signIn(service);
  expect(await (await moderator.get("/desk/?queue=published")).text()).toContain(
    `href="/desk/comments/${id}/answer?back=%2Fdesk%2F%3Fqueue%3Dpublished"`,
  );
  const sent = await answer(moderator, id, { text: "Danke für den Hinweis.", name: "Wiebke T." });
  expect(sent.status).toBe(303);
  const page = await (await moderator.get(sent.headers.get("Location") ?? "")).text();
  expect(page).toContain("Ihre Antwort ist erschienen.");
  expect(page).not.toContain('data-act="undo"><');
  expect((await shown(service))[1]).toEqual({
    number: 2,
    replyTo: 1,
    name: "Wiebke T.",
    text: "Danke für den Hinweis.",
    badge: "editor",
  });
  const [entry] = await service.store.recordLines({ filter: {}, after: null, most: 1 });
  expect(entry).toMatchObject({
    who: by,
    act: "answer",
    became: "published",
    number: 2,
    beginning: "Danke für den Hinweis.",
  });
  // The next form knows the name.
  expect(await (await moderator.get(`/desk/comments/${id}/answer`)).text()).toContain(
    'value="Wiebke T."',
  );
});

test("who follows the conversation is told of it, and nobody is asked to confirm", async () => {
  const service = await openService();
  const id = await write(service, { notify: "replies" });
  const moderator = await signIn(service);
  const before = (await service.letters()).length;
  await answer(moderator, id, { text: "Danke." });
  const letters = await service.letters();
  expect(letters.slice(0, letters.length - before).map(({ to, text }) => [to, text])).toEqual([
    ["petra@mail.example", expect.stringContaining("Danke.")],
  ]);
});

test("the answer is a moderator's comment like any other: it is listed and erased under the own address", async () => {
  const service = await openService();
  const id = await write(service);
  await answer(await signIn(service), id, { text: "Danke." });
  const reader = await openReader(service, by);
  const mine = await reader.me();
  expect(mine.comments).toMatchObject([{ text: "Danke.", state: "published" }]);
  expect((await reader.erase(mine.comments[0]?.id ?? "")).status).toBe(204);
  expect((await service.thread()).count).toBe(1);
});

test("who is an author, too, answers from the desk as an editor", async () => {
  const service = await openService({ env: { AUTHORS: by } });
  const id = await write(service);
  await answer(await signIn(service), id, { text: "Danke." });
  expect((await shown(service))[1]?.badge).toBe("editor");
});

describe("what has not appeared", () => {
  test("is published with the answer, in one batch", async () => {
    const service = await openHolding();
    const id = await write(service, { text: "Eine Frage." });
    const moderator = await signIn(service);
    expect(await (await moderator.get(`/desk/comments/${id}/answer`)).text()).toContain(
      "Veröffentlichen und antworten</button>",
    );
    await answer(moderator, id, { text: "Eine Antwort." });
    expect((await shown(service)).map(({ number, text }) => [number, text])).toEqual([
      [1, "Eine Frage."],
      [2, "Eine Antwort."],
    ]);
    const [answered, published] = await service.store.record({}, 2);
    expect([published, answered]).toMatchObject([
      { act: "publish", subject: id, batch: answered?.batch },
      { act: "answer" },
    ]);
  });

  test("is not, with words that nobody has read: the answer waits in its form", async () => {
    const service = await openHolding();
    const id = await write(service, { text: "Eine Frage." });
    const moderator = await signIn(service);
    const form = await formOf(moderator, id);
    const reader = await openReader(service);
    service.clock.now += 1000;
    await reader.edit(id, "Kauft Pillen!");
    const refused = await moderator.send(`/desk/comments/${id}/answer`, [
      ...form,
      ["text", "Eine Antwort."],
      ["name", "R"],
    ]);
    const page = await refused.text();
    expect(refused.status).toBe(422);
    for (const part of ["inzwischen bearbeitet", "Kauft Pillen!", "Eine Antwort.</textarea>"])
      expect(page).toContain(part);
    expect(await service.thread()).toMatchObject({ count: 0 });
  });
});

describe("it is refused, and what was written stays in the form", () => {
  test.each([
    ["without words", { text: " \u200B " }, 'aria-describedby="text-wrong"'],
    ["too long", { text: "x".repeat(5001) }, 'aria-describedby="text-wrong"'],
    ["without a name", { text: "Danke.", name: " " }, 'aria-describedby="name-wrong"'],
  ])("%s", async (_, words, said) => {
    const service = await openService();
    const id = await write(service);
    const refused = await answer(await signIn(service), id, words);
    const page = await refused.text();
    expect([refused.status, page.includes(said)]).toEqual([422, true]);
    expect(page).toContain(words.text.trim());
    expect((await service.thread()).count).toBe(1);
  });

  test("under an article whose comments are closed, by whomever", async () => {
    const service = await openService();
    const id = await write(service);
    const moderator = await signIn(service);
    const form = await formOf(moderator, id);
    await moderator.send("/desk/threads", [
      ["act", "close"],
      ["thread", "flur"],
    ]);
    const refused = await moderator.send(`/desk/comments/${id}/answer`, [
      ...form,
      ["text", "Danke."],
      ["name", "R"],
    ]);
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining("sind geschlossen"),
    ]);
    const asked = await (await moderator.get(`/desk/comments/${id}/answer`)).text();
    expect([asked.includes("sind geschlossen"), asked.includes("<textarea")]).toEqual([
      true,
      false,
    ]);
    expect((await service.thread()).count).toBe(1);
  });

  test("to what is not there, or was erased", async () => {
    const service = await openService();
    const id = await write(service);
    const moderator = await signIn(service);
    const form = await formOf(moderator, id);
    await service.store.erase(id);
    for (const wrong of [id, "x", "0".repeat(32)]) {
      expect((await moderator.get(`/desk/comments/${wrong}/answer`)).status).toBe(404);
      const sent = await moderator.send(`/desk/comments/${wrong}/answer`, [...form, ["text", "x"]]);
      expect(sent.status).toBe(404);
    }
  });
});

test("the same form sent again is the same answer", async () => {
  const service = await openService();
  const id = await write(service);
  const moderator = await signIn(service);
  const fields: [string, string][] = [
    ...(await formOf(moderator, id)),
    ["text", "Danke."],
    ["name", "R"],
  ];
  const sent = await Promise.all(
    [0, 1].map(() => moderator.send(`/desk/comments/${id}/answer`, fields)),
  );
  expect(sent.map(({ status }) => status)).toEqual([303, 303]);
  expect((await service.thread()).count).toBe(2);
  expect(await service.store.record({}, 9)).toHaveLength(1);
});

test("it comes from the desk's own page, of a moderator, and leads back to the desk only", async () => {
  const service = await openService();
  const id = await write(service);
  const moderator = await signIn(service);
  const form = await formOf(moderator, id);
  const foreign = { "Sec-Fetch-Site": "cross-site" };
  const path = `/desk/comments/${id}/answer`;
  const fields: [string, string][] = [...form, ["text", "Danke."], ["name", "R"]];
  expect((await moderator.send(path, fields, foreign)).status).toBe(403);
  const nobody = { method: "POST", headers: own, body: new URLSearchParams(fields) };
  expect((await service.ask(path, nobody)).status).toBe(303);
  expect((await service.thread()).count).toBe(1);
  for (const back of ["javascript:alert(1)", "https://evil.example/desk/", "//evil.example/"]) {
    const page = await (await moderator.get(`${path}?back=${encodeURIComponent(back)}`)).text();
    expect(page).not.toMatch(/="(?!\/desk\/)[^"]*(?:evil|javascript:)/u);
  }
});
