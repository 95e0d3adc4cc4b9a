import { printSite, sample } from "../site.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { openService } from "./service.ts";
import type { TestService } from "./service.ts";
import { thread } from "./site.ts";
import type { TestSite } from "./site.ts";
import { INDEX, printYears } from "./threads-by-year.ts";
import type { TestYears } from "./threads-by-year.ts";

let service: TestService;
beforeEach(async () => {
  service = await openService();
});

/** Prints these years, and lets the service read. @returns what it asked for, and why it could not go on. */
async function read(byYear?: TestYears) {
  const { site, log } = service;
  if (byYear !== undefined) printYears(site, byYear);
  site.requests.length = 0;
  log.length = 0;
  await service.service.magazine.refresh();
  return { asked: site.requests.map(short), log: log.map(short) };
}

const short = (text: string) => text.replaceAll(/-[0-9a-f]{16}\.json/gu, "-HASH.json");
const file = (year: number | string) => `/assets/threads-${year}-HASH.json`;

async function stateOf(id: string): Promise<string> {
  const found = await service.service.magazine.thread(id);
  return "missing" in found ? "missing" : found.state;
}

const before: TestYears = {
  2026: [thread("flur"), thread("neu", { closes: "2091-01-01T00:00:00.000Z" })],
  2025: [thread("alt", { authors: ["eva-klein"], aliases: ["/frueher/"] })],
};

describe("threads by year", () => {
  test("are read file by file, the newest first, with all that threads.json says of them, which nobody asks for then", async () => {
    const { asked, log } = await read(before);
    expect(asked).toEqual([`${INDEX} 200`, `${file(2026)} 200`, `${file(2025)} 200`]);
    expect(log).toEqual([]);
    const { url } = service.site;
    expect(await service.store.threads()).toEqual([
      { ...thread("flur"), url: `${url}vertrieb/flur/`, year: "2026" },
      { ...thread("neu"), url: `${url}vertrieb/neu/`, closes: Date.UTC(2091, 0), year: "2026" },
      {
        ...thread("alt", { authors: ["eva-klein"], aliases: [`${url}frueher/`] }),
        url: `${url}vertrieb/alt/`,
        year: "2025",
      },
    ]);
    expect(await service.store.site()).toMatchObject({
      title: "Die Spalte",
      imprint: `${url}impressum/`,
    });
  });

  test("cost one question when nothing has changed, and one more for each year that has", async () => {
    await read(before);
    const versions = async () =>
      Promise.all(["flur", "alt"].map(async (id) => (await service.store.thread(id))?.version));
    const were = await versions();
    expect((await read()).asked).toEqual([`${INDEX} 304`]);
    const after = { ...before, 2025: [thread("alt", { title: "Anders" })] };
    expect((await read(after)).asked).toEqual([`${INDEX} 200`, `${file(2025)} 200`]);
    expect(await service.thread("alt")).toMatchObject({ title: "Anders" });
    expect(await versions()).toEqual([were[0], (were[1] ?? 0) + 1]);
  });

  test("that nobody names any more are closed and keep their comments; so are those of a year that is gone", async () => {
    await read(before);
    await service.publish();
    await read({ 2026: [thread("neu")], 2025: [thread("alt")] });
    expect(await service.thread()).toMatchObject({ open: false, count: 1 });
    expect((await read({ 2026: [thread("neu")] })).asked).toEqual([`${INDEX} 200`]);
    expect([await stateOf("neu"), await stateOf("alt")]).toEqual(["open", "closed"]);
    await read(before);
    expect(await service.thread()).toMatchObject({ open: true, count: 1 });
    await read({});
    expect([await stateOf("flur"), await stateOf("neu")]).toEqual(["closed", "closed"]);
  });

  test("that move to another year stay open, also while the file of that year is missing", async () => {
    await read(before);
    const moved = { 2026: [thread("neu")], 2025: [thread("flur"), thread("alt")] };
    const paths = printYears(service.site, moved);
    const missing = service.site.files.get(paths["2025"] ?? "") ?? 404;
    service.site.files.delete(paths["2025"] ?? "");
    await read();
    expect([await stateOf("flur"), await stateOf("alt")]).toEqual(["open", "open"]);
    service.site.files.set(paths["2025"] ?? "", missing);
    await read();
    expect((await service.store.threads("2025")).map(({ id }) => id).toSorted()).toEqual([
      "alt",
      "flur",
    ]);
    expect(await stateOf("flur")).toBe("open");
  });
});

