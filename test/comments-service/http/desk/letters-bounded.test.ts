import { describe, expect, test } from "vitest";
import { moderate } from "../../moderate.ts";
import { openReader } from "../../readers.ts";
import { openHolding } from "./moderator.ts";

import { hold, report, send, unlimited } from "./desk-letters.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("a moderator gets a bounded number of letters a day", () => {
  test("over all queues together, and the last one says that more waits at the desk", async () => {
    const service = await openHolding({ limits: unlimited });
    service.clock.now = Math.ceil(service.clock.now / DAY) * DAY;
    const [id = ""] = await hold(service, 1, "Erstens");
    await moderate(service.store, "publish", id, service.clock.now);
    const sent = [];
    const dayOf = Math.floor(service.clock.now / DAY);
    for (let i = 0; Math.floor(service.clock.now / DAY) === dayOf; i += 1) {
      await (i % 2 === 0 ? hold(service, 1, `Runde ${i}`) : report(service, id, `192.0.${i}.1`));
      sent.push(...(await send(service)));
      service.clock.now += 10 * MINUTE;
    }
    expect(sent).toHaveLength(24);
    const last = sent.map(({ text }) => text.includes("für heute die letzte E-Mail"));
    expect(last.indexOf(true)).toBe(23);
    // What came after that is told on the next day.
    const [morning, ...others] = await send(service);
    expect(others).toEqual([]);
    expect(Number(/(\d+) neue Fälle/u.exec(morning?.subject ?? "")?.[1])).toBeGreaterThan(50);
  });

  test("each moderator has a number of his own, and one mailbox under two spellings has one", async () => {
    const service = await openHolding({
      limits: { ...unlimited, desk: { per: DAY, most: 2, pause: MINUTE } },
      env: { MODERATORS: "a@x.example, A+desk@x.example, b@x.example" },
    });
    const sent = [];
    for (let i = 0; i < 4; i += 1) {
      await hold(service, 1, `Runde ${i}`);
      sent.push(...(await send(service)));
      service.clock.now += MINUTE;
    }
    expect(sent.map(({ to }) => to).toSorted()).toEqual([
      "a@x.example",
      "a@x.example",
      "b@x.example",
      "b@x.example",
    ]);
  });
});

describe("an account's comments are counted", () => {
  test("whatever networks they come from", async () => {
    const service = await openHolding();
    const { headers } = await openReader(service);
    const statuses = [];
    for (let i = 0; i < 200; i += 1) {
      const peer = `198.51.${i}.1`;
      statuses.push((await service.post({ text: `Nummer ${i}.` }, { peer, headers })).status);
    }
    expect(statuses.filter((status) => status === 202)).toHaveLength(10);
    expect(new Set(statuses.slice(10))).toEqual(new Set([429]));
    expect(await send(service)).toHaveLength(1);
    const refused = await service.post({ text: "Noch einer." }, { headers });
    const wait = Number(refused.headers.get("Retry-After"));
    service.clock.now += wait * 1000;
    expect((await service.post({ text: "Später." }, { headers })).status).toBe(202);
  });

  test("also when they come at the same moment, and under other spellings of the address", async () => {
    const service = await openHolding();
    const readers = await Promise.all([
      openReader(service, "petra@mail.example"),
      openReader(service, "Petra+x@mail.example"),
    ]);
    const challenges = await Promise.all(Array.from({ length: 40 }, () => service.challenge()));
    const answers = await Promise.all(
      challenges.map((challenge, i) =>
        service.post(
          { text: `Nummer ${i}.`, challenge },
          { peer: `198.51.${i}.1`, headers: readers[i % 2]?.headers ?? {} },
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(10);
  });

  test("a guest's when they are confirmed: over the cap the link waits, and works later", async () => {
    const account = [{ per: HOUR, most: 2 }];
    const service = await openHolding({
      limits: { comment: { sender: [], thread: [], site: [], account } },
    });
    const tokens = [];
    for (let i = 0; i < 3; i += 1) {
      await service.post({ text: `Nummer ${i}.` });
      tokens.push(await service.token());
      service.clock.now += 1;
    }
    const [one = "", two = "", three = ""] = tokens;
    for (const token of [one, two, one, two])
      expect((await service.confirm(token)).status).toBe(200);
    const refused = await service.confirm(three);
    expect([refused.status, await refused.text()]).toEqual([
      429,
      expect.stringContaining("Bitte etwas später"),
    ]);
    const wait = Number(refused.headers.get("Retry-After"));
    expect(wait).toBeGreaterThan(0);
    service.clock.now += wait * 1000;
    expect((await service.confirm(three)).status).toBe(200);
  });

  test("what strangers write under an address takes nothing of its owner's share", async () => {
    const account = [{ per: HOUR, most: 1 }];
    const service = await openHolding({
      limits: { comment: { sender: [], thread: [], site: [], account } },
    });
    const { headers, email } = await openReader(service);
    for (let i = 0; i < 5; i += 1)
      await service.post({ text: `Nummer ${i}.`, email }, { peer: `198.51.${i}.1` });
    expect((await service.post({ text: "Von mir." }, { headers })).status).toBe(202);
  });
});
