import { describe, expect, test } from "vitest";
import { DAY, HOUR } from "../../comments-service/domain/times.ts";
import { openService, start } from "./service.ts";
import type { TestService } from "./service.ts";
import { thread } from "./site.ts";

const closes = new Date(start + HOUR).toISOString();

/** A service whose first thread closes in an hour. */
const openClosing = (): Promise<TestService> =>
  openService({ threads: [thread("flur", { closes }), thread("regen")] });

describe("a thread that closes by itself", () => {
  test("takes comments until then and none after, by the service's own clock", async () => {
    const service = await openClosing();
    expect(await service.publish()).toBe(1);
    expect(await service.thread()).toMatchObject({ open: true, closedSince: null });
    service.clock.now = start + HOUR - 1;
    expect((await service.post()).status).toBe(202);
    service.clock.now = start + HOUR;
    expect((await service.post()).status).toBe(409);
    expect(await service.thread()).toMatchObject({ open: false, closedSince: closes, count: 1 });
    expect((await service.thread("regen")).open).toBe(true);
  });

  test("is another answer from then on, though nobody has written", async () => {
    const service = await openClosing();
    await service.publish();
    const etag = async () => (await service.ask("/threads/flur")).headers.get("ETag");
    const open = await etag();
    expect(await etag()).toBe(open);
    service.clock.now += HOUR;
    expect(await etag()).not.toBe(open);
  });

  test("lets nobody confirm any more, who may when the magazine gives it another date", async () => {
    const service = await openClosing();
    await service.post();
    const token = await service.token();
    service.clock.now += HOUR;
    expect((await service.confirm(token)).status).toBe(409);
    expect((await service.thread()).count).toBe(0);
    const later = new Date(start + DAY).toISOString();
    service.site.list.threads = [thread("flur", { closes: later }), thread("regen")];
    await service.service.magazine.refresh();
    expect((await service.confirm(token)).status).toBe(200);
    expect((await service.thread()).count).toBe(1);
  });

  test("stays open when the magazine takes the date away", async () => {
    const service = await openClosing();
    await service.thread();
    service.site.list.threads = [thread("flur"), thread("regen")];
    await service.service.magazine.refresh();
    service.clock.now += DAY;
    expect((await service.thread()).open).toBe(true);
  });
});
