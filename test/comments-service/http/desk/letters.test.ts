import { describe, expect, test } from "vitest";
import type { Delivery } from "../../../../comments-service/mail/mail.ts";
import { moderate } from "../../moderate.ts";
import { openHolding, own, write } from "./moderator.ts";

import { hold, notice, report, send, unlimited } from "./desk-letters.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const desk = "desk@magazine.example";

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