describe("what cannot be read", () => {
  const after: TestYears = { 2026: [thread("neu")], 2025: [thread("alt", { title: "Anders" })] };
  const problem = (reason: string) =>
    `the magazine's list cannot be read address=${service.site.url}threads.json reason=${JSON.stringify(reason)}`;

  test.each<[string, string | number, string]>([
    ["is not there yet", 404, "the answer is 404"],
    [
      "is another",
      JSON.stringify({ version: 1, threads: [] }),
      "its hash is another than threads-by-year.json says",
    ],
    [
      "is not whole",
      '{"version":1,"threads":[',
      "its hash is another than threads-by-year.json says",
    ],
    ["is too long", " ".repeat(20_000_001), "the list is longer than 20 MB"],
  ])(
    "a year whose file %s: nothing is closed, and the next reading goes on with it",
    async (_, body, reason) => {
      await read(before);
      const paths = printYears(service.site, after);
      const path = paths["2025"] ?? "";
      const right = service.site.files.get(path) ?? 404;
      service.site.files.set(path, body);
      const { log } = await read();
      expect(log).toEqual([problem(`${file(2025).slice(1)}: ${reason}`)]);
      expect([await stateOf("flur"), await stateOf("alt")]).toEqual(["open", "open"]);
      expect(await service.thread("alt")).toMatchObject({ title: "Über alt" });

      service.site.files.set(path, right);
      const { asked } = await read();
      expect(asked).toEqual([`${INDEX} 200`, `${file(2025)} 200`]);
      expect(await stateOf("flur")).toBe("closed");
      expect(await service.thread("alt")).toMatchObject({ title: "Anders" });
      expect((await read()).asked).toEqual([`${INDEX} 304`]);
    },
  );

  const hash = "0".repeat(64);
  const many = Array.from({ length: 201 }, (_, i) => ({ year: String(1900 + i), hash }));
  test.each<[string, object[], string]>([
    [
      "a year that leads elsewhere",
      [{ year: "../2025", hash }],
      "years.0.year is not as expected (/^\\d{4}$/u)",
    ],
    [
      "a hash that does",
      [{ year: "2025", hash: "/../x" }],
      "years.0.hash is not as expected (/^[0-9a-f]{64}$/u)",
    ],
    ["two hundred and one years", many, "years is not as expected (<=200)"],
  ])(
    "an index with %s: nothing else is asked for, and nothing changes",
    async (_, years, reason) => {
      await read(before);
      const { list, files } = service.site;
      files.set(INDEX, JSON.stringify({ version: 1, site: list.site, years }));
      const { asked, log } = await read();
      expect(asked).toEqual([`${INDEX} 200`]);
      expect(log).toEqual([problem(`threads-by-year.json: ${reason}`)]);
      expect([await stateOf("flur"), await stateOf("alt")]).toEqual(["open", "open"]);
    },
  );

  test("an index that is not answered: nothing changes, and threads.json is not asked for", async () => {
    await read(before);
    service.site.files.set(INDEX, 503);
    const { asked, log } = await read();
    expect(asked).toEqual([`${INDEX} 503`]);
    expect(log).toEqual([problem("threads-by-year.json: the answer is 503")]);
    expect(await stateOf("alt")).toBe("open");
  });

  test("a file whose threads are not as expected is told with its name", async () => {
    await read({ 2026: [thread("a b")] });
    expect(service.log.map(short)).toEqual([
      problem(`${file(2026).slice(1)}: a thread's id is empty, too long or has spaces`),
    ]);
  });
});

test("of many years thirty are read at a time, the newest first; until all are, nothing is closed", async () => {
  await read({ 2030: [thread("flur")] });
  const byYear = Object.fromEntries(
    Array.from({ length: 35 }, (_, i) => [String(1990 + i), [thread(`artikel-${1990 + i}`)]]),
  );
  expect((await read(byYear)).asked).toHaveLength(30);
  expect([await stateOf("artikel-2024"), await stateOf("flur")]).toEqual(["open", "open"]);
  const { asked, log } = await read();
  expect(asked.slice(0, 2)).toEqual([`${INDEX} 200`, `${file(1995)} 200`]);
  expect([asked.length, log]).toEqual([7, []]);
  expect([await stateOf("artikel-1990"), await stateOf("flur")]).toEqual(["open", "closed"]);
});

describe("a magazine that lists all threads in one file", () => {
  test("and then by years, loses no thread, and closes what neither names", async () => {
    expect((await read()).asked).toEqual([`${INDEX} 404`, "/threads.json 200"]);
    await service.publish();
    await read({ 2026: [thread("flur")] });
    expect([await stateOf("flur"), await stateOf("regen")]).toEqual(["open", "closed"]);
    expect(await service.thread()).toMatchObject({ count: 1 });
  });

  test("again, after it did by years, is read so; and by years again", async () => {
    await read(before);
    service.site.files.clear();
    expect((await read()).asked).toEqual([`${INDEX} 404`, "/threads.json 200"]);
    const states = () => Promise.all(["flur", "regen", "neu", "alt"].map(stateOf));
    expect(await states()).toEqual(["open", "open", "closed", "closed"]);
    expect((await read()).asked).toEqual([`${INDEX} 404`, "/threads.json 304"]);
    await read(before);
    expect(await states()).toEqual(["open", "closed", "open", "open"]);
  });

  test("may answer anything where the index would be", async () => {
    service.site.files.set(INDEX, "<!doctype html><p>Nicht gefunden");
    expect((await read()).asked).toEqual([`${INDEX} 200`, "/threads.json 200"]);
    expect(await stateOf("flur")).toBe("open");
  });
});

test.each(["test/fixtures/magazine", sample])(
  "what a build prints of %s is read by years, and by what knows threads.json alone, as the same",
  async (content) => {
    const { printed } = await printSite(content);
    for (const [path, text] of printed)
      if (path.endsWith(".json")) service.site.files.set(path, text);
    expect((await read()).log).toEqual([]);
    const threads = async () =>
      (await service.store.threads())
        .map((one) => Object.assign(one, { year: "" }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const byYear = await threads();
    expect(byYear.length).toBeGreaterThan(2);
    const whole = JSON.parse(printed.get("/threads.json") ?? "") as TestSite["list"];
    service.site.files.clear();
    service.site.list = whole;
    expect(await read()).toEqual({ asked: [`${INDEX} 404`, "/threads.json 200"], log: [] });
    expect(await threads()).toEqual(byYear);
  },
);
