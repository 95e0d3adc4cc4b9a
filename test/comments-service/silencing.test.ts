import { describe, expect, test } from "vitest";
import { moderate } from "../../comments-service/acts/moderate.ts";
import { cleaningTimes } from "../../comments-service/domain/retention.ts";
import type { Letter } from "../../comments-service/mail/mail.ts";
import { askAt, doors, networkOf, sendDue, sendForm } from "./asking.ts";
import { comment, openService, tokenOf } from "./service.ts";
import type { TestService } from "./service.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const victim = "ida@firma.example";

/** Posts under an address, so many times from each of so many networks. */
async function flood(
  service: TestService,
  networks: number,
  each: number,
  email: (i: number) => string = () => victim,
) {
  for (let i = 0; i < networks * each; i += 1) {
    const peer = networkOf(Math.floor(i / each));
    expect((await service.post({ email: email(i) }, { peer })).status).toBe(202);
  }
}

const nextDay = ({ clock }: TestService) =>
  void (clock.now = Math.floor(clock.now / DAY) * DAY + DAY);

describe("nobody can silence an address by having letters sent to it", () => {
  test("one who asks for many gets four of the mailbox's letters; others' go out at once", async () => {
    const service = await openService();
    await flood(service, 4, 9);
    expect(await sendDue(service)).toBe(7);
    await service.post({ email: victim }, { peer: "192.0.2.1" });
    expect(await sendDue(service)).toBe(1);
  });

  test("what waits goes out on the next three days, two a day; more than that goes to nobody", async () => {
    const service = await openService();
    await flood(service, 3, 9);
    await sendDue(service);
    const days = [];
    for (let day = 0; day < 5; day += 1) {
      nextDay(service);
      days.push(await sendDue(service));
    }
    expect(days).toEqual([2, 2, 2, 0, 0]);
  });

  test("a letter that has to wait carries a link that works then, and its comment waits with it", async () => {
    const service = await openService();
    await flood(service, 1, 4);
    await service.post({ email: victim, text: "Von mir selbst" }, { peer: networkOf(0) });
    const [letter] = await service.letters();
    const token = tokenOf(letter);
    expect(letter?.text).toContain("Von mir selbst");
    const turn = Math.floor(service.clock.now / DAY) * DAY + DAY;
    expect(letter?.expires).toBe(turn + 2 * DAY);
    service.clock.now = turn + 47 * HOUR;
    await service.store.clean(cleaningTimes(service.clock.now), 1000);
    expect((await service.confirm(token)).status).toBe(200);
    expect((await service.thread()).comments).toMatchObject([{ text: "Von mir selbst" }]);
  });

  test("a comment without a working link does not stay for longer than three days", async () => {
    const service = await openService();
    await flood(service, 1, 9);
    expect(await service.letters()).not.toEqual([]);
    service.clock.now += 5 * DAY;
    await service.store.clean(cleaningTimes(service.clock.now), 1000);
    expect(await service.letters()).toEqual([]);
  });

  test("who has confirmed one of his comments in a network gets more letters there", async () => {
    const service = await openService();
    await service.publish({ email: victim });
    await flood(service, 40, 1);
    await sendDue(service);
    for (let i = 0; i < 6; i += 1) await service.post({ email: victim });
    expect(await sendDue(service)).toBe(6);
  });

  test("nor one of a provider, by inventing addresses there", async () => {
    const service = await openService();
    await flood(service, 130, 1, (i) => `erfunden${i}@vodafone.example`);
    expect(await sendDue(service)).toBe(130);
    await service.post({ email: victim });
    expect(await sendDue(service)).toBe(1);
  });
});

describe("a mailbox gets twelve letters a day at most that it has not asked for", () => {
  test.each([
    ["a reader's", "desk@magazine.example"],
    ["a moderator's", victim],
  ])(
    "%s, whatever many networks do at all places, today and on the days after",
    async (_, MODERATORS) => {
      const service = await openService({ env: { MODERATORS } });
      const number = await service.publish({ email: "autor@mail.example" });
      expect(number).toBe(1);
      const [{ id: comment } = { id: "" }] = (await service.thread()).comments;
      await sendDue(service);
      // What the desk is told of notices has a bound of its own.
      const isVictims = ({ to, text }: Letter) => to === victim && !text.includes("/desk/");
      const toVictim = async () => {
        const letters = await service.letters();
        const waiting = letters.filter(isVictims).length;
        await sendDue(service);
        return waiting - (await service.letters()).filter(isVictims).length;
      };
      const days = [];
      for (let day = 0; day < 7; day += 1) {
        const networks = day < 3 ? 25 : 0;
        for (let network = 0; network < networks; network += 1) {
          const peer = networkOf(network);
          for (const door of doors) await askAt(service, door, victim, peer);
          await service.post({ email: victim }, { peer });
          const faith = { name: "V", email: victim, reason: "Das ist strafbar.", faith: "yes" };
          await sendForm(service, "/notices", { comment, ...faith }, peer);
        }
        days.push(await toVictim());
        nextDay(service);
      }
      // Two of the third day's wait for the fourth, and so on.
      expect(days).toEqual([12, 12, 12, 2, 2, 2, 0]);
    },
  );
});

