import { describe, expect, test } from "vitest";
import { opener, showLetter } from "../../../comments-service/acts/tell-desk.ts";
import { DAY, HOUR, MINUTE } from "../../../comments-service/domain/times.ts";
import type { WaitingLetter } from "../../../comments-service/store/port/letters.ts";
import { decided, objectionIn, send, to } from "../giving-notice.ts";
import { moderator, openHolding, write } from "../http/desk/moderator.ts";
import { moderate } from "../moderate.ts";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";

/** The letter to the desk that waits. */
async function waiting({ store }: TestService): Promise<WaitingLetter> {
  const letters = await store.letters(99);
  const found = letters.find(({ subject }) => subject.startsWith("desk "));
  if (found === undefined) throw new Error("no letter to the desk waits");
  return found;
}

/** The letter to the desk as it leaves now; it is gone then. */
async function leave(service: TestService): Promise<string> {
  const letter = await waiting(service);
  const printed = await opener(service.service)(letter);
  if (printed === null || printed === "over") return String(printed);
  await service.store.letterSent(letter.id, service.clock.now);
  return printed.text;
}

async function report(service: TestService, id: string, peer: string, words: object = {}) {
  const challenge = await service.challenge({ action: "report" });
  const body = { reason: "insult", message: `Von ${peer}.`, challenge, ...words };
  expect((await service.send(`/comments/${id}/reports`, body, { peer })).status).toBe(202);
  service.clock.now += 1;
}

const peers = ["192.0.2.1", "198.51.100.1", "198.51.101.1", "203.0.113.1", "203.0.114.1"] as const;
const hides = (count: number) => ({ env: { REPORTS_TO_HIDE: String(count) } });

describe("a letter about reports", () => {
  test("shows three of them, the gravest first, and counts the others", async () => {
    const service = await openService(hides(9));
    const id = await write(service);
    const [grave, ...others] = peers;
    await report(service, id, grave, { reason: "illegal", message: "Eine Drohung." });
    for (const peer of others) await report(service, id, peer);
    const text = await leave(service);
    const shown = [...text.matchAll(/^> (Eine Drohung|Von [\d.]+)\.$/gmu)].map(([, said]) => said);
    expect(shown).toEqual(["Eine Drohung", "Von 203.0.114.1", "Von 203.0.113.1"]);
    expect(text).toContain("Dazu 2 weitere Meldungen.");
    expect(text).not.toContain("haben den Kommentar verborgen");
    expect(text).not.toContain("trotz der Meldungen");
  });

  test("tells only of those that have come since the last one, and counts the others", async () => {
    const service = await openService(hides(9));
    const id = await write(service);
    await report(service, id, peers[0]);
    expect(await leave(service)).toContain("> Von 192.0.2.1.");
    service.clock.now += 10 * MINUTE;
    await report(service, id, peers[1]);
    const text = await leave(service);
    expect(text).toContain("> Von 198.51.100.1.");
    expect(text).not.toContain("> Von 192.0.2.1.");
    expect(text).toContain("Dazu eine weitere Meldung.");
  });

  test("says that they have hidden the comment, and that more of them cannot", async () => {
    const service = await openService({ env: { REPORTS_TO_HIDE: "2", HIDES_PER_HOUR: "1" } });
    const [first, second] = [await write(service), await write(service, { text: "Zweitens." })];
    for (const id of [first, second])
      for (const peer of peers.slice(0, 2)) await report(service, id, peer);
    const { state } = (await service.store.comment(first)) ?? {};
    expect([state, (await service.store.comment(second))?.state]).toEqual(["hidden", "published"]);
    const [newer = "", older = ""] = (await leave(service)).split("-".repeat(40));
    expect(newer).toContain("Der Kommentar ist trotz der Meldungen weiter zu lesen");
    expect(older).toContain("Die Meldungen haben den Kommentar verborgen, bis Sie entscheiden.");
  });

  test("has a link to let the comment stand, one to hide it, and one to erase it", async () => {
    const service = await openService();
    await report(service, await write(service), peers[0]);
    const said = [...(await leave(service)).matchAll(/^(\S.*):\nhttps:\S+\/act\?/gmu)];
    expect(said.map(([, act]) => act)).toEqual([
      "Verbergen",
      "Stehen lassen",
      "Name, Adresse und Text löschen",
    ]);
  });
});

test("a letter about an objection gives its reasons, and leads to its page", async () => {
  const service = await openService();
  const id = await write(service, { text: "Sie sind ein Wicht." });
  const notified = await decided(service, id, "removed");
  for (const address of ["renate@mail.example", "petra@mail.example"]) {
    const token = objectionIn((await to(service, address))[0]?.text);
    await leave(service);
    service.clock.now += 10 * MINUTE;
    const [name] = address.split("@");
    await send(service, "/objections", { token, text: `Das sieht ${name} anders.` });
    const printed = await showLetter(service.service, await waiting(service));
    expect(printed?.subject).toBe("Einspruch zu einem Kommentar unter „Über flur“");
    expect(printed?.text).toContain(`> Das sieht ${name} anders.`);
    expect(printed?.text).toContain(`/desk/notices/${notified}`);
  }
});

describe("what goes while a letter is printed", () => {
  /** The store, in which something happens after it was asked what there is to tell. */
  function thenSomething(service: TestService, happens: () => Promise<unknown>): void {
    const { store } = service;
    const deskNews = store.deskNews.bind(store);
    store.deskNews = async (since, most) => {
      const news = await deskNews(since, most);
      await happens();
      return news;
    };
  }

  test("is told no more; what is left is", async () => {
    const service = await openHolding();
    const gone = await write(service, { text: "Das geht." });
    await write(service, { text: "Das bleibt." });
    thenSomething(service, () => moderate(service.store, "erase", gone, service.clock.now));
    const text = await leave(service);
    expect(text).toContain("> Das bleibt.");
    expect(text).not.toContain("Das geht.");
  });
});

describe("the last letter of a day", () => {
  const desk = { per: DAY, most: 2, pause: MINUTE };

  test("says so, and the one before it does not", async () => {
    const service = await openHolding({ limits: { desk } });
    const said = [];
    for (const hours of [0, 1, 24]) {
      service.clock.now += hours * HOUR;
      await write(service);
      said.push((await leave(service)).includes("für heute die letzte E-Mail"));
    }
    expect(said).toEqual([false, true, false]);
  });

  test("is not what the outbox shows, which knows nothing of the others", async () => {
    const service = await openHolding({ limits: { desk: { ...desk, most: 1 } } });
    await write(service);
    const letter = await waiting(service);
    const shown = await showLetter(service.service, letter);
    expect(shown).toMatchObject({ to: moderator, expires: null });
    expect(shown?.text).not.toContain("für heute die letzte");
    expect(await leave(service)).toContain("für heute die letzte");
  });
});

test("who is no moderator any more gets no letter that waits", async () => {
  const service = await openHolding();
  await write(service);
  service.service.settings.moderators = ["other@x.example"];
  expect(await leave(service)).toBe("over");
});
