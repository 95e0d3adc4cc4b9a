import { describe, expect, test } from "vitest";
import type { defaultLimits } from "../../comments-service/domain/rates.ts";
import { cleaningTimes } from "../../comments-service/domain/retention.ts";
import { rowsOf } from "./rows.ts";
import { openService, tokenOf } from "./service.ts";
import type { TestService } from "./service.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const many = [{ per: HOUR, most: 1000 }];

const postTimes = async (
  service: TestService,
  times: number,
  words: (i: number) => object,
  more?: { peer?: string; headers?: Record<string, string>; thread?: string },
) => {
  const statuses: number[] = [];
  for (let i = 0; i < times; i += 1) statuses.push((await service.post(words(i), more)).status);
  return statuses;
};
const fresh = (i: number) => ({ email: `reader${i}@mail.example` });
const comment = (caps: Partial<typeof defaultLimits.comment>) => ({
  comment: { sender: many, thread: many, site: many, ...caps },
});

describe("over a cap", () => {
  test.each([
    ["of the sender", comment({ sender: [{ per: HOUR, most: 3 }] })],
    ["of the sender's wider network", comment({ sender56: [{ per: HOUR, most: 3 }] })],
    ["of the one around that", comment({ sender48: [{ per: HOUR, most: 3 }] })],
  ])("%s a post is 429 with a time to come back, and works then", async (_, limits) => {
    const service = await openService({ limits });
    service.clock.now += 1000;
    expect(await postTimes(service, 3, fresh)).toEqual([202, 202, 202]);
    const refused = await service.post(fresh(4));
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get("Retry-After"));
    expect(seconds).toBe((HOUR - (service.clock.now % HOUR)) / 1000);
    expect(await service.letters()).toHaveLength(3);
    service.clock.now += seconds * 1000;
    expect((await service.post(fresh(5))).status).toBe(202);
  });

  test.each([
    ["thread", comment({ thread: [{ per: HOUR, most: 3 }] })],
    ["site", comment({ site: [{ per: HOUR, most: 3 }] })],
  ])("of the %s nobody is refused, and the letters wait their turn", async (_, limits) => {
    const service = await openService({ limits });
    expect(await postTimes(service, 5, fresh)).toEqual([202, 202, 202, 202, 202]);
    expect(await claimed(service)).toHaveLength(3);
    service.clock.now = Math.ceil((service.clock.now + 1) / HOUR) * HOUR;
    expect(await claimed(service)).toHaveLength(2);
  });

  test("many posts at the same moment do not slip through", async () => {
    const service = await openService({ limits: comment({ sender: [{ per: HOUR, most: 5 }] }) });
    const challenges = await Promise.all(Array.from({ length: 30 }, () => service.challenge()));
    const posts = challenges.map((challenge, i) => service.post({ ...fresh(i), challenge }));
    const statuses = (await Promise.all(posts)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  });

  test("a refused post may be sent again later with the same challenge", async () => {
    const service = await openService({ limits: comment({ sender: [{ per: 60_000, most: 1 }] }) });
    await service.post(fresh(1));
    const challenge = await service.challenge();
    expect((await service.post({ ...fresh(2), challenge })).status).toBe(429);
    service.clock.now += 60_000;
    expect((await service.post({ ...fresh(2), challenge })).status).toBe(202);
  });

  test("of one mailbox the answer is the same and the letter waits", async () => {
    const strangers = { most: 2, forPurpose: 0, forNetworks: 0, known: 0, waiting: 2 };
    const service = await openService({ limits: { strangers } });
    const spellings = [
      "ida@mail.example",
      "Ida@mail.example",
      "ida+x@mail.example",
      "IDA@MAIL.EXAMPLE",
      "ida+y@mail.example",
    ];
    for (const [i, email] of spellings.entries())
      expect((await service.post({ email }, { peer: `192.0.${i}.2` })).status).toBe(202);
    const due = async () => (await claimed(service, 1)).length;
    expect(await due()).toBe(2);
    const midnight = Math.ceil(service.clock.now / DAY) * DAY;
    service.clock.now = midnight;
    expect(await due()).toBe(4);
    service.clock.now = midnight + DAY;
    expect(await due()).toBe(5);
  });
});

