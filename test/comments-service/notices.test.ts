import { describe, expect, test } from "vitest";
import { moderator, signIn } from "./http/desk/moderator.ts";
import { DAY, decided, notice, objectionIn, send, to, withComment } from "./giving-notice.ts";
import { openReader } from "./readers.ts";

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
    expect(text).toContain(`aria-describedby="${field}-wrong" autofocus`);
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
      { number: 1, state: "hidden", gone: "removed", text: "" },
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
    const groundless = await desk.send(path, [["decision", "removed"]]);
    const said = await groundless.text();
    expect([groundless.status, said.match(/aria-invalid="[^>]+/u)?.[0]]).toEqual([
      422,
      'aria-invalid="true" aria-describedby="grounds-wrong" autofocus',
    ]);
    expect(said).toContain('id="grounds-wrong">Bitte geben Sie die Gründe an.<');
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
