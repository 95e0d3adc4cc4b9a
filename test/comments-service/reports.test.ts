import { expect, test } from "vitest";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

async function withComment(
  env: Record<string, string> = {},
): Promise<{ service: TestService; id: string }> {
  const service = await openService({ env });
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

test("a report is kept and mailed to every moderator, with the commands that act on the comment", async () => {
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
    `npm run comments -- hide ${id}`,
    `npm run comments -- publish ${id}`,
    `npm run comments -- erase ${id}`,
    "> Kaufen Sie bei https: //spam.example",
  ])
    expect(text).toContain(part);
  expect((await service.thread()).comments[0]?.state).toBe("published");
});

test("each sender and each address counts once for a comment", async () => {
  const { service, id } = await withComment();
  await report(service, id, { email: "zeuge@mail.example" }, "192.0.2.7");
  await report(service, id, { reason: "other" }, "192.0.2.7");
  await report(service, id, { email: "Zeuge+1@mail.example" }, "198.51.100.9");
  expect(await toModerators(service)).toHaveLength(1);
  await report(service, id, {}, "198.51.100.9");
  expect(await toModerators(service)).toHaveLength(2);
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
  await service.store.hide(id);
  const ids = ["00000000000000000000000000000001", id, "x", "%00", "../threads"];
  for (const each of ids) expect((await report(service, each)).status).toBe(404);
});
