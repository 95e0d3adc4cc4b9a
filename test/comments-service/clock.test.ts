import { expect, test } from "vitest";
import { openService } from "./service.ts";

const DAY = 24 * 3_600_000;

test("a clock that jumps back breaks nothing", async () => {
  const service = await openService();
  await service.publish({ text: "vorher" });
  await service.post({ text: "dazwischen" });
  const token = await service.token();
  const before = await service.challenge();
  service.clock.now -= 3 * DAY;
  expect((await service.confirm(token)).status).toBe(200);
  expect((await service.post({ text: "nachher", challenge: before })).status).toBe(202);
  const letters = await service.store.claimLetters(10, service.clock.now, service.clock.now + 1);
  expect(letters).toHaveLength(1);
  const { comments } = await service.thread();
  expect(comments.map(({ number, text }) => [number, text])).toEqual([
    [2, "dazwischen"],
    [1, "vorher"],
  ]);
});
