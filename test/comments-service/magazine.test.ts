import { describe, expect, test } from "vitest";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";
import { thread } from "./site.ts";

const status = async (service: TestService, id: string) =>
  (await service.ask(`/threads/${id}`)).status;
const pause = 10_000;

describe("the list of threads", () => {
  test("is read when a thread is asked for that nobody knows, and at most every ten seconds", async () => {
    const service = await openService();
    expect(await status(service, "flur")).toBe(200);
    expect(service.site.asked).toBe(1);
    service.site.list.threads.push(thread("neu"));
    service.clock.now += pause - 1;
    expect(await status(service, "neu")).toBe(404);
    expect(service.site.asked).toBe(1);
    service.clock.now += 1;
    expect(await status(service, "neu")).toBe(200);
    expect(service.site.asked).toBe(2);
  });

  test("is read once for many who ask at the same moment", async () => {
    const service = await openService();
    const asked = await Promise.all(Array.from({ length: 20 }, () => status(service, "flur")));
    expect(new Set(asked)).toEqual(new Set([200]));
    expect(service.site.asked).toBe(1);
  });

  test("is read by its ETag: what is unchanged is not sent again", async () => {
    const service = await openService();
    await status(service, "flur");
    service.clock.now += pause;
    await status(service, "nobody");
    expect([service.site.asked, service.site.unchanged]).toEqual([2, 1]);
  });

  test("is read again when the clock was set back", async () => {
    const service = await openService();
    await status(service, "flur");
    service.site.list.threads.push(thread("neu"));
    service.clock.now -= 24 * 3_600_000;
    expect(await status(service, "neu")).toBe(200);
  });

  test("changes titles, addresses and states; a thread that disappears is closed and keeps its comments", async () => {
    const service = await openService();
    await service.publish();
    const before = (await service.ask("/threads/flur")).headers.get("ETag");
    service.site.list.threads = [thread("regen", { title: "Anders", state: "closed" })];
    service.clock.now += pause;
    await status(service, "nobody");
    expect(await service.thread("regen")).toMatchObject({ title: "Anders", open: false });
    const gone = await service.ask("/threads/flur");
    expect(await gone.json()).toMatchObject({ open: false, count: 1 });
    expect(gone.headers.get("ETag")).not.toBe(before);
    service.site.list.threads.push(thread("flur"));
    service.clock.now += pause;
    await status(service, "nobody");
    expect(await service.thread()).toMatchObject({ open: true, count: 1 });
  });

  test("brings the articles' former addresses, which a thread keeps when it disappears", async () => {
    const service = await openService({
      threads: [thread("flur", { aliases: ["/2012/10/flur.html", "https://alt.example/flur/"] })],
    });
    const aliasesOf = async () =>
      (await service.store.threads()).map(({ id, aliases }) => [id, aliases]);
    await status(service, "flur");
    const former = [`${service.site.url}2012/10/flur.html`, "https://alt.example/flur/"];
    expect(await aliasesOf()).toEqual([["flur", former]]);
    service.site.list.threads = [thread("neu", { aliases: [] })];
    service.clock.now += pause;
    await status(service, "neu");
    expect(await aliasesOf()).toEqual([
      ["flur", former],
      ["neu", undefined],
    ]);
    service.site.list.threads = [thread("neu", { aliases: ["/n/"] }), thread("flur")];
    service.clock.now += pause;
    await status(service, "nobody");
    expect(await aliasesOf()).toEqual([
      ["flur", undefined],
      ["neu", [`${service.site.url}n/`]],
    ]);
  });

  test("may be long", async () => {
    const threads = Array.from({ length: 1500 }, (_, i) => thread(`artikel-${i}`));
    const service = await openService({ threads });
    expect(await status(service, "artikel-1499")).toBe(200);
    expect(await service.store.threads()).toHaveLength(1500);
  });

  test("without one yet every thread is 503, with a time to come back", async () => {
    const service = await openService();
    service.site.broken = { status: 503, body: "" };
    for (const path of ["/threads/flur", "/challenge?thread=flur"]) {
      const answer = await service.ask(path);
      expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "10"]);
    }
  });
});

describe("an invalid list changes nothing", () => {
  const list = {
    version: 1,
    site: {
      title: "Die Spalte",
      url: "https://x.example/",
      language: "de",
      timeZone: "Europe/Berlin",
    },
    threads: [],
  };
  test.each([
    [404, "", "the answer is 404"],
    [500, "", "the answer is 500"],
    [200, "", "the list is not as expected (Object)"],
    [200, "{", "the list is not as expected (Object)"],
    [200, "<!doctype html>", "the list is not as expected (Object)"],
    [200, JSON.stringify({ ...list, version: 2 }), "version is not as expected (1)"],
    [
      200,
      JSON.stringify({ ...list, site: { ...list.site, language: "tlh" } }),
      'site.language is not as expected (("de" | "en"))',
    ],
    [
      200,
      JSON.stringify({ ...list, site: { ...list.site, timeZone: "Mars" } }),
      "site.timeZone is no IANA time zone",
    ],
    [
      200,
      JSON.stringify({ ...list, threads: [thread("a b")] }),
      "a thread's id is empty, too long or has spaces",
    ],
    [
      200,
      JSON.stringify({ ...list, threads: [thread("a"), thread("a")] }),
      "thread a is listed twice",
    ],
    [
      200,
      JSON.stringify({ ...list, threads: [thread("a", { url: "javascript:alert(1)" })] }),
      "the url of thread a is no http address",
    ],
    [
      200,
      JSON.stringify({ ...list, threads: [thread("a", { aliases: ["javascript:alert(1)"] })] }),
      "an alias of thread a is no http address",
    ],
    [
      200,
      JSON.stringify({ ...list, threads: [{ ...thread("a"), aliases: "/alt/" }] }),
      "threads.0.aliases is not as expected (Array)",
    ],
  ])("%i %j", async (code, body, reason) => {
    const service = await openService();
    await service.publish();
    service.site.broken = { status: code, body };
    for (let i = 0; i < 3; i += 1) {
      service.clock.now += pause;
      expect(await status(service, "nobody")).toBe(404);
    }
    expect(await service.thread()).toMatchObject({ open: true, count: 1, title: "Über flur" });
    service.site.broken = null;
    service.clock.now += pause;
    await status(service, "nobody");
    const address = `${service.site.url}threads.json`;
    const shown = reason.includes(" ") ? JSON.stringify(reason) : reason;
    expect(service.log).toEqual([
      `the magazine's list cannot be read address=${address} reason=${shown}`,
      `the magazine's list is read again address=${address}`,
    ]);
  });

  test("and neither does a magazine that is away", async () => {
    const service = await openService();
    await service.publish();
    await service.site.close();
    service.clock.now += pause;
    expect(await status(service, "nobody")).toBe(404);
    expect((await service.thread()).count).toBe(1);
    const address = `${service.site.url}threads.json`;
    expect(service.log).toEqual([
      `the magazine's list cannot be read address=${address} reason=ECONNREFUSED`,
    ]);
  });
});
