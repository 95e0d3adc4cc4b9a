import { describe, expect, test } from "vitest";
import { moderator, own, signIn, write } from "./desk/moderator.ts";
import { openReader } from "./readers.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

const DAY = 86_400_000;
const notice = {
  reason: "Das ist eine Beleidigung nach § 185 StGB.",
  name: "Renate Recht",
  email: "renate@mail.example",
  faith: "yes",
};

const send = (service: TestService, path: string, fields: object, headers: object = own) =>
  service.ask(path, {
    method: "POST",
    headers: { ...headers } as Record<string, string>,
    body: new URLSearchParams({ ...fields }),
  });

async function withComment(): Promise<{ service: TestService; id: string }> {
  const service = await openService();
  return { service, id: await write(service, { text: "Sie sind ein Wicht." }) };
}

const to = async (service: TestService, address: string) =>
  (await service.letters()).filter((letter) => letter.to === address);

/** Gives notice and decides on it at the desk. @returns the notice's id. */
async function decided(service: TestService, id: string, decision: string): Promise<string> {
  await send(service, "/notices", { comment: id, ...notice });
  const [kept] = await service.store.notices(1);
  const desk = await signIn(service);
  service.clock.now += 1000;
  await desk.send(`/desk/notices/${kept?.id}`, [
    ["decision", decision],
    ["grounds", "Das Wort ist eine Herabsetzung."],
  ]);
  return kept?.id ?? "";
}

const objectionIn = (text: string | undefined) =>
  /\/objections\?token=([0-9a-f]{64})/u.exec(text ?? "")?.[1] ?? "";

describe("a notice of illegal content", () => {
  test("is a form about one comment, with all that DSA Art. 16 asks for", async () => {
    const { service, id } = await withComment();
    const page = await service.ask(`/notices/new?comment=${id}`);
    expect(page.status).toBe(200);
    const text = await page.text();
    for (const part of [
      "Sie sind ein Wicht.",
      'name="reason"',
      'name="name"',
      'name="email"',
      'name="faith"',
    ])
      expect(text).toContain(part);
    for (const wrong of ["", "x", "0".repeat(32)])
      expect((await service.ask(`/notices/new?comment=${wrong}`)).status).toBe(404);
  });

  test("gets a receipt, goes to the desk, and leaves the comment where it is", async () => {
    const { service, id } = await withComment();
    const answer = await send(service, "/notices", { comment: id, ...notice });
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining("angekommen"),
    ]);
    const [receipt] = await to(service, "renate@mail.example");
    for (const part of ["Ihre Meldung", "> Das ist eine Beleidigung", "#kommentar-1"])
      expect(receipt?.text).toContain(part);
    const [letter] = await to(service, "desk@magazine.example");
    expect(letter?.subject).toBe("Rechtswidrig? Kommentar unter „Über flur“");
    expect(letter?.text).toContain(`${service.settings.serviceUrl}/desk/notices/`);
    expect(await to(service, "petra@mail.example")).toHaveLength(1);
    expect((await service.thread()).count).toBe(1);
    const desk = await signIn(service);
    expect(await (await desk.get("/desk/notices")).text()).toContain("Renate Recht");
    expect(await (await desk.get("/desk/")).text()).toMatch(/Rechtswidrig\? ?<b>1<\/b>/u);
  });

  test.each([
    ["reason", ""],
    ["name", ""],
    ["email", ""],
    ["email", "nobody"],
    ["faith", ""],
  ])("without a right %s (%j) is refused, and what was written stays", async (field, value) => {
    const { service, id } = await withComment();
    const answer = await send(service, "/notices", { comment: id, ...notice, [field]: value });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain(`aria-describedby="${field}-wrong"`);
    const kept = field === "reason" ? notice.name : notice.reason;
    expect(text).toContain(kept);
    expect(await service.store.notices(9)).toEqual([]);
  });

  test("of child abuse needs no name and no address", async () => {
    const { service, id } = await withComment();
    const bare = { comment: id, ...notice, name: "", email: "", abuse: "yes" };
    expect((await send(service, "/notices", bare)).status).toBe(200);
    expect(await service.store.notices(9)).toMatchObject([{ name: "", email: "" }]);
  });

  test("counts once, however often the form is sent", async () => {
    const { service, id } = await withComment();
    const page = await (await service.ask(`/notices/new?comment=${id}`)).text();
    const form = /name="form" value="([0-9a-f]{32})"/u.exec(page)?.[1] ?? "";
    for (let i = 0; i < 3; i += 1)
      await send(service, "/notices", { comment: id, form, ...notice });
    expect(await service.store.notices(9)).toHaveLength(1);
    expect(await to(service, "renate@mail.example")).toHaveLength(1);
  });

  test("comes from our own page only, within the caps, and not from a program", async () => {
    const { service, id } = await withComment();
    const foreign = { "Sec-Fetch-Site": "cross-site" };
    expect((await send(service, "/notices", { comment: id, ...notice }, foreign)).status).toBe(403);
    expect((await send(service, "/notices", { comment: id, ...notice, website: "x" })).status).toBe(
      200,
    );
    expect(await service.store.notices(9)).toEqual([]);
    const statuses = [];
    for (let i = 0; i < 11; i += 1)
      statuses.push((await send(service, "/notices", { comment: id, ...notice })).status);
    expect(statuses.slice(-2)).toEqual([200, 429]);
  });
});

