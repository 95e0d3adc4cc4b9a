import { expect, test } from "vitest";
import { openService } from "../../service.ts";
import type { TestService } from "../../service.ts";
import { openHolding, queue, signIn, write } from "./moderator.ts";
import type { Moderator } from "./moderator.ts";

/** Reports a comment, as somebody of their own each time. */
async function report(service: TestService, id: string, ...peers: string[]): Promise<void> {
  for (const peer of peers) {
    const challenge = await service.challenge({ action: "report" });
    const body = { reason: "insult", message: `Von ${peer}.`, challenge };
    expect((await service.send(`/comments/${id}/reports`, body, { peer })).status).toBe(202);
  }
}

/** Does an act at the desk a second later. @returns the page after it, and how to take it back. */
async function act({ clock }: TestService, moderator: Moderator, one: string) {
  clock.now += 1000;
  const page = await moderator.page("/desk/acts", [
    ["one", one],
    ["back", "/desk/"],
  ]);
  const batch = /name="batch" value="([^"]+)"/u.exec(page)?.[1] ?? "";
  const undo = () =>
    moderator.page("/desk/undo", [
      ["batch", batch],
      ["back", "/desk/"],
    ]);
  return { page, undo };
}

const reported = async (service: TestService) =>
  (await queue(service, "reported")).map(({ reports }) => reports);

test.each(["hide", "keep"])(
  "what is taken back waits with the reports that it had settled, and with no others (%s)",
  async (how) => {
    const service = await openService();
    const id = await write(service);
    const moderator = await signIn(service);
    await report(service, id, "192.0.1.7");
    await act(service, moderator, `keep ${id}`);
    await report(service, id, "192.0.2.7", "192.0.3.7");
    const { page, undo } = await act(service, moderator, `${how} ${id} insult`);
    expect(await reported(service)).toEqual([]);
    expect(page).toContain('data-act="undo">');
    expect(await undo()).toContain("Rückgängig gemacht.");
    expect((await service.thread()).count).toBe(1);
    expect(await reported(service)).toEqual([2]);
    const details = await (await moderator.get(`/desk/comments/${id}`)).text();
    expect(details).toContain("Von 192.0.2.7.");
    expect(details).not.toContain("Von 192.0.1.7.");
    // What is decided anew settles them anew.
    await act(service, moderator, `keep ${id}`);
    expect(await reported(service)).toEqual([]);
  },
);

test("what was not let stand after all is hidden again by reports alone", async () => {
  const service = await openService({ env: { REPORTS_TO_HIDE: "2" } });
  const id = await write(service);
  const moderator = await signIn(service);
  await report(service, id, "192.0.1.7");
  const { undo } = await act(service, moderator, `keep ${id}`);
  await undo();
  await report(service, id, "192.0.2.7");
  expect((await service.thread()).comments).toMatchObject([{ state: "hidden" }]);
  expect(await reported(service)).toEqual([2]);
});

test("many at once are published in the order of the page, and taken back together", async () => {
  const service = await openHolding();
  const ids = [];
  for (const name of ["Anna", "Ben", "Clara"]) ids.push(await write(service, { name, text: name }));
  const moderator = await signIn(service);
  const page = await moderator.page("/desk/acts", [
    ...ids.map((id): [string, string] => ["id", id]),
    ["act", "publish"],
    ["back", "/desk/"],
  ]);
  expect(page).toContain("3 Kommentare veröffentlicht.");
  const { comments } = await service.thread("flur", "?order=oldest");
  expect(comments.map(({ number, name }) => [number, name])).toEqual([
    [1, "Anna"],
    [2, "Ben"],
    [3, "Clara"],
  ]);
  const batch = /name="batch" value="([^"]+)"/u.exec(page)?.[1] ?? "";
  const undone = await moderator.page("/desk/undo", [
    ["batch", batch],
    ["back", "/desk/"],
  ]);
  expect(undone).toContain("Rückgängig gemacht.");
  expect(await queue(service, "held")).toHaveLength(3);
  expect((await service.thread()).count).toBe(0);
  // A second time changes nothing, and published again they keep their numbers.
  expect(
    await moderator.page("/desk/undo", [
      ["batch", batch],
      ["back", "/desk/"],
    ]),
  ).toContain("Nichts geändert: Es war kein Kommentar ausgewählt");
  await moderator.send("/desk/acts", [["one", `publish ${ids[2]}`]]);
  expect((await service.thread()).comments).toMatchObject([
    { number: 3, name: "Clara" },
    { number: 2, state: "hidden" },
    { number: 1, state: "hidden" },
  ]);
});

test("nothing is taken back when something else was decided since, even if it led to the same", async () => {
  const service = await openService();
  const id = await write(service);
  const moderator = await signIn(service);
  const act = async (one: string) => {
    service.clock.now += 1000;
    const page = await moderator.page("/desk/acts", [
      ["one", one],
      ["back", "/desk/"],
    ]);
    return /name="batch" value="([^"]+)"/u.exec(page)?.[1] ?? "";
  };
  const undo = (batch: string) =>
    moderator.page("/desk/undo", [
      ["batch", batch],
      ["back", "/desk/"],
    ]);
  const first = await act(`hide ${id} offtopic`);
  const second = await act(`publish ${id}`);
  const third = await act(`hide ${id} illegal`);
  expect(await undo(first)).toContain("Nichts geändert: Es war kein Kommentar ausgewählt");
  expect((await service.store.comment(id))?.state).toBe("hidden");
  // From the last to the first each can be.
  for (const [batch, state] of [
    [third, "published"],
    [second, "hidden"],
    [first, "published"],
  ] as const) {
    expect(await undo(batch)).toContain("Rückgängig gemacht.");
    expect((await service.store.comment(id))?.state).toBe(state);
  }
});

test("what is taken back within two minutes tells nobody anything", async () => {
  const service = await openService();
  const id = await write(service);
  const moderator = await signIn(service);
  const { undo } = await act(service, moderator, `hide ${id} insult`);
  const { now } = service.clock;
  const told = async () =>
    (await service.letters()).filter(({ subject }) => subject.includes("entfernt"));
  expect(await told()).toHaveLength(1);
  const due = async (at: number) =>
    (await service.store.claimLetters(50, at, at)).filter(({ created }) => created === now);
  expect(await due(now + 119_999)).toEqual([]);
  expect(await due(now + 120_000)).toMatchObject([{ subject: id }]);
  await undo();
  expect(await told()).toEqual([]);
  expect((await service.thread()).count).toBe(1);
});
