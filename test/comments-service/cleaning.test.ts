import { expect, test } from "vitest";
import { cleaningTimes } from "../../comments-service/domain/retention.ts";
import { decided, withComment } from "./giving-notice.ts";
import { signIn } from "./readers.ts";
import { dump, rowsOf } from "./rows.ts";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";

const HOUR = 3_600_000;
const clean = (service: TestService, most = 100) =>
  service.store.clean(cleaningTimes(service.clock.now), most);

test("what was never confirmed is gone after 72 hours, with all that belongs to it", async () => {
  const service = await openService();
  await service.post({ name: "Vergessen", email: "vergessen@mail.example", notify: "thread" });
  service.clock.now += 72 * HOUR;
  await clean(service);
  expect(await dump(service.database)).toContain("vergessen@mail.example");
  service.clock.now += 1;
  await clean(service);
  expect(await dump(service.database)).not.toMatch(
    /"(?:comment|proof|letter|solution|counter|subscription)":\[\{/u,
  );
});

test("what is counted today stays, though the same was counted long ago", async () => {
  const { store, clock } = await openService();
  const per = 24 * HOUR;
  const counter = { key: "domain of somebody", per, most: 5 };
  const day = (now: number) => ({ ...counter, start: Math.floor(now / per) * per });
  await store.mayTry(day(clock.now));
  clock.now += 3 * per;
  await store.mayTry(day(clock.now));
  await store.mayTry(day(clock.now));
  await store.clean(cleaningTimes(clock.now), 100);
  expect(await store.counted([day(clock.now), day(clock.now - 3 * per)])).toEqual([2, 0]);
});

test("what was confirmed stays, and a late click on its link is answered politely", async () => {
  const service = await openService();
  await service.post();
  const token = await service.token();
  await service.confirm(token);
  service.clock.now += 10 * 24 * HOUR;
  await clean(service);
  expect((await service.thread()).count).toBe(1);
  expect((await service.confirm(token)).status).toBe(200);
  service.clock.now += 30 * 24 * HOUR;
  await clean(service);
  expect((await service.thread()).count).toBe(1);
  expect((await service.confirm(token)).status).toBe(404);
});

test("a report, with the address of who sent it, is gone after 90 days", async () => {
  const service = await openService();
  await service.publish();
  const [{ id } = { id: "" }] = (await service.thread()).comments;
  const challenge = await service.challenge({ action: "report" });
  await service.send(`/comments/${id}/reports`, {
    reason: "spam",
    email: "zeuge@mail.example",
    challenge,
  });
  service.clock.now += 90 * 24 * HOUR;
  await clean(service);
  expect(await dump(service.database)).toContain("zeuge@mail.example");
  service.clock.now += 1;
  await clean(service);
  expect(await dump(service.database)).not.toContain("zeuge@mail.example");
});

test("reports and notices leave behind that they were, and nothing of who wrote them", async () => {
  const { service, id } = await withComment();
  const challenge = await service.challenge({ action: "report" });
  const message = "Zeugenworte";
  await service.send(`/comments/${id}/reports`, {
    reason: "insult",
    message,
    email: "zeuge@mail.example",
    challenge,
  });
  const at = service.clock.now;
  await decided(service, id, "removed");
  const written = /Zeugenworte|zeuge@|Renate|renate@|§ 185|Herabsetzung/u;
  service.clock.now += 366 * 24 * HOUR;
  while (await clean(service, 1));
  const [reports, notices] = [
    await rowsOf(service.database, "report"),
    await rowsOf(service.database, "notice"),
  ];
  expect(JSON.stringify([reports, notices])).not.toMatch(written);
  expect(reports).toMatchObject([
    { comment: id, reason: "insult", created_at: at, settled_at: at + 1000 },
  ]);
  expect(reports[0]?.sender).toBe(reports[0]?.id);
  expect(notices).toMatchObject([
    { comment: id, created_at: at, decision: "removed", decided_at: at + 1000, token_hash: null },
  ]);
  // Nobody is shown an empty one.
  expect(await service.store.notices(9)).toEqual([]);
});

test("it goes in small steps", async () => {
  const service = await openService();
  for (let i = 0; i < 5; i += 1) await service.post({ email: `r${i}@mail.example` });
  service.clock.now += 73 * HOUR;
  const left = async () => (await rowsOf(service.database, "comment")).length;
  await clean(service, 2);
  expect(await left()).toBe(3);
  await clean(service, 2);
  await clean(service, 2);
  expect(await left()).toBe(0);
});

test("an erased comment leaves nothing of its writer behind", async () => {
  const service = await openService();
  await service.publish({
    name: "Geheim Name",
    email: "geheim@mail.example",
    text: "Geheime Worte",
    notify: "thread",
  });
  const [{ id } = { id: "" }] = (await service.thread()).comments;
  expect(await dump(service.database)).toMatch(/geheim/iu);
  expect(await service.letters()).toHaveLength(1);
  await service.store.erase(id);
  expect(await dump(service.database)).not.toMatch(/geheim/iu);
  expect(await service.letters()).toEqual([]);
});

test("a code is gone when it has ended, and so is a session", async () => {
  const service = await openService();
  await signIn(service, "kurz@mail.example");
  expect(await dump(service.database)).toContain('"attempt":[{');
  service.clock.now += 11 * 60_000;
  await clean(service);
  expect(await dump(service.database)).not.toContain('"attempt":[{');
  expect(await dump(service.database)).toContain('"session":[{');
  expect(await dump(service.database)).toContain("kurz@mail.example");
  service.clock.now += 30 * 24 * HOUR;
  await clean(service);
  expect(await dump(service.database)).not.toContain("kurz@mail.example");
});
