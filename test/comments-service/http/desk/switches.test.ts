import { describe, expect, test } from "vitest";
import { HOUR } from "../../../../comments-service/domain/times.ts";
import { openService, start } from "../../service.ts";
import { thread } from "../../site.ts";
import { openHolding, queue, signIn, write } from "./moderator.ts";

test("a block holds whatever comes from there from now on, and can be undone", async () => {
  const service = await openService();
  const id = await write(service);
  const moderator = await signIn(service);
  const page = await moderator.page("/desk/blocks", [
    ["value", "Petra+x@Mail.example"],
    ["back", `/desk/comments/${id}`],
  ]);
  expect(page).toContain("Gesperrt.");
  expect(await service.store.blocks()).toMatchObject([
    { value: "petra@mail.example", by: "desk@magazine.example" },
  ]);
  const batch = /name="batch" value="([^"]+)"/u.exec(page)?.[1] ?? "";
  await moderator.send("/desk/undo", [["batch", batch]]);
  expect(await service.store.blocks()).toEqual([]);
  await moderator.send("/desk/blocks", [["value", "spam.example"]]);
  await moderator.send("/desk/blocks", [
    ["value", "spam.example"],
    ["lift", "yes"],
  ]);
  expect(await service.store.blocks()).toEqual([]);
  const wrong = await moderator.send("/desk/blocks", [["value", "<b>"]]);
  expect([wrong.status, await wrong.text()]).toEqual([
    422,
    expect.stringContaining("weder eine Adresse noch eine Domain"),
  ]);
});

describe("the switches", () => {
  test("close one thread, which readers see at once, whatever the magazine's list says", async () => {
    const service = await openService();
    await service.thread();
    const moderator = await signIn(service);
    const page = await moderator.page("/desk/threads", [
      ["act", "close"],
      ["thread", "flur"],
      ["back", "/desk/threads"],
    ]);
    expect(page).toContain("Geschlossen.");
    expect([(await service.thread()).open, (await service.thread("regen")).open]).toEqual([
      false,
      true,
    ]);
    expect((await service.post()).status).toBe(409);
    await service.service.magazine.refresh();
    expect((await service.thread()).open).toBe(false);
    const batch = /name="batch" value="([^"]+)"/u.exec(page)?.[1] ?? "";
    await moderator.send("/desk/undo", [["batch", batch]]);
    expect((await service.thread()).open).toBe(true);
  });

  test("offer to close nothing that the magazine has closed, itself or by a date", async () => {
    const service = await openService({
      threads: [
        thread("flur", { closes: new Date(start + HOUR).toISOString() }),
        thread("regen", { state: "closed" }),
      ],
    });
    await service.thread();
    const moderator = await signIn(service);
    const offered = async () =>
      ((await (await moderator.get("/desk/threads")).text()).match(/>Schließen</gu) ?? []).length;
    expect(await offered()).toBe(1);
    service.clock.now += HOUR;
    expect(await offered()).toBe(0);
    const page = await (await moderator.get("/desk/threads")).text();
    expect(page).toContain(
      'vom Magazin geschlossen seit <time datetime="2090-10-23T05:15:00.000Z">',
    );
    expect(page).toContain("<span>vom Magazin geschlossen</span>");
  });

  test("one closes all", async () => {
    const service = await openService();
    await service.post();
    const token = await service.token();
    const moderator = await signIn(service);
    await moderator.send("/desk/threads", [["act", "close"]]);
    for (const id of ["flur", "regen"]) expect((await service.thread(id)).open).toBe(false);
    expect((await service.confirm(token)).status).toBe(409);
    await moderator.send("/desk/threads", [["act", "open"]]);
    for (const id of ["flur", "regen"]) expect((await service.thread(id)).open).toBe(true);
    expect((await service.confirm(token)).status).toBe(200);
  });

  test.each(["hold", "free", "burn"])("know no way to %s all", async (act) => {
    const service = await openService();
    const moderator = await signIn(service);
    expect((await moderator.send("/desk/threads", [["act", act]])).status).toBe(404);
    expect(service.log).toEqual([]);
  });

  test("hold everything in one thread", async () => {
    const service = await openHolding({ env: { MODERATION: "open" } });
    await service.thread();
    const moderator = await signIn(service);
    await moderator.send("/desk/threads", [
      ["act", "hold"],
      ["thread", "flur"],
    ]);
    await service.publish({}, { thread: "regen" });
    await service.publish();
    expect([(await service.thread("regen")).count, (await service.thread()).count]).toEqual([1, 0]);
    expect(await queue(service, "held")).toMatchObject([{ heldFor: ["all-held"] }]);
  });
});
