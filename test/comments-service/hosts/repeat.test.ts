import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { textLog } from "../../../comments-service/domain/log.ts";
import { repeat } from "../../../comments-service/hosts/repeat.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a job is done as soon as whoever begins it has gone on, and again after the pause that it names", async () => {
  let runs = 0;
  const stop = repeat(
    "counting",
    () => {},
    async () => {
      runs += 1;
      return 1000;
    },
  );
  expect(runs).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(998);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(2);
  await stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toBe(2);
});

test("a job that fails says so and is done again a minute later", async () => {
  const log: string[] = [];
  let runs = 0;
  const stop = repeat(
    "failing",
    textLog((line) => void log.push(line)),
    async () => {
      runs += 1;
      throw new Error("not now");
    },
  );
  await vi.advanceTimersByTimeAsync(60_000);
  expect([runs, log]).toEqual([
    2,
    Array(2).fill(expect.stringMatching(/^failing failed error=Error at=".*repeat\.test\.ts/u)),
  ]);
  await stop();
});

test("stopping waits for the run that is under way, and starts no other", async () => {
  const finish = Promise.withResolvers<number>();
  let runs = 0;
  const stop = repeat(
    "waiting",
    () => {},
    () => {
      runs += 1;
      return finish.promise;
    },
  );
  await vi.advanceTimersByTimeAsync(1);
  let isStopped = false;
  const stopped = stop().then(() => (isStopped = true));
  await vi.advanceTimersByTimeAsync(5000);
  expect(isStopped).toBe(false);
  finish.resolve(1);
  await stopped;
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs).toBe(1);
});
