import { describe, expect, test } from "vitest";
import { cleaningTimes } from "../../comments-service/domain/retention.ts";
import { comment, openService, tokenOf } from "./service.ts";
import type { TestService } from "./service.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const victim = "ida@firma.example";

/** Sends all letters that are due. @returns how many. */
async function due({ store, clock }: TestService): Promise<number> {
  const letters = await store.claimLetters(1000, clock.now, clock.now + 300_000);
  for (const { id } of letters) await store.letterSent(id, clock.now);
  return letters.length;
}

async function flood(
  service: TestService,
  senders: number,
  each: number,
  email: (i: number) => string = () => victim,
) {
  for (let i = 0; i < senders * each; i += 1) {
    const peer = `198.51.100.${Math.floor(i / each)}`;
    expect((await service.post({ email: email(i) }, { peer })).status).toBe(202);
  }
}

describe("nobody can silence an address by having letters sent to it", () => {
  test("one who asks for many gets three of the mailbox's turns; the others' letters go out at once", async () => {
    const service = await openService();
    await flood(service, 3, 9);
    expect(await due(service)).toBe(9);
    await service.post({ email: victim }, { peer: "192.0.2.1" });
    expect(await due(service)).toBe(1);
  });

  test("what waits goes out later, and no more of it than the mailbox's share a day", async () => {
    const service = await openService();
    await flood(service, 3, 9);
    await due(service);
    const days = [];
    for (let day = 0; day < 3; day += 1) {
      service.clock.now = Math.floor(service.clock.now / DAY) * DAY + DAY;
      days.push(await due(service));
    }
    expect(days).toEqual([12, 6, 0]);
  });

  test("a letter that has to wait carries a link that works then, and its comment waits with it", async () => {
    const service = await openService();
    await flood(service, 20, 3);
    await service.post({ email: victim, text: "Von mir selbst" });
    const [letter] = await service.letters();
    const token = tokenOf(letter);
    expect(letter?.text).toContain("Von mir selbst");
    // The 61st letter to this mailbox: five days later, at midnight.
    const turn = Math.floor(service.clock.now / DAY) * DAY + 5 * DAY;
    expect(letter?.expires).toBe(turn + 2 * DAY);
    service.clock.now = turn + 47 * HOUR;
    await service.store.clean(cleaningTimes(service.clock.now), 1000);
    expect((await service.confirm(token)).status).toBe(200);
    expect((await service.thread()).comments).toMatchObject([{ text: "Von mir selbst" }]);
  });

  test("a comment without a working link does not stay for longer than three days", async () => {
    const service = await openService();
    await flood(service, 1, 9);
    service.clock.now += 5 * DAY;
    await service.store.clean(cleaningTimes(service.clock.now), 1000);
    const [letter] = await service.letters();
    expect(letter).toBeUndefined();
  });
});

describe("nobody can bury a domain under letters", () => {
  const limits = { domain: { per: DAY, most: 4 } };

  test("after its share, letters to its many addresses wait for the next day", async () => {
    const service = await openService({ limits });
    await flood(service, 3, 2, (i) => `jemand${i}@firma.example`);
    expect(await due(service)).toBe(4);
    service.clock.now = Math.floor(service.clock.now / DAY) * DAY + DAY;
    expect(await due(service)).toBe(2);
  });

  test("those of large providers have no such share", async () => {
    const service = await openService({ limits });
    await flood(service, 3, 2, (i) => `jemand${i}@web.de`);
    expect(await due(service)).toBe(6);
  });
});

test("one Gmail mailbox has one share, with or without dots and under both names", async () => {
  const service = await openService({ limits: { mailbox: { per: DAY, most: 2 } } });
  const spellings = ["ida.b@gmail.com", "i.d.a.b@gmail.com", "idab+x@googlemail.com"];
  await flood(service, 3, 1, (i) => spellings[i] ?? "");
  expect(await due(service)).toBe(2);
});

test("a second link for a comment ends when the comment is deleted", async () => {
  const service = await openService();
  const challenge = await service.challenge();
  await service.send("/threads/flur/comments", { ...comment, challenge });
  const asked = service.clock.now;
  service.clock.now += 60 * HOUR;
  await service.send("/confirm/again", { challenge });
  const [again] = await service.letters();
  expect(again?.expires).toBe(asked + 72 * HOUR);
});
