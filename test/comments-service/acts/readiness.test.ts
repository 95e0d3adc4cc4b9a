import { renameSync } from "node:fs";
import { expect, test } from "vitest";
import { DAY } from "../../../comments-service/domain/times.ts";
import { openService } from "../service.ts";
import type { TestService } from "../service.ts";

const writes = ({ acts }: TestService) =>
  acts.filter((statements) => statements.some((sql) => /INSERT/iu.test(sql))).length;

test("a refusal is the answer for a second, and then it is asked for again", async () => {
  const service = await openService();
  const { readiness } = service.service;
  const [path, away] = [service.databasePath, `${service.databasePath}-`];
  renameSync(path, away);
  expect(await readiness.isReady()).toBe(false);
  renameSync(away, path);
  service.clock.now += 999;
  expect(await readiness.isReady()).toBe(false);
  service.clock.now += 1;
  expect(await readiness.isReady()).toBe(true);
});

test("neither what was written nor what was refused lasts when the clock is put back", async () => {
  const service = await openService();
  const { readiness } = service.service;
  const before = writes(service);
  for (let day = 0; day < 3; day += 1) {
    expect(await readiness.isReady()).toBe(true);
    service.clock.now -= DAY;
  }
  expect(writes(service) - before).toBe(3);
});

test("after a doubt something is written for the next who asks, and once", async () => {
  const service = await openService();
  const { readiness } = service.service;
  expect(await readiness.isReady()).toBe(true);
  const before = writes(service);
  readiness.doubt();
  for (let times = 0; times < 3; times += 1) expect(await readiness.isReady()).toBe(true);
  expect(writes(service) - before).toBe(1);
});

test("what is no trouble of the store's is no refusal, but thrown", async () => {
  const { service, store } = await openService();
  store.tryWriting = () => Promise.reject(new TypeError("a mistake of ours"));
  await expect(service.readiness.isReady()).rejects.toThrow("a mistake of ours");
});
