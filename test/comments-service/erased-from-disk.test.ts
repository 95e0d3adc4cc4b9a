import { existsSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { cleaningTimes } from "../../comments-service/domain/retention.ts";
import { moderate } from "./moderate.ts";
import { openReader } from "./readers.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

const words = {
  name: "Geheimname",
  email: "geheimpost@mail.example",
  text: "Geheimtext mit einem Namen",
};

/** Whether any byte of the comment stands in the database's files, while the service runs. */
function isOnDisk({ databasePath }: TestService): boolean {
  const files = [databasePath, `${databasePath}-wal`].filter((path) => existsSync(path));
  return files.some((path) => /geheim/iu.test(readFileSync(path, "latin1")));
}

async function written(): Promise<{ service: TestService; id: string }> {
  const service = await openService();
  await service.publish(words);
  expect(isOnDisk(service)).toBe(true);
  return { service, id: (await service.thread()).comments[0]?.id ?? "" };
}

test("what its writer erases is gone from the disk while the service runs", async () => {
  const { service, id } = await written();
  await service.store.erase(id);
  expect(isOnDisk(service)).toBe(false);
});

test("so is what a moderator erases", async () => {
  const { service, id } = await written();
  await moderate(service.store, "erase", id);
  expect(isOnDisk(service)).toBe(false);
});

test("so is all of an address that wants to be forgotten", async () => {
  const { service } = await written();
  const reader = await openReader(service, words.email);
  expect((await reader.call("DELETE", "/me", { texts: "erase" })).status).toBe(204);
  expect(isOnDisk(service)).toBe(false);
});

test("so is what has had its time", async () => {
  const service = await openService();
  await service.post(words);
  expect(isOnDisk(service)).toBe(true);
  service.clock.now += 73 * 3_600_000;
  await service.store.clean(cleaningTimes(service.clock.now), 100);
  expect(isOnDisk(service)).toBe(false);
});

test("while somebody reads, the erasing does not wait, and the cleaning does it later", async () => {
  const { service, id } = await written();
  const reader = new DatabaseSync(service.databasePath, { readOnly: true });
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM comment").get();
  expect(await service.store.erase(id)).toBe(true);
  expect(isOnDisk(service)).toBe(true);
  const clean = () => service.store.clean(cleaningTimes(service.clock.now), 100);
  expect(await clean()).toBe(true);
  reader.close();
  expect(await clean()).toBe(false);
  expect(isOnDisk(service)).toBe(false);
});
