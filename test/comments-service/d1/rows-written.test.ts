import { expect, test } from "vitest";
import { cleaningTimes } from "../../../comments-service/domain/retention.ts";
import { DAY } from "../../../comments-service/domain/times.ts";
import { openD1 } from "../../../comments-service/store/d1/d1.ts";
import { openService } from "../service.ts";
import { newD1 } from "./bridge.ts";

// Indexes count. docs/decisions/d1.md says from these how many comments the free plan takes a day.
test("a comment costs few rows", async () => {
  const { binding, counted } = await newD1("migrated");
  const service = await openService({ database: openD1(binding) });
  const clean = () => service.store.clean(cleaningTimes(service.clock.now + 400 * DAY), 100);
  // The first comment also finds a thread and a key of the day to be written.
  await service.publish();
  await clean();

  const rowsOf = async (act: () => Promise<unknown>) => {
    const before = counted.rowsWritten;
    await act();
    return counted.rowsWritten - before;
  };
  const challenge = await service.challenge();
  const posted = await rowsOf(() => service.post({ email: "karl@mail.example", challenge }));
  const token = await service.token();
  const sent = await rowsOf(async () => {
    const { now } = service.clock;
    const letters = await service.store.claimLetters(10, now, now + 1000);
    for (const { id } of letters) await service.store.letterSent(id, now);
  });
  const confirmed = await rowsOf(() => service.confirm(token));
  const read = await rowsOf(() => service.thread());
  const cleaned = await rowsOf(clean);
  expect({ posted, sent, confirmed, read, cleaned }).toEqual({
    posted: 28,
    sent: 2,
    confirmed: 13,
    read: 0,
    cleaned: 17,
  });
});
