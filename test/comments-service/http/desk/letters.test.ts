import { describe, expect, test } from "vitest";
import { opener } from "../../../../comments-service/acts/tell-desk.ts";
import { sendDueLetters } from "../../../../comments-service/mail/outbox.ts";
import type { Delivery, PostedLetter } from "../../../../comments-service/mail/mail.ts";
import { moderate } from "../../moderate.ts";
import { openReader } from "../../readers.ts";
import type { TestService } from "../../service.ts";
import { openHolding, own, write } from "./moderator.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const desk = "desk@magazine.example";

/** Sends what is due, as the loop does. @returns the letters to moderators. */
async function send(
  service: TestService,
  delivery: Delivery = { state: "sent" },
): Promise<PostedLetter[]> {
  const sent: PostedLetter[] = [];
  const { store, clock } = service;
  const mail = {
    async send(letter: PostedLetter) {
      sent.push(letter);
      return delivery;
    },
    close: async () => {},
  };
  const options = { store, mail, open: opener(service.service), clock: () => clock.now };
  while ((await sendDueLetters({ ...options, log: service.service.log })) > 0);
  return sent.filter(({ to }) => service.settings.moderators.includes(to));
}

/** Writes comments that are held, each under an address of its own. */
async function hold(service: TestService, count: number, name = "Nummer"): Promise<string[]> {
  const ids = [];
  for (let i = 0; i < count; i += 1) {
    const peer = `198.51.${Math.floor(i / 200)}.${i % 200}`;
    await service.publish(
      {
        text: `${name} ${i}.`,
        email: `${name}.${i}@mail${i % 7}.example`.toLowerCase().replaceAll(/[^a-z0-9.@]/gu, ""),
      },
      { peer },
    );
    const [newest] = await service.store.deskComments({
      what: { words: "" },
      after: null,
      most: 1,
    });
    ids.push(newest?.id ?? "");
    service.clock.now += 1000;
  }
  return ids;
}

async function report(service: TestService, id: string, peer: string): Promise<void> {
  const challenge = await service.challenge({ action: "report" });
  const body = { reason: "insult", message: `Von ${peer}.`, challenge };
  expect((await service.send(`/comments/${id}/reports`, body, { peer })).status).toBe(202);
}

async function notice(service: TestService, comment: string, reason: string): Promise<void> {
  const fields = { comment, reason, name: "Renate", email: "renate@mail.example", faith: "yes" };
  const init = { method: "POST", headers: own, body: new URLSearchParams(fields) };
  expect((await service.ask("/notices", init, "203.0.113.7")).status).toBe(200);
}

const unlimited = { comment: { sender: [], thread: [], site: [] } };

