import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildAssets } from "../../scripts/build/assets.ts";
import { printSite, sample } from "../site.ts";

/** What is loaded only where something is in the way: sending has failed, a page over plain http has no Web Crypto, the service asks for a code from a picture, or the reader comes back to the page. */
const isRare = (path: string) =>
  /^\/assets\/(?:foreign|news|picture-field|without-web-crypto)-/u.test(path);
const brotli = (bytes: string | Uint8Array) => brotliCompressSync(bytes).length;

test("an article page is at most 10,000 bytes brotli", async () => {
  const { pages, printed } = await printSite(sample);
  const articles = pages.filter(({ layout }) => layout === "article");
  const heavy = articles
    .map(({ path }) => ({ path, size: brotli(printed.get(path) ?? "") }))
    .filter(({ size }) => size > 10_000);
  expect(articles.length).toBeGreaterThan(8);
  expect(heavy).toEqual([]);
});

test.each(["de", "en"] as const)(
  "the pages' script is at most 1,000 bytes brotli, the widget at most 5,000 until the reader writes, and 10,000 in all, and its style 1,500 (%s)",
  async (language) => {
    const { assets, files } = await buildAssets(language);
    const all = files.filter(({ path }) => path.endsWith(".js") && path !== assets.search);
    const scripts = all.filter(({ path }) => !isRare(path));
    const rare = all.filter(({ path }) => isRare(path)).map(({ bytes }) => brotli(bytes));
    const sizeOf = (of: (path: string) => boolean) =>
      scripts.filter(({ path }) => of(path)).reduce((sum, { bytes }) => sum + brotli(bytes), 0);
    const isStyle = (path: string) => path.startsWith("/assets/thread-style-");
    const isWriting = (path: string) => path.startsWith("/assets/writing-");
    const own = sizeOf((path) => path === assets.script);
    const writing = sizeOf(isWriting);
    const reading = sizeOf((path) => path !== assets.script && !isStyle(path) && !isWriting(path));
    const style = sizeOf(isStyle);
    expect(own).toBeLessThanOrEqual(1000);
    expect(reading).toBeLessThanOrEqual(5000);
    expect(reading + writing).toBeLessThanOrEqual(10_000);
    expect(rare.length).toBe(4);
    expect(Math.max(...rare)).toBeLessThanOrEqual(3500);
    expect(style).toBeLessThanOrEqual(1500);
    expect(Math.min(reading, writing, style)).toBeGreaterThan(1000);
  },
);

test("scripts are the same wherever the build is called", async () => {
  const { assets } = await buildAssets("de");
  const source = new URL("../../scripts/build/assets.ts", import.meta.url).href;
  const code = `import { buildAssets } from "${source}"; console.log((await buildAssets("de")).assets.script)`;
  const elsewhere = execFileSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: tmpdir(),
    encoding: "utf8",
  });
  expect(elsewhere.trim()).toBe(assets.script);
});

test("the search page's own script is at most 3,500 bytes brotli, and has the words of one language", async () => {
  const { assets, files } = await buildAssets("en");
  const { bytes } = files.find(({ path }) => path === assets.search) ?? { bytes: "" };
  expect(brotli(bytes)).toBeLessThanOrEqual(3500);
  expect(String(bytes)).not.toContain("Treffer");
});

test("what a script loads is there, and no file of its own only leads to another", async () => {
  const { assets, files } = await buildAssets("de");
  const scripts = files
    .filter(({ path }) => path.endsWith(".js"))
    .map(({ path, bytes }) => ({ path, text: Buffer.from(bytes).toString() }));
  const loaded = scripts.flatMap(({ text }) =>
    [...text.matchAll(/(?:import|from)\(?"\.\/([^"]+)"/gu)].map(([, name]) => `/assets/${name}`),
  );
  // All but those that pages name.
  expect([...new Set(loaded)].toSorted()).toEqual(
    scripts
      .map(({ path }) => path)
      .filter((path) => path !== assets.script && path !== assets.search)
      .toSorted(),
  );
  expect(scripts.filter(({ text }) => text.length < 100)).toEqual([]);
});
