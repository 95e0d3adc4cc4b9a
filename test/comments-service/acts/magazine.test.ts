import { describe, expect, test } from "vitest";
import { createMagazine } from "../../../comments-service/acts/magazine.ts";
import { openService } from "../service.ts";

describe("a thread", () => {
  test("that is known asks the magazine nothing, however old the list is", async () => {
    const { service, site, clock } = await openService();
    expect(await service.magazine.thread("flur")).toMatchObject({ id: "flur", state: "open" });
    clock.now += 1_000_000;
    expect(await service.magazine.thread("flur")).toMatchObject({ id: "flur" });
    expect(site.asked).toBe(1);
  });

  test("that is missing is told apart from a list that could never be read", async () => {
    const { service, site, clock } = await openService();
    site.broken = { status: 500, body: "" };
    expect(await service.magazine.thread("flur")).toEqual({ missing: "list" });
    site.broken = null;
    clock.now += 10_000;
    for (const id of ["nobody", "no id"])
      expect(await service.magazine.thread(id)).toEqual({ missing: "thread" });
  });
});

describe("what stands on the service's own pages", () => {
  test("is the address until a list was read, then its title, and that still when the store is away", async () => {
    const { service, site, store, clock, log } = await openService();
    const options = { store, siteUrl: site.url, clock: () => clock.now, log: () => {} };
    const magazine = createMagazine(options);
    const { host } = new URL(site.url);
    const before = { title: host, url: site.url, language: "de", timeZone: "UTC" };
    expect(await magazine.lastKnownSite()).toEqual(before);
    await magazine.refresh();
    const after = { title: "Die Spalte", language: "de", timeZone: "Europe/Berlin" };
    expect(await magazine.lastKnownSite()).toMatchObject(after);
    const away = Object.assign(store, { site: () => Promise.reject(new Error("away")) });
    expect(await magazine.lastKnownSite()).toMatchObject(after);
    expect(await createMagazine({ ...options, store: away }).lastKnownSite()).toEqual(before);
    expect([log, await service.magazine.lastKnownSite()]).toEqual([[], before]);
  });
});

test("a list of more than 20 MB changes nothing, and one line says why", async () => {
  const { service, site, log } = await openService();
  site.broken = { status: 200, body: " ".repeat(20_000_001) };
  await service.magazine.refresh();
  const address = `${site.url}threads.json`;
  const reason = '"the list is longer than 20 MB"';
  expect(log).toEqual([`the magazine's list cannot be read address=${address} reason=${reason}`]);
});
