import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { corpusOf, writeContent } from "../../scripts/bench/site/corpus.ts";
import { editsOf } from "../../scripts/bench/site/edits.ts";
import { buildMagazine } from "../../scripts/build/magazine.ts";
import { indexSite } from "../../scripts/search/index-site.ts";
import { openChromium } from "../browser.ts";
import { serveFolder } from "./static-server.ts";

test("a filter that was long and opened becomes short, and the search goes on; dates are those of the magazine's locale", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kolumne-filters-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [content, out] = [join(folder, "content"), join(folder, "dist")];
  const corpus = corpusOf(40);
  writeContent(content, corpus, "language: en\nlocale: en-US");
  // A word that one article alone has.
  editsOf(corpus)
    .find(({ name }) => name.includes("text changed"))
    ?.make(content, 1);
  const site = await serveFolder(out);
  onTestFinished(() => site.close());
  await buildMagazine({ content, out, now: "2026-01-03", preview: false, url: site.origin });
  await indexSite(out);

  const browser = await openChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`${site.origin}/search/`);
  const years = page.getByRole("group", { name: "Year" });
  await years.getByText("More").click();
  expect(await years.getByRole("checkbox").count()).toBeGreaterThan(8);
  await page.getByRole("searchbox").fill("Nachtrag");
  await page.getByRole("status").getByText("Nachtrag").waitFor();
  await expect.poll(() => years.getByRole("checkbox").count()).toBe(1);
  expect(await page.locator(".results time").textContent()).toMatch(/^[A-Z][a-z]+ \d+, \d{4}$/u);
});
