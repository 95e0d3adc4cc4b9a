import { describe, expect, test } from "vitest";
import { checks } from "../../comments-service/domain/checks/checks.ts";
import { settle } from "../../comments-service/acts/settle.ts";
import { moderate } from "./moderate.ts";
import { signIn } from "./readers.ts";
import { openService, tokenOf } from "./service.ts";
import type { TestService } from "./service.ts";

const MINUTE = 60_000;

/** Writes a comment at a person's pace, with every check in force, and confirms it. @returns the page that the reader sees. */
async function write(service: TestService, words: object = {}, took = MINUTE): Promise<string> {
  const challenge = await service.challenge();
  service.clock.now += took;
  const answer = await service.post({ challenge, ...words });
  if (answer.status !== 202) throw new Error(await answer.text());
  const letters = await service.letters();
  const link = letters.find(({ text }) => text.includes("/confirm?token="));
  return (await service.confirm(tokenOf(link))).text();
}

const held = (service: TestService) =>
  service.store.deskComments({ what: { queue: "held" }, after: null, most: 50 });

const toDesk = async (service: TestService) =>
  (await service.letters()).filter(({ to }) => to === "desk@magazine.example");

describe("what the checks find is held", () => {
  test.each<[string, object, number]>([
    ["honeypot", { website: "https://spam.example" }, MINUTE],
    ["too-quick", {}, 2000],
    ["links", { text: "https://a.example https://b.example https://c.example" }, MINUTE],
    ["blocked-words", { text: "Besuchen Sie das Casino." }, MINUTE],
    ["suspect-words", { text: "Was für ein Idiot." }, MINUTE],
  ])("for %s", async (name, words, took) => {
    const service = await openService({
      checks,
      env: { BLOCKED_WORDS: "casino", SUSPECT_WORDS: "Idiot" },
    });
    const page = await write(service, words, took);
    expect(page).toContain("Ihr Kommentar wird geprüft");
    expect(await service.thread()).toMatchObject({ count: 0, comments: [] });
    expect(await held(service)).toMatchObject([{ state: "held", heldFor: [name], number: null }]);
    const [entry] = await service.store.record({}, 9);
    expect(entry).toMatchObject({ who: "checks", act: "hold", became: "held", why: name });
    expect(await toDesk(service)).toHaveLength(1);
  });

  test("for a blocked address, its other spellings, and a blocked domain", async () => {
    const service = await openService({ checks });
    for (const value of ["ida@mail.example", "spam.example"])
      await service.store.block(
        { id: value, batch: value, by: "desk@magazine.example", why: "", act: "block", value },
        1,
      );
    const writers = ["Ida+1@mail.example", "x@spam.example", "x@www.spam.example"];
    for (const [index, email] of writers.entries()) {
      await write(service, { email, text: `Kommentar Nummer ${index} ist dieser.` });
      expect(await held(service)).toHaveLength(index + 1);
    }
    await write(service, { email: "x@notspam.example", text: "Ich bin jemand anderes." });
    expect((await service.thread()).count).toBe(1);
    const [letter] = await toDesk(service);
    expect(letter?.subject).toBe("Moderation: 3 neue Fälle in „Die Spalte“");
  });

  test("for words that somebody else has just written, and for a flood", async () => {
    const service = await openService({ checks });
    await write(service, { text: "Immer wieder dieselben Worte hier." });
    await write(service, { text: "Immer wieder dieselben Worte hier.", email: "b@mail.example" });
    expect(await held(service)).toMatchObject([{ heldFor: ["repeated-text"] }]);
    for (let i = 0; i < 5; i += 1)
      await write(service, { text: `Das ist mein Kommentar ${i}.`, email: "c@mail.example" });
    expect((await held(service)).map(({ heldFor }) => heldFor)).toEqual([
      ["repeated-text"],
      ["flood"],
    ]);
  });

  test("and the same page stands for a second click, without a second letter", async () => {
    const service = await openService({ checks, env: { MODERATION: "all" } });
    const page = await write(service);
    const link = (await service.letters()).find(({ text }) => text.includes("/confirm?token="));
    const again = await service.confirm(tokenOf(link));
    expect([again.status, await again.text()]).toEqual([200, page]);
    expect(await toDesk(service)).toHaveLength(1);
  });
});

test("MODERATION=first holds the first comment of an address, and no other once one stands", async () => {
  const service = await openService({ checks, env: { MODERATION: "first" } });
  await write(service);
  const [first] = await held(service);
  expect(first?.heldFor).toEqual(["first-comment"]);
  await moderate(service.store, "publish", first?.id ?? "", service.clock.now);
  expect((await service.thread()).comments).toMatchObject([{ number: 1, name: "Petra" }]);
  await write(service, { text: "Und noch ein zweiter Gedanke dazu." });
  expect((await service.thread()).count).toBe(2);
});

test("numbers are given at the publication, in its order and without a gap", async () => {
  const service = await openService({ checks, env: { MODERATION: "all" } });
  for (const name of ["Anna", "Ben", "Clara"])
    await write(service, { name, text: `${name} hat etwas zu sagen.` });
  const waiting = await held(service);
  const idOf = (name: string) => waiting.find((each) => each.name === name)?.id ?? "";
  await moderate(service.store, "publish", idOf("Clara"));
  await moderate(service.store, "reject", idOf("Ben"));
  await moderate(service.store, "publish", idOf("Anna"));
  const { comments } = await service.thread("flur", "?order=oldest");
  expect(comments.map(({ number, name }) => [number, name])).toEqual([
    [1, "Clara"],
    [2, "Anna"],
  ]);
});

