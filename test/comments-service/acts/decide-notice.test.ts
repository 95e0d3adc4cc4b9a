import { describe, expect, test } from "vitest";
import { decideNotice } from "../../../comments-service/acts/decide-notice.ts";
import { notice, objectionIn, send, to, withComment } from "../giving-notice.ts";
import { moderate, moderator } from "../moderate.ts";
import type { TestService } from "../service.ts";

const [renate, petra] = ["renate@mail.example", "petra@mail.example"];

/** Gives notice of a comment. @returns how to decide on it. */
async function noticed(fields: object = {}) {
  const { service, id } = await withComment();
  expect((await send(service, "/notices", { comment: id, ...notice, ...fields })).status).toBe(200);
  const decide = async (decision: "removed" | "kept") => {
    const [kept] = await service.store.notices(1);
    if (kept === undefined) throw new Error("there is no notice");
    service.clock.now += 1000;
    const grounds = "Darum.";
    return decideNotice(service.service, kept, { decision, grounds, by: moderator });
  };
  return { service, id, decide };
}

/** The newest letter to an address. */
const told = async (service: TestService, address: string) => (await to(service, address))[0]?.text;

async function object(service: TestService, address: string): Promise<void> {
  const token = objectionIn(await told(service, address));
  expect((await send(service, "/objections", { token, text: "Doch." })).status).toBe(200);
}

describe("a notice that removes nothing", () => {
  test.each(["hide", "erase"] as const)(
    "leaves alone what is gone for something else, and the letter does not say that it stays (%s)",
    async (act) => {
      const { service, id, decide } = await noticed();
      service.clock.now += 1000;
      expect(await moderate(service.store, act, id, service.clock.now)).toBe(true);
      const before = await service.store.comment(id);
      await decide("kept");
      expect(await service.store.comment(id)).toEqual(before);
      expect((await service.store.notices(1))[0]).toMatchObject({ decision: "kept" });
      const text = await told(service, renate);
      expect(text).toContain("aus einem anderen Grund nicht zu lesen");
      expect(text).not.toContain("bleibt stehen");
      // The link tells which comment it was; its words stay where they can be erased.
      expect(text).not.toMatch(/^>/mu);
    },
  );

  test("says that the comment stays, though another notice had removed it before a moderator let it appear again", async () => {
    const { service, id, decide } = await noticed({ email: "ralf@mail.example" });
    await decide("removed");
    service.clock.now += 1000;
    expect(await moderate(service.store, "publish", id, service.clock.now)).toBe(true);
    await send(service, "/notices", { comment: id, ...notice });
    await decide("kept");
    expect(await told(service, renate)).toContain("Der Kommentar bleibt stehen.");
  });
});

test("whoever gave no address gets no letter, at the notice and at the decision", async () => {
  const { service, decide } = await noticed({ name: "", email: "", abuse: "yes" });
  await decide("removed");
  expect((await service.thread()).comments).toMatchObject([{ state: "hidden" }]);
  const letters = (await service.letters()).filter(({ text }) => !text.includes("/confirm?"));
  expect(letters.map((letter) => letter.to)).toEqual([petra]);
});

describe("the letter has a link to object", () => {
  test("for the writer with the first removal, though it is the second decision", async () => {
    const { service, decide } = await noticed();
    await decide("kept");
    await object(service, renate);
    await decide("removed");
    expect(await told(service, renate)).not.toContain("/objections?");
    await object(service, petra);
    expect((await service.store.notices(1))[0]?.objections).toMatchObject([
      { party: "notifier", isSettled: true },
      { party: "writer", isSettled: false },
    ]);
  });

  test("for each side once: it works on after the second decision", async () => {
    const { service, decide } = await noticed();
    await decide("removed");
    const token = objectionIn(await told(service, petra));
    await object(service, renate);
    await decide("removed");
    expect(await told(service, petra)).not.toContain("/objections?");
    expect((await send(service, "/objections", { token, text: "Doch." })).status).toBe(200);
    expect((await service.store.notices(1))[0]?.objections).toMatchObject([
      { party: "notifier" },
      { party: "writer" },
    ]);
  });

  test("for nobody who has objected", async () => {
    const { service, decide } = await noticed();
    await decide("removed");
    await object(service, petra);
    await decide("removed");
    for (const address of [renate, petra]) {
      expect(await told(service, address)).toContain("Wir haben den Kommentar entfernt");
      expect(await told(service, address)).not.toContain("/objections?");
    }
  });
});