describe("the decision", () => {
  test("to remove hides the comment, and both sides get the reasons and a way to object", async () => {
    const { service, id } = await withComment();
    const notified = await decided(service, id, "removed");
    expect((await service.thread()).comments).toMatchObject([
      { number: 1, state: "hidden", text: "" },
    ]);
    for (const address of ["renate@mail.example", "petra@mail.example"]) {
      const [letter] = await to(service, address);
      for (const part of [
        "Wir haben den Kommentar entfernt",
        "Herabsetzung",
        "Ein Mensch hat entschieden",
        "Gerichten",
      ])
        expect(letter?.text).toContain(part);
      expect(objectionIn(letter?.text)).not.toBe("");
    }
    const [writer] = await to(service, "petra@mail.example");
    expect(writer?.text).not.toMatch(/Renate|renate@/u);
    expect(await service.store.record({ subject: notified }, 1)).toMatchObject([
      { who: moderator, act: "decide", became: "removed", why: "Das Wort ist eine Herabsetzung." },
    ]);
    expect(await service.store.record({ subject: id }, 1)).toMatchObject([
      { act: "hide", why: "illegal" },
    ]);
  });

  test("to let it stand is told to who gave the notice only", async () => {
    const { service, id } = await withComment();
    await decided(service, id, "kept");
    expect((await service.thread()).count).toBe(1);
    expect((await to(service, "renate@mail.example"))[0]?.text).toContain(
      "Der Kommentar bleibt stehen.",
    );
    expect(await to(service, "petra@mail.example")).toHaveLength(1);
  });

  test("needs reasons, and is taken once", async () => {
    const { service, id } = await withComment();
    await send(service, "/notices", { comment: id, ...notice });
    const [kept] = await service.store.notices(1);
    const desk = await signIn(service);
    const path = `/desk/notices/${kept?.id}`;
    expect((await desk.send(path, [["decision", "removed"]])).status).toBe(422);
    expect((await service.thread()).count).toBe(1);
    for (const decision of ["kept", "removed"])
      await desk.send(path, [
        ["decision", decision],
        ["grounds", "Darum."],
      ]);
    expect(await service.store.notice(kept?.id ?? "")).toMatchObject({ decision: "kept" });
    expect((await service.thread()).count).toBe(1);
    expect(
      (await to(service, "renate@mail.example")).filter(({ text }) => text.includes("Darum.")),
    ).toHaveLength(1);
  });
});