describe("a mailbox gets twelve letters a day at most that it has asked for", () => {
  const limits = { comment: { sender: [], thread: [], site: [] } };

  async function followed() {
    const service = await openService({ limits });
    await service.publish({ email: victim, notify: "thread" });
    const [{ id } = { id: "" }] = (await service.thread()).comments;
    await sendDue(service);
    const write = async (count: number) => {
      for (let i = 0; i < count; i += 1) {
        const words = { email: `wer${i}@mail.example`, text: `Wort ${i} am ${service.clock.now}` };
        await service.publish(words, { peer: networkOf(i) });
      }
    };
    const hide = () =>
      moderate(service.service, {
        act: "hide",
        comment: id,
        by: "desk@magazine.example",
        reason: "insult",
        note: "",
        lastEditRead: null,
      });
    return { service, write, hide };
  }

  /** What goes to the victim now: notifications, and other letters. */
  async function sent(service: TestService): Promise<[number, number]> {
    const count = async () => {
      const letters = (await service.letters()).filter(({ to }) => to === victim);
      const news = letters.filter(({ unsubscribe }) => unsubscribe !== undefined).length;
      return [news, letters.length - news] as const;
    };
    const before = await count();
    await sendDue(service);
    const after = await count();
    return [before[0] - after[0], before[1] - after[1]];
  }

  test("whatever many write for days where it follows; what is news no more is not told", async () => {
    const { service, write } = await followed();
    const days = [];
    for (const count of [35, 4, 0, 0, 0]) {
      await write(count);
      days.push((await sent(service))[0]);
      nextDay(service);
    }
    expect(days).toEqual([10, 10, 10, 4, 0]);
  });

  test("fewer than these all go out, at once", async () => {
    const { service, write } = await followed();
    await write(10);
    expect(await sent(service)).toEqual([10, 0]);
  });

  test("and what was decided about its own words is told at once all the same", async () => {
    const { service, write, hide } = await followed();
    await write(20);
    expect(await hide()).toBe(true);
    service.clock.now += HOUR;
    expect(await sent(service)).toEqual([10, 1]);
  });
});

describe("whether a letter may be late", () => {
  const answer = async (asked: Promise<Response>) =>
    ((await (await asked).json()) as { late?: true }).late ?? false;

  test("is said by what the sender has asked for, and not by the address", async () => {
    const service = await openService();
    await flood(service, 40, 1);
    const told = async (peer: string, email: (i: number) => string) => {
      const said = [];
      for (let i = 0; i < 6; i += 1)
        said.push(await answer(service.post({ email: email(i) }, { peer })));
      return said;
    };
    const expected = [false, false, false, false, true, true];
    expect(await told("203.0.113.1", () => victim)).toEqual(expected);
    expect(await told("203.0.114.1", (i) => `neu${i}@mail.example`)).toEqual(expected);
  });

  test("is said by what the site has to do", async () => {
    const site = [{ per: DAY, most: 2 }];
    const comment = { sender: [], thread: [], site };
    const service = await openService({ limits: { comment, signIn: { sender: [], site } } });
    const said = [];
    for (let i = 0; i < 3; i += 1)
      said.push([
        await answer(service.post({ email: `a${i}@x.example` })),
        await answer(askAt(service, "/sessions", `a${i}@x.example`, "192.0.2.1")),
      ]);
    expect(said).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
  });

  test("is said at /mine, too", async () => {
    const service = await openService();
    const said = [];
    for (let i = 0; i < 5; i += 1) {
      const page = await askAt(service, "/mine", `a${i}@x.example`, "192.0.2.1");
      said.push((await page.text()).includes("morgen noch einmal"));
    }
    expect(said).toEqual([false, false, false, false, true]);
  });
});

test("one Gmail mailbox has one share, with or without dots and under both names", async () => {
  const service = await openService({
    limits: { strangers: { most: 2, forPurpose: 0, forNetworks: 0, known: 0, waiting: 0 } },
  });
  const spellings = ["ida.b@gmail.com", "i.d.a.b@gmail.com", "idab+x@googlemail.com"];
  await flood(service, 3, 1, (i) => spellings[i] ?? "");
  expect(await sendDue(service)).toBe(2);
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
