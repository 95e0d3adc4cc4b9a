import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { printPage } from "../../layouts/print.ts";
import { editionAt } from "../../magazine/edition.ts";
import { pagesOf } from "../../magazine/pages/pages.ts";
import { readMagazine } from "../../magazine/read/magazine.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { serveFolder } from "../browser/static-server.ts";
import { sample, today } from "../site.ts";
import { openStage } from "./widget/stage.ts";
import type { Stage } from "./widget/stage.ts";

const magazine = editionAt(readMagazine(sample), today, false);
const [newest, second] = magazine.articles;
const ids = magazine.articles.map(({ id }) => id);

let stage: Stage;
let site: Awaited<ReturnType<typeof serveFolder>>;
const folder = mkdtempSync(join(tmpdir(), "lists-"));
beforeAll(async () => {
  [stage, site] = await Promise.all([openStage(ids), serveFolder(folder)]);
  const { files } = await buildAssets("de");
  mkdirSync(join(folder, "assets"));
  for (const { path, bytes } of files) writeFileSync(join(folder, path), bytes);
  writeFileSync(join(folder, "index.html"), await printed("/"));
});
afterAll(async () => {
  await Promise.all([stage.stop(), site.close()]);
  rmSync(folder, { recursive: true });
});

/** A page of the magazine as it is printed, with the stage's service. */
async function printed(path: string): Promise<string> {
  const { assets } = await buildAssets("de");
  const pages = pagesOf({ ...magazine, comments: { service: stage.service } });
  const page = pages.find((one) => one.path === path);
  if (page === undefined) throw new Error(`there is no page ${path}`);
  return printPage(page, assets);
}

test("a list asks for all its counts by one request and writes them quietly", async () => {
  if (newest === undefined || second === undefined) throw new Error("too few articles");
  await stage.publish(newest.id, "Das erste.");
  await stage.publish(newest.id, "Das zweite.");
  await stage.publish(second.id, "Das einzige.");
  const { page, complaints } = await stage.open("about:blank");
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(stage.service)) asked.push(new URL(request.url()).pathname);
  });
  await page.goto(site.origin);
  const count = page.locator(`[data-thread="${newest.id}"]`);
  await page.getByRole("link", { name: "2 Kommentare", exact: true }).waitFor();
  expect(await count.getAttribute("href")).toMatch(/\/#kommentare$/);
  expect(await page.locator(`[data-thread="${second.id}"]`).textContent()).toBe("1 Kommentar");
  const others = await page.locator("[data-thread]").allTextContents();
  expect(others.filter((text) => text === "Kommentare")).toHaveLength(others.length - 2);
  expect(asked).toEqual(["/counts"]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("without the service a list still leads to the comments", async () => {
  const { page } = await stage.open("about:blank");
  await page.route(`${stage.service}/**`, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed");
  await page.goto(site.origin);
  await failed;
  const links = page.locator("[data-thread]");
  expect(new Set(await links.allTextContents())).toEqual(new Set(["Kommentare"]));
  await page.context().close();
});

test("lists of columns and authors name the threads too; an article without comments has none", async () => {
  const column = magazine.articles[0]?.column.slug ?? "";
  expect(await printed(`/${column}/`)).toContain('data-thread="');
  const author = magazine.articles[0]?.authors[0]?.slug ?? "";
  expect(await printed(`/autoren/${author}/`)).toContain('data-thread="');
  const articles = magazine.articles.map((article) => ({ ...article, comments: "off" as const }));
  const [home] = pagesOf({ ...magazine, articles });
  const { assets } = await buildAssets("de");
  expect(home && printPage(home, assets)).not.toContain("data-thread");
});