test.each(["receipt", "decision", "objection"])(
  "when the comment is erased, no letter about its notice that waits holds a word of it (%s)",
  async (last) => {
    const { service, id } = await withComment();
    await decided(service, id, "removed");
    const [written] = await to(service, "petra@mail.example");
    expect(written?.text).toContain("> Sie sind ein Wicht.");
    if (last === "receipt") await send(service, "/notices", { comment: id, ...notice });
    if (last === "objection")
      await send(service, "/objections", { token: objectionIn(written?.text), text: "Doch." });
    const reader = await openReader(service);
    expect((await reader.erase(id)).status).toBe(204);
    const waiting = await service.letters();
    expect(JSON.stringify(waiting)).not.toContain("Wicht");
    // Who gave the notice is told all the same.
    expect((await to(service, "renate@mail.example")).map(({ subject }) => subject)).toEqual([
      "Unsere Entscheidung zu einem Kommentar unter „Über flur“",
      "Ihre Meldung zu einem Kommentar unter „Über flur“",
    ]);
  },
);

describe("an objection", () => {
  test("by the writer brings the case back, and the comment when it is upheld", async () => {
    const { service, id } = await withComment();
    const notified = await decided(service, id, "removed");
    const token = objectionIn((await to(service, "petra@mail.example"))[0]?.text);
    const page = await service.ask(`/objections?token=${token}`);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining("Herabsetzung"),
    ]);
    const given = await send(service, "/objections", { token, text: "Das war ein Zitat." });
    expect([given.status, await given.text()]).toEqual([
      200,
      expect.stringContaining("angekommen"),
    ]);
    const again = await send(service, "/objections", { token, text: "Noch einmal." });
    expect(await again.text()).toContain("angekommen");
    expect((await service.store.notice(notified))?.objections).toMatchObject([
      { party: "writer", text: "Das war ein Zitat.", isSettled: false },
    ]);
    expect((await to(service, "desk@magazine.example")).map(({ subject }) => subject)).toContain(
      "Einspruch zu einem Kommentar unter „Über flur“",
    );
    service.clock.now += 1000;
    const desk = await signIn(service);
    const shown = await (await desk.get(`/desk/notices/${notified}`)).text();
    expect(shown).toContain("Das war ein Zitat.");
    expect(shown).toContain('href="/desk/notices" aria-current="true"');
    const record = await (await desk.get("/desk/record")).text();
    expect(record).toContain(`href="/desk/notices/${notified}"`);
    expect(record).toContain(">Rechtswidrig<");
    await desk.send(`/desk/notices/${notified}`, [
      ["decision", "kept"],
      ["grounds", "Es war ein Zitat."],
    ]);
    expect((await service.thread()).comments).toMatchObject([{ number: 1, state: "published" }]);
    for (const address of ["renate@mail.example", "petra@mail.example"])
      expect(
        (await to(service, address)).some(({ text }) => text.includes("Es war ein Zitat.")),
      ).toBe(true);
    expect((await service.store.waiting()).notices).toBe(0);
  });

  test("is offered by a letter only to who can still make one", async () => {
    const { service, id } = await withComment();
    const notified = await decided(service, id, "removed");
    const writer = objectionIn((await to(service, "petra@mail.example"))[0]?.text);
    const notifier = objectionIn((await to(service, "renate@mail.example"))[0]?.text);
    for (const [token, decision] of [
      [writer, "kept"],
      [notifier, "removed"],
    ] as const) {
      await send(service, "/objections", { token, text: "Doch." });
      service.clock.now += DAY;
      const desk = await signIn(service);
      service.clock.now += 1000;
      await desk.send(`/desk/notices/${notified}`, [
        ["decision", decision],
        ["grounds", "Darum."],
      ]);
    }
    const [last] = await to(service, "petra@mail.example");
    expect(last?.text).toContain("Wir haben den Kommentar entfernt");
    expect(objectionIn(last?.text)).toBe("");
  });

  test("is open to who gave the notice, too, for six months", async () => {
    const { service, id } = await withComment();
    await decided(service, id, "kept");
    const token = objectionIn((await to(service, "renate@mail.example"))[0]?.text);
    service.clock.now += 184 * DAY;
    expect((await send(service, "/objections", { token, text: "Doch." })).status).toBe(410);
    service.clock.now -= 1;
    expect((await send(service, "/objections", { token, text: " " })).status).toBe(422);
    expect((await send(service, "/objections", { token, text: "Doch." })).status).toBe(200);
    expect((await service.store.notices(1))[0]?.objections).toMatchObject([{ party: "notifier" }]);
  });

  test("needs its own token, from our own page", async () => {
    const { service, id } = await withComment();
    await decided(service, id, "kept");
    const token = objectionIn((await to(service, "renate@mail.example"))[0]?.text);
    for (const wrong of ["", "x", "0".repeat(64), "' OR 1=1 --"])
      expect((await send(service, "/objections", { token: wrong, text: "Doch." })).status).toBe(
        404,
      );
    expect((await service.confirm(token)).status).toBe(404);
    const foreign = { Origin: "https://evil.example" };
    expect((await send(service, "/objections", { token, text: "Doch." }, foreign)).status).toBe(
      403,
    );
    expect((await service.store.notices(1))[0]?.objections).toEqual([]);
  });
});

