import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "../../comments-service/domain/times.ts";
import { networkOf } from "./asking.ts";
import { signIn } from "./http/desk/moderator.ts";
import { moderate } from "./moderate.ts";
import { openReader } from "./readers.ts";
import { comment, openService, tokenOf } from "./service.ts";
import type { TestService } from "./service.ts";
import { thread } from "./site.ts";

const petra = "petra@mail.example";

/** Sends a form of the service's own pages. */
function submit(
  service: TestService,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = { "Sec-Fetch-Site": "same-origin" },
): Promise<Response> {
  return service.ask(path, { method: "POST", headers, body: new URLSearchParams(fields) });
}

/** Asks for the link to one's own page. @returns its token. */
async function linkFor(service: TestService, email: string): Promise<string> {
  const answer = await submit(service, "/mine", { email });
  expect(answer.status).toBe(200);
  const letter = (await service.letters()).find(({ to }) => to === email);
  const token = /\/mine\?token=([0-9a-f]{64})/u.exec(letter?.text ?? "")?.[1];
  if (token === undefined) throw new Error("the letter has no link");
  return token;
}

const read = async (service: TestService, path: string) => {
  const answer = await service.ask(path);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

describe("a guest's own comment, by the link in its letter", () => {
  async function confirmed() {
    const service = await openService();
    await service.post();
    const token = await service.token();
    const page = await (await service.confirm(token)).text();
    expect(page).toContain(`href="/own?token=${token}"`);
    return { service, token };
  }

  test("may be edited within 15 minutes; looking changes nothing", async () => {
    const { service, token } = await confirmed();
    const page = await read(service, `/own?token=${token}`);
    expect([page.status, page.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    expect(page.text).toContain(`>${comment.text}</textarea>`);
    const done = await submit(service, "/own", { token, act: "edit", text: "Doch anders." });
    expect(await done.text()).toContain("Ihre Änderung ist gespeichert.");
    expect((await service.thread()).comments).toMatchObject([
      { text: "Doch anders.", editedAt: new Date(service.clock.now).toISOString() },
    ]);

    const empty = await submit(service, "/own", { token, act: "edit", text: " " });
    const said = await empty.text();
    expect(said).toMatch(
      /aria-describedby="(text-\w+-wrong) text-\w+-note" aria-invalid="true" autofocus>.*id="\1">[^<]*unverändert/su,
    );
    service.clock.now += 15 * MINUTE;
    expect((await read(service, `/own?token=${token}`)).text).not.toContain("<textarea");
    const late = await submit(service, "/own", { token, act: "edit", text: "Zu spät." });
    expect(await late.text()).toContain("nicht mehr ändern");
    expect((await service.thread()).comments).toMatchObject([{ text: "Doch anders." }]);
  });

  test("says whether it is hidden until the editors have decided, or removed by them", async () => {
    const service = await openService({ env: { REPORTS_TO_HIDE: "1" } });
    await service.post();
    const token = await service.token();
    await service.confirm(token);
    const id = (await service.thread()).comments[0]?.id ?? "";
    const state = async () =>
      /<dd>([^<]+)</u.exec((await read(service, `/own?token=${token}`)).text)?.[1];
    expect(await state()).toBe("veröffentlicht");
    const challenge = await service.challenge({ action: "report" });
    await service.send(`/comments/${id}/reports`, { reason: "spam", challenge });
    expect(await state()).toBe("vorläufig verborgen, bis die Redaktion entschieden hat");
    await moderate(service.store, "reject", id);
    expect(await state()).toBe("von der Redaktion entfernt");
  });

  test("may be erased later, and then the link is of no use any more", async () => {
    const { service, token } = await confirmed();
    service.clock.now += 400 * HOUR;
    const done = await submit(service, "/own", { token, act: "erase" });
    expect([done.status, await done.text()]).toEqual([
      200,
      expect.stringContaining("Name, Adresse und Text sind gelöscht"),
    ]);
    expect((await service.thread()).comments).toMatchObject([{ state: "erased", text: "" }]);
    expect((await read(service, `/own?token=${token}`)).status).toBe(404);
  });

  test("is the only one that its token can touch, and not before it was confirmed", async () => {
    const { service, token } = await confirmed();
    await service.post({ text: "Ein zweiter." });
    const [letter] = await service.letters();
    const unconfirmed = tokenOf(letter);
    expect((await read(service, `/own?token=${unconfirmed}`)).status).toBe(404);
    await service.confirm(unconfirmed);
    const [second] = (await service.thread()).comments;
    await submit(service, "/own", { token, act: "erase", comment: second?.id ?? "" });
    expect((await service.thread()).comments).toMatchObject([
      { number: 2, state: "published" },
      { number: 1, state: "erased" },
    ]);
    expect((await read(service, `/mine?token=${unconfirmed}`)).status).toBe(404);
  });

  test("is not changed by a form from elsewhere", async () => {
    const { service, token } = await confirmed();
    const foreign: Record<string, string>[] = [
      {},
      { "Sec-Fetch-Site": "cross-site" },
      { Origin: service.site.origin },
    ];
    for (const headers of foreign)
      expect((await submit(service, "/own", { token, act: "erase" }, headers)).status).toBe(403);
    expect((await service.thread()).count).toBe(1);
  });
});

describe("one's own page", () => {
  test("is reached by a mailed link, which says the same to every address", async () => {
    const service = await openService();
    await service.publish();
    const known = await submit(service, "/mine", { email: petra });
    const unknown = await submit(service, "/mine", { email: "nobody@mail.example" });
    expect(await known.text()).toBe(await unknown.text());
    const nothing = await read(
      service,
      `/mine?token=${await linkFor(service, "nobody@mail.example")}`,
    );
    expect(nothing.text).toContain("keinen Kommentar");
    const wrong = await submit(service, "/mine", { email: "petra" });
    const said = await wrong.text();
    expect([wrong.status, said.match(/aria-invalid="[^>]+/u)?.[0]]).toEqual([
      422,
      'aria-invalid="true" aria-describedby="email-wrong" autofocus',
    ]);
    expect(said).toContain('id="email-wrong">Bitte geben Sie eine E-Mail-Adresse an');
  });

  test("shows all comments, wishes and states, for an hour", async () => {
    const service = await openService();
    await service.publish({ notify: "thread" });
    await service.post({ text: "<b>Wartet</b> noch." });
    const token = await linkFor(service, petra);
    const page = await read(service, `/mine?token=${token}`);
    expect([page.status, page.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    for (const words of [petra, comment.text, "&lt;b&gt;Wartet", "wartet auf Ihre Bestätigung"])
      expect(page.text).toContain(words);
    expect(page.text).toContain("Neue Kommentare zu „Über flur“");
    service.clock.now += HOUR;
    expect((await read(service, `/mine?token=${token}`)).status).toBe(404);
    expect((await read(service, `/mine/export?token=${token}`)).status).toBe(401);
  });

  test("speaks English with English quotation marks", async () => {
    const service = await openService({ language: "en" });
    await service.publish({ notify: "replies" });
    const { text } = await read(service, `/mine?token=${await linkFor(service, petra)}`);
    expect(text).toContain("Replies to your comment on “Über flur”");
    expect(text).not.toContain("„");
  });

  test("exports everything as a file", async () => {
    const service = await openService();
    await service.publish({ notify: "replies" });
    const token = await linkFor(service, petra);
    const file = await service.ask(`/mine/export?token=${token}`);
    expect(file.headers.get("Content-Disposition")).toBe('attachment; filename="comments.json"');
    expect(await file.json()).toMatchObject({
      email: petra,
      comments: [{ text: comment.text, number: 1 }],
      subscriptions: [{ scope: "replies" }],
    });
  });

  test("edits, erases and ends notifications, and shows what was done", async () => {
    const service = await openService();
    await service.publish({ notify: "thread" });
    const [shown] = (await service.thread()).comments;
    const token = await linkFor(service, petra);
    const id = shown?.id ?? "";
    const act = async (fields: Record<string, string>) => {
      const answer = await submit(service, "/mine", { token, ...fields });
      expect(answer.status).toBe(303);
      return (await read(service, answer.headers.get("Location") ?? "")).text;
    };
    expect(await act({ act: "edit", comment: id, text: "Neu." })).toContain("ist gespeichert");
    expect(await act({ act: "stop", thread: "flur" })).toContain("keine Benachrichtigungen mehr");
    expect(await act({ act: "erase", comment: id })).toContain("ist gelöscht");
    expect((await service.thread()).comments).toMatchObject([{ state: "erased" }]);
    expect(await act({ act: "nonsense" })).not.toContain('role="status"');
  });

  test("touches nobody else's comment", async () => {
    const service = await openService();
    await service.publish();
    const [theirs] = (await service.thread()).comments;
    const token = await linkFor(service, "eve@mail.example");
    for (const act of ["erase", "edit"])
      await submit(service, "/mine", { token, act, comment: theirs?.id ?? "", text: "Meins." });
    expect((await service.thread()).comments).toMatchObject([{ text: comment.text }]);
  });

  test.each([
    ["erase", { state: "erased", text: "" }],
    ["keep", { state: "published", text: comment.text }],
  ])("forgets the address; the texts: %s", async (texts, left) => {
    const service = await openService();
    await service.publish({ notify: "thread" });
    const token = await linkFor(service, petra);
    const done = await submit(service, "/mine", { token, act: "forget", texts });
    expect(await done.text()).toContain("nichts mehr gespeichert");
    expect((await service.thread()).comments).toMatchObject([{ name: "", ...left }]);
    expect((await read(service, `/mine?token=${token}`)).status).toBe(404);
    expect((await service.letters()).filter(({ to }) => to === petra)).toEqual([]);
  });

  test("is not acted on by a form from elsewhere, and a visit changes nothing", async () => {
    const service = await openService();
    await service.publish();
    const token = await linkFor(service, petra);
    const fields = { token, act: "forget", texts: "erase" };
    const foreign = await submit(service, "/mine", fields, { "Sec-Fetch-Site": "cross-site" });
    expect(foreign.status).toBe(403);
    await read(service, `/mine?token=${token}&act=forget&texts=erase`);
    const head = await service.ask(`/mine?token=${token}`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect((await service.thread()).count).toBe(1);
  });

  test("is asked for within the caps of sender and address", async () => {
    const service = await openService();
    const ask = async (email: string, peer: string) => {
      const body = new URLSearchParams({ email });
      const headers = { "Sec-Fetch-Site": "same-origin" };
      return (await service.ask("/mine", { method: "POST", headers, body }, peer)).status;
    };
    for (let sender = 0; sender < 12; sender += 1)
      expect(await ask(petra, networkOf(sender))).toBe(200);
    expect(await service.letters()).toHaveLength(8);
    const statuses = [];
    for (let count = 0; count < 7; count += 1)
      statuses.push(await ask(`reader${count}@mail.example`, "203.0.113.9"));
    expect(statuses.at(-1)).toBe(429);
  });
});

test("beside one's own name stands what stands there in the thread", async () => {
  const service = await openService({
    env: { AUTHORS: `ida-klein=${petra}` },
    threads: [thread("flur", { authors: ["ida-klein"] })],
  });
  Object.assign(service.site.list.site, { authors: [{ id: "ida-klein", badge: "Autorin" }] });
  const reader = await openReader(service, petra);
  await reader.post({ name: "Petra" });
  const id = (await service.thread()).comments[0]?.id ?? "";
  const moderator = await signIn(service);
  await moderator.page("/desk/recommendations", [
    ["recommend", id],
    ["back", "/desk/"],
  ]);
  const page = await read(service, `/mine?token=${await linkFor(service, petra)}`);
  expect(page.text).toContain(
    'Petra <span class="mark">Autorin dieses Artikels</span> <span class="mark outlined">Redaktionsempfehlung</span></dd>',
  );
});