describe("letters to the desk are gathered", () => {
  test("the first leaves at once, then one for all that has come ten minutes after the last", async () => {
    const service = await openHolding({ limits: unlimited });
    await hold(service, 1, "Erstens");
    const [first, ...more] = await send(service);
    expect(more).toEqual([]);
    expect(first?.subject).toBe("Zu prüfen: Kommentar zu „Über flur“");
    const sentAt = service.clock.now;
    await hold(service, 5);
    service.clock.now = sentAt + 10 * MINUTE - 1;
    expect(await send(service)).toEqual([]);
    service.clock.now += 1;
    const [digest, ...others] = await send(service);
    expect(others).toEqual([]);
    expect(digest?.subject).toBe("Moderation: 5 neue Fälle in „Die Spalte“");
    // What the first told, this does not tell again.
    expect(digest?.text).not.toContain("Erstens");
    for (let i = 0; i < 5; i += 1) expect(digest?.text).toContain(`> Nummer ${i}.`);
    expect(digest?.text).toContain("insgesamt: 6 zu prüfen, 0 gemeldet, 0 als rechtswidrig");
    service.clock.now += DAY;
    expect(await send(service)).toEqual([]);
  });

  test("held comments, reports, notices and objections stand in one, notices first, each with its links", async () => {
    const service = await openHolding({ limits: unlimited });
    const [one = "", two = ""] = await hold(service, 2);
    await moderate(service.store, "publish", one, service.clock.now);
    await send(service);
    service.clock.now += HOUR;
    await notice(service, one, "Das ist üble Nachrede.");
    service.clock.now += 1;
    await report(service, one, "192.0.2.1");
    service.clock.now += 1;
    await hold(service, 1, "Neues");
    const [digest, ...others] = await send(service);
    expect(others).toEqual([]);
    expect(digest?.subject).toBe("Moderation: 3 neue Fälle in „Die Spalte“");
    const headings = [...(digest?.text ?? "").matchAll(/^\d+\. .*$/gmu)].map(([line]) => line);
    expect(headings).toEqual([
      "1. Rechtswidrig? Kommentar unter „Über flur“",
      "2. Zu prüfen: Kommentar zu „Über flur“",
      "3. Gemeldet: Kommentar 1 zu „Über flur“",
    ]);
    expect(digest?.text).not.toContain(two);
    const links = [...(digest?.text ?? "").matchAll(/\/act\?token=[0-9a-f]{64}$/gmu)];
    expect(links).toHaveLength(6);
    const [[publish = ""] = []] = links;
    expect(await (await service.ask(publish)).text()).toContain("Neues 0.");
    const token = publish.split("=")[1] ?? "";
    const form = { method: "POST", headers: own, body: new URLSearchParams({ token }) };
    expect((await service.ask("/act", form)).status).toBe(200);
    expect((await service.thread()).count).toBe(2);
  });

  test("a long one shows ten and counts the others", async () => {
    const service = await openHolding({ limits: unlimited });
    await hold(service, 1, "Erstens");
    await send(service);
    await hold(service, 47);
    service.clock.now += 10 * MINUTE;
    const [digest] = await send(service);
    expect(digest?.subject).toBe("Moderation: 47 neue Fälle in „Die Spalte“");
    expect(digest?.text.match(/\/act\?token=/gu)).toHaveLength(30);
    expect(digest?.text).toContain("Und 37 weitere Fälle in der Moderation.");
  });

  test("what was decided meanwhile is told no more, and no letter leaves for nothing", async () => {
    const service = await openHolding({ limits: unlimited });
    await hold(service, 1, "Erstens");
    await send(service);
    const [one = "", two = "", three = ""] = await hold(service, 3);
    await moderate(service.store, "publish", one, service.clock.now);
    await moderate(service.store, "erase", two, service.clock.now);
    service.clock.now += 10 * MINUTE;
    const [only] = await send(service);
    expect(only?.subject).toBe("Zu prüfen: Kommentar zu „Über flur“");
    expect(only?.text).toContain(three);
    const [four = ""] = await hold(service, 1, "Viertens");
    await moderate(service.store, "reject", four, service.clock.now);
    service.clock.now += 10 * MINUTE;
    expect(await send(service)).toEqual([]);
    expect(service.log).toEqual([]);
    // It took nobody's turn.
    await hold(service, 1, "Fünftens");
    expect(await send(service)).toHaveLength(1);
  });

  test("what comes while one is under way is told by the next", async () => {
    const service = await openHolding({ limits: unlimited });
    await hold(service, 1, "Erstens");
    const { now } = service.clock;
    const claimed = await service.store.claimLetters(9, now, now + HOUR);
    const first = claimed.find(({ subject }) => subject.startsWith("desk "));
    await hold(service, 1, "Zweitens");
    await service.store.letterSent(first?.id ?? "", service.clock.now);
    expect(await send(service)).toEqual([]);
    service.clock.now += 10 * MINUTE;
    const [next] = await send(service);
    expect(next?.text).toContain("Zweitens");
    expect(next?.text).not.toContain("Erstens");
  });

  test("one that a mail server has put off tells what waits when it leaves, once", async () => {
    const service = await openHolding({ limits: unlimited });
    const [one = ""] = await hold(service, 1, "Erstens");
    const later: Delivery = { state: "later", of: "all", reason: "away" };
    const [failed] = await send(service, later);
    expect(failed?.text).toContain("Erstens");
    await moderate(service.store, "erase", one, service.clock.now);
    await hold(service, 2, "Danach");
    service.clock.now += HOUR;
    const [sent, ...others] = await send(service);
    expect(others).toEqual([]);
    expect(sent?.text).not.toContain("Erstens");
    expect(sent?.text).toContain("Danach 0.");
    expect(sent?.text).toContain("Danach 1.");
  });

  test("the same letter printed again has the same links", async () => {
    const service = await openHolding();
    await write(service);
    const linksOf = (letters: { to: string; text: string }[]) =>
      [...(letters.find(({ to }) => to === desk)?.text ?? "").matchAll(/token=\w+$/gmu)].flat();
    const shown = linksOf(await service.letters());
    expect(shown).toHaveLength(3);
    expect(linksOf(await send(service, { state: "later", of: "all", reason: "away" }))).toEqual(
      shown,
    );
    service.clock.now += HOUR;
    expect(linksOf(await send(service))).toEqual(shown);
  });

  test("many at the same moment ask for one letter to each moderator", async () => {
    const service = await openHolding({
      limits: unlimited,
      env: { MODERATORS: "a@x.example, b@y.example" },
    });
    const posts = [];
    for (let i = 0; i < 20; i += 1) {
      await service.post({ text: `Nummer ${i}.`, email: `n${i}@mail.example` });
      posts.push(await service.token());
      service.clock.now += 1;
    }
    await Promise.all(posts.map((token) => service.confirm(token)));
    const letters = await send(service);
    expect(letters.map(({ to }) => to).toSorted()).toEqual(["a@x.example", "b@y.example"]);
    for (const { subject } of letters) expect(subject).toContain("20 neue Fälle");
  });

  test("who is no moderator any more gets none that waits", async () => {
    const service = await openHolding();
    await write(service);
    service.service.settings.moderators = ["other@x.example"];
    expect(await send(service)).toEqual([]);
  });
});

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
