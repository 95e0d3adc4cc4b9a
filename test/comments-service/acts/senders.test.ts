import { describe, expect, test } from "vitest";
import { createSenders } from "../../../comments-service/acts/senders.ts";
import { DAY } from "../../../comments-service/domain/times.ts";
import { openService, start } from "../service.ts";

const midnight = Math.ceil(start / DAY) * DAY;

describe("a sender's name", () => {
  test("is the same all day, in every process, and another on the next day", async () => {
    const { service, store, clock } = await openService();
    const beside = createSenders({ ...service, store });
    const names = [];
    for (const now of [midnight, midnight + DAY / 2, midnight + DAY - 1, midnight + DAY]) {
      clock.now = now;
      const one = await service.senders("192.0.2.1");
      expect(await beside("192.0.2.1")).toEqual(one);
      names.push(one.sender);
    }
    expect(new Set(names.slice(0, 3)).size).toBe(1);
    expect(names[3]).not.toBe(names[0]);
  });

  test("is known again after another day's, as when a clock is put right", async () => {
    const { service, clock } = await openService();
    const today = await service.senders("192.0.2.1");
    clock.now += DAY;
    await service.senders("192.0.2.1");
    clock.now -= DAY;
    expect(await service.senders("192.0.2.1")).toEqual(today);
  });

  test("stands beside those of the wider networks: neighbours share theirs", async () => {
    const { service } = await openService();
    const [one, neighbour, street] = await Promise.all(
      ["2001:db8:1:2::1", "2001:db8:1:3::1", "2001:db8:1:302::1"].map((address) =>
        service.senders(address),
      ),
    );
    expect(new Set([one, neighbour, street].map((each) => each?.sender)).size).toBe(3);
    expect(neighbour?.sender56).toBe(one?.sender56);
    expect(street?.sender56).not.toBe(one?.sender56);
    expect(street?.sender48).toBe(one?.sender48);
    expect(street?.network).toBe(one?.network);
    const four = await service.senders("192.0.2.1");
    expect([four.sender56, four.sender48]).toEqual([four.sender, four.sender]);
    expect((await service.senders("192.0.2.9")).network).toBe(four.network);
  });
});
