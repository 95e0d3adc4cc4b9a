import { describe, expect, test } from "vitest";
import { signIn } from "./http/desk/moderator.ts";
import { DAY, decided, notice, objectionIn, send, to, withComment } from "./giving-notice.ts";
import type { TestService } from "./service.ts";

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
    const link = `${service.site.url}vertrieb/flur/#kommentar-1`;
    expect(await (await service.ask(`/objections?token=${token}`)).text()).toContain(
      `<a href="${link}">Es geht um den Kommentar [1].</a>`,
    );
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
    expect(record).toContain("Grund: Rechtswidrig<");
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
    const wordless = await send(service, "/objections", { token, text: " " });
    const said = await wordless.text();
    expect([wordless.status, said.match(/aria-invalid="[^>]+/u)?.[0]]).toEqual([
      422,
      'aria-invalid="true" aria-describedby="text-wrong" autofocus',
    ]);
    expect(said).toContain(
      'id="text-wrong">Bitte schreiben Sie, warum wir anders entscheiden sollen.<',
    );
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
