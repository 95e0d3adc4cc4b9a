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

test("letters that were written or claimed while the clock was years ahead go out when it is right again", async () => {
  const service = await openService();
  const { now } = service.clock;
  const due = () => service.store.claimLetters(10, service.clock.now, service.clock.now + 300_000);
  service.clock.now += 7000 * DAY;
  await service.post({ text: "geholt" });
  expect(await due()).toHaveLength(1);
  await service.post({ text: "geschrieben", email: "other@mail.example" });
  service.clock.now = now;
  expect(await due()).toHaveLength(2);
  expect(await due()).toHaveLength(0);
});
