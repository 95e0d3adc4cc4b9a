import { describe, expect, test } from "vitest";
import type { Check } from "../../comments-service/domain/checks/check.ts";
import { moderate } from "../../comments-service/acts/moderate.ts";
import { tellOfDecision } from "../../comments-service/acts/tell.ts";
import { cleaningTimes } from "../../comments-service/domain/retention.ts";
import { sql } from "../../comments-service/store/sql/statement.ts";
import { DAY } from "../../comments-service/domain/times.ts";
import type { Letter } from "../../comments-service/mail/mail.ts";
import { openLetter } from "../../comments-service/mail/sealed-letter.ts";
import { openReader } from "./readers.ts";
import { rowsOf } from "./rows.ts";
import { openService, secret } from "./service.ts";
import type { TestService } from "./service.ts";

/** Holds whatever has the word `Pillen`. */
const pills: Check = {
  name: "pills",
  holds: ({ text }) => text.includes("Pillen"),
};

const petra = "petra@mail.example";
const jens = { email: "jens@mail.example", name: "Jens", text: "Das kenne ich." };

/** Letters about new comments, oldest first: to whom, and what their subject is. */
async function told(service: TestService): Promise<Letter[]> {
  const letters = await service.letters();
  return letters.filter(({ unsubscribe }) => unsubscribe !== undefined).toReversed();
}

const tellings = async (service: TestService) =>
  (await told(service)).map(({ to, subject }) => [to, subject]);

const pathOf = (letter: Letter | undefined) => {
  const { pathname, search } = new URL(letter?.unsubscribe ?? "");
  return pathname + search;
};

describe("who asked for it is told by mail", () => {
  test("of replies to the comment, and of nothing else", async () => {
    const service = await openService();
    await service.publish({ notify: "replies" });
    await service.publish({ ...jens, text: "Etwas anderes." });
    expect(await tellings(service)).toEqual([]);
    await service.publish({ ...jens, replyTo: 1 });
    expect(await tellings(service)).toEqual([
      [petra, "Antwort auf Ihren Kommentar zu „Über flur“"],
    ]);
    const [letter] = await told(service);
    expect(letter?.text).toContain("> Das kenne ich.\n> – Jens\n");
    const link = /https:\S+\/comments\/[0-9a-f]{32}/u.exec(letter?.text ?? "")?.[0] ?? "";
    const place = await service.ask(new URL(link).pathname);
    expect(place.headers.get("Location")).toBe(`${service.site.url}vertrieb/flur/#kommentar-3`);
  });

  test("of the whole thread, but not of one's own comments, and once of each", async () => {
    const service = await openService();
    await service.publish({ notify: "thread" });
    await service.publish({ email: "Petra@mail.example", notify: "replies", text: "Noch eins." });
    expect(await tellings(service)).toEqual([]);
    await service.publish(jens);
    await service.publish({ ...jens, text: "So ist es.", replyTo: 2 });
    await service.publish(jens, { thread: "regen" });
    expect(await tellings(service)).toEqual([
      [petra, "Neuer Kommentar zu „Über flur“"],
      ["Petra@mail.example", "Antwort auf Ihren Kommentar zu „Über flur“"],
    ]);
  });

  test("not of what stood there before, though its writer mends it now", async () => {
    const service = await openService();
    const writer = await openReader(service);
    await writer.post();
    const id = (await writer.me()).comments[0]?.id ?? "";
    await service.publish({ ...jens, notify: "thread" });
    expect((await writer.edit(id, "Das sehe ich jetzt anders.")).status).toBe(200);
    expect(await tellings(service)).toEqual([]);
  });

  test("only after the address was proven; the record says what was agreed to, and when", async () => {
    const service = await openService();
    await service.post({ notify: "thread" });
    const [letter] = await service.letters();
    expect(letter?.text).toContain("wenn unter dem Artikel ein neuer Kommentar steht");
    await service.publish(jens);
    expect(await tellings(service)).toEqual([]);

    const asked = service.clock.now;
    service.clock.now += 1000;
    await service.confirm(/token=([0-9a-f]+)/u.exec(letter?.text ?? "")?.[1] ?? "");
    await service.publish({ ...jens, text: "Jetzt aber." });
    expect(await tellings(service)).toHaveLength(1);
    const record = await rowsOf(service.database, "subscription");
    expect(record).toMatchObject([
      { wording: "notify.de.2", asked_at: asked, confirmed_at: asked + 1000, ended_at: null },
    ]);
  });

  test("signed in at once, without another letter", async () => {
    const service = await openService();
    const reader = await openReader(service);
    await reader.post({ notify: "replies" });
    await service.publish({ ...jens, replyTo: 1 });
    expect(await tellings(service)).toHaveLength(1);
  });

  test("never when nothing was chosen", async () => {
    const service = await openService();
    await service.publish();
    await service.publish({ ...jens, replyTo: 1 });
    expect(await tellings(service)).toEqual([]);
    const wrong = await service.post({ notify: "everything" });
    expect(await wrong.json()).toMatchObject({ errors: [{ field: "notify", reason: "invalid" }] });
  });
});