test("a notice is deleted a year after it was decided, and one that waits is not", async () => {
  const { service, id } = await withComment();
  await decided(service, id, "kept");
  await send(service, "/notices", { comment: id, ...notice, reason: "Etwas anderes." });
  const { cleaningTimes } = await import("../../comments-service/domain/retention.ts");
  await service.store.clean(cleaningTimes(service.clock.now + 364 * DAY), 100);
  expect(await service.store.notices(9)).toHaveLength(2);
  await service.store.clean(cleaningTimes(service.clock.now + 366 * DAY), 100);
  expect(await service.store.notices(9)).toMatchObject([{ reason: "Etwas anderes." }]);
});

describe("of two notices about one comment that both removed it", () => {
  const object = async (service: TestService, notified: string, address: string, why: string) => {
    const letters = (await to(service, address)).filter(({ text }) => objectionIn(text) !== "");
    for (const { text } of letters)
      await send(service, "/objections", { token: objectionIn(text), text: why });
    service.clock.now += DAY;
    const desk = await signIn(service);
    service.clock.now += 1000;
    const path = `/desk/notices/${notified}`;
    const page = await (await desk.get(path)).text();
    await desk.send(path, [
      ["decision", "kept"],
      ["grounds", why],
    ]);
    return page;
  };
  const told = async (service: TestService, address: string, why: string) =>
    (await to(service, address)).find(({ text }) => text.includes(`\n${why}\n\nEin Mensch`))?.text;

  test("one that is overturned brings it back only with the other, and the letters say so", async () => {
    const { service, id } = await withComment();
    await send(service, "/notices", { comment: id, ...notice, email: "ralf@mail.example" });
    service.clock.now += 1000;
    const first = await decided(service, id, "removed");
    const second = (await service.store.notices(9)).find((each) => each.id !== first)?.id ?? "";
    service.clock.now += DAY;
    const desk = await signIn(service);
    service.clock.now += 1000;
    await desk.send(`/desk/notices/${second}`, [
      ["decision", "removed"],
      ["grounds", "Auch deshalb."],
    ]);

    const page = await object(service, first, "petra@mail.example", "Es war ein Zitat.");
    expect(page).toContain("Der Kommentar ist auf eine andere Meldung hin entfernt worden");
    expect((await service.thread()).comments).toMatchObject([{ state: "hidden", text: "" }]);
    expect(await service.store.notice(first)).toMatchObject({ decision: "kept" });
    for (const address of ["renate@mail.example", "petra@mail.example"]) {
      const text = await told(service, address, "Es war ein Zitat.");
      expect(text).toContain("Er bleibt trotzdem entfernt");
      expect(text).not.toMatch(/bleibt stehen|wieder zu lesen/u);
    }

    await object(service, second, "ralf@mail.example", "Auch das war eines.");
    expect((await service.thread()).comments).toMatchObject([{ state: "published" }]);
    for (const address of ["ralf@mail.example", "petra@mail.example"])
      expect(await told(service, address, "Auch das war eines.")).toContain(
        "Der Kommentar ist wieder zu lesen.",
      );
  });
});
