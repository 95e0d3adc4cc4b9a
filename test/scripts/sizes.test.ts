import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { stylesheets } from "../../layouts/assets.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { printSite } from "../site.ts";

const brotli = (bytes: string | Uint8Array) => brotliCompressSync(bytes).length;

test("an article page is at most 10,000 bytes brotli", async () => {
  const { pages, printed } = await printSite("content");
  const articles = pages.filter(({ layout }) => layout === "article");
  const heavy = articles
    .map(({ path }) => ({ path, size: brotli(printed.get(path) ?? "") }))
    .filter(({ size }) => size > 10_000);
  expect(articles.length).toBeGreaterThan(8);
  expect(heavy).toEqual([]);
  expect(stylesheets.article).toContain("thread");
});

test.each(["de", "en"] as const)(
  "the pages' script is at most 1,000 bytes brotli, the widget at most 5,000 in all (%s)",
  async (language) => {
    const { assets, files } = await buildAssets(language);
    const sizeOf = (own: boolean) =>
      files
        .filter(({ path }) => path.endsWith(".js") && (path === assets.script) === own)
        .reduce((sum, { bytes }) => sum + brotli(bytes), 0);
    expect(sizeOf(true)).toBeLessThanOrEqual(1000);
    expect(sizeOf(false)).toBeLessThanOrEqual(5000);
    expect(sizeOf(false)).toBeGreaterThan(1000);
  },
);