describe("letters go out only for what is published", () => {
  test("not for what is held", async () => {
    const service = await openService({ checks: [pills] });
    await service.publish({ notify: "thread" });
    await service.publish({ ...jens, text: "Billige Pillen" });
    expect((await rowsOf(service.database, "comment")).map(({ state }) => state)).toContain("held");
    expect(await tellings(service)).toEqual([]);
  });

  test("not for what was taken away before they went", async () => {
    const service = await openService();
    await service.publish({ notify: "thread" });
    await service.publish(jens);
    const { database } = service;
    const become = (state: "hidden" | "published") =>
      database.atomic([sql`UPDATE comment SET state = ${state} WHERE number = 2`], sql`SELECT 1`);
    const due = async () =>
      (await service.store.claimLetters(99, service.clock.now, service.clock.now)).length;
    await become("hidden");
    const others = await due();
    await become("published");
    expect(await due()).toBe(others + 1);
  });

  test("not for what its writer erased", async () => {
    const service = await openService();
    await service.publish({ notify: "thread" });
    const reader = await openReader(service, jens.email);
    await reader.post({ text: "Doch nicht." });
    expect(await tellings(service)).toHaveLength(1);
    await reader.erase((await reader.me()).comments[0]?.id ?? "");
    expect(await tellings(service)).toEqual([]);
  });
});

describe("notifications end", () => {
  async function subscribed() {
    const service = await openService();
    await service.publish({ notify: "thread" });
    await service.publish({ notify: "replies", text: "Und noch etwas." });
    await service.publish(jens);
    const [letter] = await told(service);
    return { service, path: pathOf(letter), letter };
  }

  test("at one click of the mail program (RFC 8058), from wherever it comes", async () => {
    const { service, path } = await subscribed();
    const answer = await service.ask(path, {
      method: "POST",
      headers: { Origin: "https://mail.example", "Sec-Fetch-Site": "cross-site" },
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
    });
    expect(answer.status).toBe(200);
    await service.publish({ ...jens, text: "Hört das jemand?", replyTo: 2 });
    expect(await told(service)).toHaveLength(1);
  });

  test("by the link in the letter: looking changes nothing, the button does, and pressing it again is answered politely", async () => {
    const { service, path, letter } = await subscribed();
    expect(letter?.text).toContain(path);
    const page = await (await service.ask(path)).text();
    expect(page).toContain("Benachrichtigungen abbestellen");
    await service.publish({ ...jens, text: "Eins." });
    expect(await told(service)).toHaveLength(2);
    const action = /action="([^"]+)"/u.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    for (let times = 0; times < 2; times += 1) {
      const done = await service.ask(action, { method: "POST" });
      expect(done.status).toBe(200);
      expect(await done.text()).toContain("keine Benachrichtigungen mehr");
    }
    expect(await (await service.ask(path)).text()).toContain("keine Benachrichtigungen mehr");
    await service.publish({ ...jens, text: "Zwei." });
    expect(await told(service)).toHaveLength(2);
  });

  test("only with the letter's own address", async () => {
    const { service, path } = await subscribed();
    for (const wrong of [path.replace(/.$/u, "x"), path.replace(/token=.*/u, ""), "/unsubscribe"])
      expect((await service.ask(wrong, { method: "POST" })).status).toBe(404);
    await service.publish({ ...jens, text: "Eins." });
    expect(await told(service)).toHaveLength(2);
  });

  test("and the record of them is deleted ninety days later", async () => {
    const { service, path } = await subscribed();
    await service.ask(path, { method: "POST" });
    const count = async () => (await rowsOf(service.database, "subscription")).length;
    await service.store.clean(cleaningTimes(service.clock.now + 89 * DAY), 100);
    expect(await count()).toBe(2);
    await service.store.clean(cleaningTimes(service.clock.now + 91 * DAY), 100);
    expect(await count()).toBe(0);
  });
});

