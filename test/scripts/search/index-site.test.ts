import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { buildMagazine } from "../../../scripts/build/magazine.ts";
import { inTurn } from "../../../scripts/build/turn.ts";
import { UsageError } from "../../../scripts/command.ts";
import { indexSite } from "../../../scripts/search/index-site.ts";
import type { Indexed } from "../../../scripts/search/index-site.ts";
import { today } from "../../site.ts";
import { run, temporaryFolder } from "../run.ts";
import { openIndex } from "./searching.ts";

const folder = mkdtempSync(join(tmpdir(), "kolumne-search-"));
const out = join(folder, "dist");
const build = (now = today) =>
  buildMagazine({
    content: "test/fixtures/magazine",
    out,
    now: now.toISOString(),
    preview: false,
  });

beforeAll(async () => {
  await build();
  await indexSite(out);
});
afterEach(() => vi.unstubAllGlobals());
afterAll(() => rmSync(folder, { recursive: true }));

test("the indexing waits until a build has printed", async () => {
  const place = temporaryFolder();
  const cache = ".cache/kolumne";
  const waits = Promise.withResolvers<void>();
  const act = inTurn({ cache, out: place }, async () => {
    const index = indexSite(place, waits.resolve).catch((error: unknown) => error);
    await waits.promise;
    cpSync(out, place, { recursive: true });
    return { index };
  });
  const { articles } = (await (await act).index) as Indexed;
  expect(articles).toBeGreaterThan(1);
});

test("an article is found once, by words of any of its parts, in any form of the word", async () => {
  const { find } = await openIndex(out);
  const found = await find("Relaunches");
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    url: "/alltag/zwei-abteilungen/",
    meta: {
      title: "Zwei Abteilungen, ein Büro",
      column: "Alltag",
      authors: "Clemens von Lützow",
      date: "2012-10-19",
    },
  });
  expect(found[0]?.excerpt).toContain("einen <mark>Relaunch,</mark>");
  // What stands in a part begins behind the part's address.
  const parts = found[0]?.anchors.filter(({ id }) => id.startsWith("/"));
  expect(parts?.map(({ id }) => id)).toEqual([
    "/alltag/zwei-abteilungen/",
    "/alltag/zwei-abteilungen/2/",
  ]);
  expect(found[0]?.locations[0]).toBeGreaterThan(parts?.[1]?.location ?? Infinity);
});

test.each(["twittern", "Jahrbuch", "Facebook", "Korrekturen"])(
  "%s, which stands around texts, finds nothing",
  async (words) => {
    const { find } = await openIndex(out);
    expect((await find(words)).map(({ url }) => url)).toEqual([]);
  },
);

test("articles are filtered by column, author and year", async () => {
  const { find, filters } = await openIndex(out);
  expect(await filters()).toEqual({
    column: { Alltag: 2, "Marken und Märkte": 2 },
    author: { "Anna Östreich": 2, "Bert Zander": 1, "Clemens von Lützow": 2 },
    year: { "2012": 4 },
  });
  const found = await find(null, { author: { any: ["Bert Zander"] }, year: { any: ["2012"] } });
  expect(found.map(({ meta }) => meta["title"])).toEqual(["Der letzte Prospekt"]);
});

test("who wrote an article together is told apart", async () => {
  const { find } = await openIndex(out);
  const both = { any: ["Anna Östreich"] };
  const names = (await find(null, { author: both })).map(({ meta }) => meta["authors"]);
  expect(names).toContain("Anna Östreich, Clemens von Lützow");
});

test("the same pages give the same index; a build leaves it alone", async () => {
  const index = join(out, "suche/index/shards.json");
  const before = readFileSync(index, "utf8");
  expect(await indexSite(out)).toMatchObject({ changed: 0, removed: [] });
  expect(await build()).toMatchObject({ printed: 0, deleted: 0 });
  expect(readFileSync(index, "utf8")).toBe(before);
  expect(existsSync(join(out, "suche/index/pagefind-ui.js"))).toBe(false);
});

test("another word changes few files", async () => {
  const page = join(out, "marken/der-letzte-prospekt/index.html");
  const printed = readFileSync(page, "utf8");
  writeFileSync(page, printed.replace("Briefkasten atmete", "Briefkasten seufzte"));
  const { changed, removed } = await indexSite(out);
  writeFileSync(page, printed);
  // The list of indexes and the index's own entry, what it knows of all pages, the article, and the words around.
  expect({ changed, removed: removed.length < 5 }).toEqual({ changed: 5, removed: true });
  await indexSite(out);
});

test("an article that is gone is found no more, and its files are deleted", async () => {
  await build(new Date("2012-11-01T12:00:00Z"));
  expect((await indexSite(out)).removed.length).toBeGreaterThan(1);
  const { find } = await openIndex(out);
  expect(await find("Briefkasten")).toEqual([]);
});

test("a folder that no build has printed is refused, and so is a page without a text", async () => {
  await expect(indexSite(temporaryFolder())).rejects.toThrow(UsageError);
  const page = join(out, "alltag/zwei-abteilungen/2/index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace('<div class="body">', "<div>"));
  await expect(indexSite(out)).rejects.toThrow("/alltag/zwei-abteilungen/2/ has no");
});

test("npm run search says what is missing", async () => {
  const { code, errors } = await run("scripts/search.ts", "--out", temporaryFolder());
  expect({ code, errors }).toEqual({
    code: 2,
    errors: expect.stringMatching(/holds nothing that a build has printed: npm run build first\n$/),
  });
});
