import { expect, test } from "vitest";
import { object, objectionOf } from "../../../comments-service/acts/notice.ts";
import { DAY } from "../../../comments-service/domain/times.ts";
import { limits } from "../../../comments-service/wire.ts";
import { decided, objectionIn, to, withComment } from "../giving-notice.ts";

/** A decision that its notifier may object to. */
async function objectable() {
  const { service, id } = await withComment();
  await decided(service, id, "kept");
  const [letter] = await to(service, "renate@mail.example");
  return { service, token: objectionIn(letter?.text) };
}

test("an objection is given once, and its link says so from then on, also when the time for it is over", async () => {
  const { service, token } = await objectable();
  expect(await objectionOf(service.service, token)).toMatchObject({ party: "notifier" });
  expect(await object(service.service, { token, words: "Doch." })).toBe("given");
  expect(await objectionOf(service.service, token)).toBe("given");
  service.clock.now += 365 * DAY;
  expect(await objectionOf(service.service, token)).toBe("given");
  expect(await object(service.service, { token, words: "Noch einmal." })).toBe("given");
  expect((await service.store.notices(1))[0]?.objections).toMatchObject([{ text: "Doch." }]);
});

test("an objection is as long as a comment at most: what goes beyond is cut", async () => {
  const { service, token } = await objectable();
  const words = "x".repeat(limits.text);
  await object(service.service, { token, words: `${words}y` });
  expect((await service.store.notices(1))[0]?.objections).toMatchObject([{ text: words }]);
});