test("a held comment may be answered by nobody and is nowhere to be read", async () => {
  const service = await openService({ checks, env: { MODERATION: "all" } });
  await write(service, { text: "Ein geheimer Satz." });
  const [comment] = await held(service);
  expect(comment?.text).toBe("Ein geheimer Satz.");
  const paths = ["/threads/flur", "/counts?thread=flur"];
  for (const path of paths) expect(await (await service.ask(path)).text()).not.toMatch(/geheim/u);
  const body = { reason: "spam", challenge: await service.challenge({ action: "report" }) };
  expect((await service.send(`/comments/${comment?.id}/reports`, body)).status).toBe(404);
});

test("the letter to each moderator says why, quotes, and has one link for each act", async () => {
  const service = await openService({
    checks,
    env: { MODERATION: "first", MODERATORS: "a@magazine.example, b@magazine.example" },
  });
  await write(service, { text: "Siehe https://a.example", name: "Petra" });
  const letters = (await service.letters()).filter(({ to }) => to.endsWith("@magazine.example"));
  expect(letters.map(({ to }) => to).toSorted()).toEqual([
    "a@magazine.example",
    "b@magazine.example",
  ]);
  const [first, second] = letters.map(({ text }) => linksOf(text));
  expect(first).toHaveLength(3);
  expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(6);
  expect(letters[0]?.subject).toBe("Zu prüfen: Kommentar zu „Über flur“");
  for (const part of ["- erster Kommentar dieser Adresse", "> Siehe https: //a. example", "/desk/"])
    expect(letters[0]?.text).toContain(part);
});

test("a reader's words can be no line of our letters", async () => {
  const service = await openService({ checks, env: { MODERATION: "all" } });
  const trick = "Hallo\n\nVeröffentlichen:\nhttps://comments.example/act?token=x";
  await write(service, { name: "Eve\r\nBcc: x@mail.example", text: trick });
  const [letter] = await toDesk(service);
  expect(letter?.text).toContain("> Veröffentlichen:\n> https: //comments. example/act?token=x");
  expect(letter?.subject).not.toMatch(/Eve/u);
});

describe("badges", () => {
  const env = {
    AUTHORS: "otto@mail.example,Ida@mail.example",
    MODERATORS: "desk@magazine.example",
  };
  const comment = {
    id: "x",
    thread: "flur",
    name: "Ida",
    text: "Ein Satz der Autorin selbst.",
    replyTo: null,
    isHoneypotFilled: false,
    openFor: null,
    state: "unconfirmed" as const,
  };

  test.each([
    ["ida@mail.example", true, "author"],
    ["DESK@magazine.example", true, "editor"],
    ["other@mail.example", true, null],
    ["ida@mail.example", false, null],
    ["desk@magazine.example", false, null],
  ])("%s, signed in: %s, has %s", async (email, signedIn, badge) => {
    const service = await openService({ checks, env });
    const settlement = await settle(service.service, { ...comment, email, signedIn });
    expect(settlement.badge).toBe(badge);
  });

  test("stand with the comment in the thread, and a guest under that address has none", async () => {
    const service = await openService({ env });
    await service.post({ email: "ida@mail.example" });
    const token = await service.token();
    const id = (
      await service.store.deskComments({
        what: { email: "IDA@mail.example" },
        after: null,
        most: 1,
      })
    )[0]?.id;
    expect(id).toBeDefined();
    await service.confirm(token);
    expect((await service.thread()).comments[0]?.badge).toBeNull();
  });

  test.each([
    ["ida@mail.example", "author"],
    ["desk@magazine.example", "editor"],
    ["other@mail.example", null],
  ])("stand in the thread beside a comment that %s writes signed in", async (email, badge) => {
    const service = await openService({ env });
    const token = await signIn(service, email);
    const headers = { Authorization: `Bearer ${token}` };
    expect((await service.post({ email, badge: "editor" }, { headers })).status).toBe(201);
    expect((await service.thread()).comments).toMatchObject([{ number: 1, badge }]);
  });

  test("of a signed-in reader whose comment the checks hold: nothing stands in the thread", async () => {
    const service = await openService({ checks, env: { ...env, MODERATION: "all" } });
    const token = await signIn(service, "other@mail.example");
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await service.post({ email: "other@mail.example" }, { headers });
    expect([answer.status, await answer.json()]).toEqual([202, { state: "held" }]);
    expect((await service.thread()).comments).toEqual([]);
    expect(await toDesk(service)).toHaveLength(1);
  });

  test("whoever has one is not checked", async () => {
    const service = await openService({ checks, env: { ...env, MODERATION: "all" } });
    const author = await settle(service.service, {
      ...comment,
      email: "ida@mail.example",
      signedIn: true,
    });
    const guest = await settle(service.service, {
      ...comment,
      email: "ida@mail.example",
      signedIn: false,
    });
    expect([author.state, guest.state]).toEqual(["published", "held"]);
  });
});

function linksOf(text: string): string[] {
  return [...text.matchAll(/^https:\/\/comments\.example\/act\?token=[0-9a-f]{64}$/gmu)].map(
    ([link]) => link,
  );
}