test.each(["de", "en"])(
  "the letter about a decision says what was decided, and why (%s)",
  async (language) => {
    const service = await openService({ language });
    await service.publish();
    const [shown] = (await service.thread()).comments;
    const kept = await service.store.comment(shown?.id ?? "");
    if (kept === null) throw new Error("there is no comment");
    const open = async (decision: Parameters<typeof tellOfDecision>[2]) => {
      const [letter] = await tellOfDecision(service.service, kept, decision);
      return openLetter([secret], { sealed: letter?.sealed ?? "", expires: null });
    };
    const published = await open(null);
    expect(published).toMatchObject({ to: petra });
    expect(published?.text).toContain(`/comments/${kept.id}`);
    const rejected = await open({ reason: "advertising", note: "Werbung." });
    expect(rejected?.text).toContain("Werbung.");
    expect(rejected?.text).toContain("> Das sehe ich anders.");
    const short = (await open({ reason: "advertising", note: "" }))?.text;
    expect(short).toMatch(/Begründung|reason/u);
    expect(short).not.toMatch(/\n\n\n/u);
    expect(await tellOfDecision(service.service, { ...kept, email: "" }, null)).toEqual([]);
  },
);

describe("when a moderator decides on a held comment", () => {
  async function held() {
    const service = await openService({ checks: [pills] });
    await service.publish({ notify: "thread" });
    await service.post({ ...jens, text: "Über Pillen" });
    await service.confirm(await service.token());
    const [row] = await service.store.own(jens.email);
    const to = async (act: "publish" | "reject" | "hide", note = "") =>
      moderate(service.service, {
        act,
        comment: row?.id ?? "",
        by: "desk@magazine.example",
        reason: act === "publish" ? null : "offtopic",
        note,
        lastEditRead: 0,
      });
    const mailed = async (address: string) =>
      (await service.letters()).filter((letter) => letter.to === address);
    return { service, to, mailed };
  }

  test("its writer hears that it has appeared, and who wanted to be told is told", async () => {
    const { service, to, mailed } = await held();
    const before = (await mailed(jens.email)).length;
    expect(await tellings(service)).toEqual([]);
    expect(await to("publish")).toBe(true);
    const letters = await mailed(jens.email);
    expect(letters).toHaveLength(before + 1);
    expect(letters.map(({ subject }) => subject)).toContain(
      "Ihr Kommentar zu „Über flur“ ist erschienen",
    );
    expect(await tellings(service)).toEqual([[petra, "Neuer Kommentar zu „Über flur“"]]);
  });

  test("who has asked for it since it first appeared is not told when it comes back", async () => {
    const { service, to } = await held();
    await to("publish");
    await service.publish({
      email: "rita@mail.example",
      text: "Bitte weiter so.",
      notify: "thread",
    });
    const before = await tellings(service);
    expect(await to("hide")).toBe(true);
    expect(await to("publish")).toBe(true);
    expect((await service.thread()).count).toBe(3);
    expect(await tellings(service)).toEqual(before);
  });

  test("its writer hears that it will not appear, and why; nobody else hears anything", async () => {
    const { service, to, mailed } = await held();
    expect(await to("reject", "Das gehört nicht hierher.")).toBe(true);
    const letter = (await mailed(jens.email)).find(
      ({ subject }) => subject === "Ihr Kommentar zu „Über flur“ erscheint nicht",
    );
    expect(letter?.text).toContain("Das gehört nicht hierher.");
    expect(await tellings(service)).toEqual([]);
  });
});