/** Takes all letters that are due, for so many milliseconds. */
const claimed = (service: TestService, time = 2 * HOUR) =>
  service.store.claimLetters(100, service.clock.now, service.clock.now + time);

describe("a sender", () => {
  const limits = comment({ sender: [{ per: HOUR, most: 2 }] });

  test("is the connection's address; a forged X-Forwarded-For does nothing", async () => {
    const service = await openService({ limits });
    const statuses = [];
    for (let i = 0; i < 3; i += 1)
      statuses.push(
        ...(await postTimes(service, 1, () => fresh(i), {
          headers: { "X-Forwarded-For": `203.0.113.${i}` },
        })),
      );
    expect(statuses).toEqual([202, 202, 429]);
  });

  test("behind a configured proxy is whom that names, not whom the reader names", async () => {
    const service = await openService({ limits, env: { TRUSTED_PROXIES: "10.0.0.0/8" } });
    const through = (forwarded: string, i: number) =>
      postTimes(service, 1, () => fresh(i), {
        peer: "10.1.2.3",
        headers: { "X-Forwarded-For": forwarded },
      });
    expect(await through("198.51.100.1", 0)).toEqual([202]);
    expect(await through("1.1.1.1, 198.51.100.1", 1)).toEqual([202]);
    expect(await through("2.2.2.2, 198.51.100.1, 10.9.9.9", 2)).toEqual([429]);
    expect(await through("198.51.100.2", 3)).toEqual([202]);
  });

  test("of IPv6 is a household's network, not one of its many addresses", async () => {
    const service = await openService({ limits });
    const from = (peer: string, i: number) => postTimes(service, 1, () => fresh(i), { peer });
    expect(await from("2001:db8:1:2::1", 0)).toEqual([202]);
    expect(await from("2001:db8:1:2:ffff::9", 1)).toEqual([202]);
    expect(await from("2001:db8:1:2:abcd:1:2:3", 2)).toEqual([429]);
    expect(await from("2001:db8:1:3::1", 3)).toEqual([202]);
  });

  test("is kept only as a hash under a key of the day, which is deleted", async () => {
    const service = await openService();
    await service.post(fresh(1), { peer: "203.0.113.77" });
    service.clock.now += DAY;
    await service.post(fresh(2), { peer: "203.0.113.77" });
    const keys = (await rowsOf(service.database, "counter"))
      .map(({ key }) => key)
      .filter((key) => key.startsWith("comment sender "));
    const days = async () =>
      (await rowsOf(service.database, "secret_key")).filter(({ name }) => name.startsWith("day "))
        .length;
    expect(new Set(keys.map((key) => key.split(" ")[2])).size).toBe(2);
    expect(JSON.stringify(keys)).not.toContain("203.0.113");
    expect(await days()).toBe(2);
    const before = service.clock.now + 1;
    await service.store.clean({ ...cleaningTimes(0), senders: before }, 100);
    expect(await days()).toBe(0);
  });
});

test("reports have caps of their own", async () => {
  const service = await openService({
    limits: { report: { sender: [{ per: HOUR, most: 1 }], thread: many, site: many } },
  });
  for (let i = 0; i < 2; i += 1) await service.publish(fresh(i));
  const statuses = [];
  for (const { id } of (await service.thread()).comments) {
    const challenge = await service.challenge({ action: "report" });
    const answer = await service.send(`/comments/${id}/reports`, { reason: "spam", challenge });
    statuses.push([answer.status, answer.headers.has("Retry-After")]);
  }
  expect(statuses).toEqual([
    [202, false],
    [429, true],
  ]);
  expect((await service.post(fresh(3))).status).toBe(202);
});

test("using somebody's address changes nothing of theirs", async () => {
  const service = await openService();
  await service.publish({ name: "Ida", email: "ida@mail.example" });
  const before = await service.thread();
  await service.post({ name: "Nicht Ida", email: "ida@mail.example" });
  expect(await service.thread()).toEqual(before);
  const [letter] = await service.letters();
  expect(letter?.to).toBe("ida@mail.example");
  expect(tokenOf(letter)).toMatch(/^[0-9a-f]{76}$/u);
});
