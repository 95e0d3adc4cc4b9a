import { describe, expect, test } from "vitest";
import { checks } from "../../../comments-service/domain/checks/checks.ts";
import { MINUTE } from "../../../comments-service/domain/times.ts";
import { justBefore } from "../just-before.ts";
import { openReader } from "../readers.ts";
import { openService, tokenOf } from "../service.ts";
import type { TestService } from "../service.ts";

const text = "Diese Worte stehen hier schon einmal.";
const heldFor = async ({ store }: TestService) => {
  const waiting = await store.deskComments({ what: { queue: "held" }, after: null, most: 9 });
  return waiting.map((each) => each.heldFor);
};

/** A service whose checks are in force, and solved challenges that are a minute old. */
async function opened(count: number) {
  const service = await openService({ checks });
  const challenges = await Promise.all(Array.from({ length: count }, () => service.challenge()));
  service.clock.now += MINUTE;
  return { service, challenges };
}

describe("the checks look once more when the same words came in between", () => {
  test("of a signed-in reader's comment", async () => {
    const { service, challenges } = await opened(2);
    const [one, other] = challenges;
    const reader = await openReader(service);
    justBefore(service, "postSignedIn", () => reader.post({ text, challenge: other }));
    const answer = await reader.post({ text, challenge: one });
    expect([answer.status, await answer.json()]).toEqual([202, { state: "held" }]);
    expect(await heldFor(service)).toEqual([["repeated-text"]]);
    expect((await service.thread()).comments).toMatchObject([{ text }]);
  });

  test("of a comment that is confirmed", async () => {
    const { service, challenges } = await opened(2);
    for (const challenge of challenges) await service.post({ text, challenge });
    const [one = "", other = ""] = (await service.letters()).map(tokenOf);
    justBefore(service, "confirm", () => service.confirm(other));
    expect(await (await service.confirm(one)).text()).toContain("Ihr Kommentar wird geprüft");
    expect(await heldFor(service)).toEqual([["repeated-text"]]);
    expect((await service.thread()).comments).toMatchObject([{ text }]);
  });

  test("of an edited comment", async () => {
    const { service, challenges } = await opened(2);
    const reader = await openReader(service);
    for (const [i, challenge] of challenges.entries())
      await reader.post({ text: `Das ist der Kommentar Nummer ${i}.`, challenge });
    const [one = "", other = ""] = (await service.thread()).comments.map(({ id }) => id);
    justBefore(service, "edit", () => reader.edit(other, text));
    const answer = await reader.edit(one, text);
    expect([answer.status, await answer.json()]).toEqual([200, { state: "held" }]);
    expect(await heldFor(service)).toEqual([["repeated-text"]]);
    const shown = (await service.thread()).comments.filter(({ state }) => state === "published");
    expect(shown).toMatchObject([{ id: other, text }]);
  });
});
