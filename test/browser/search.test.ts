import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { buildMagazine } from "../../scripts/build/magazine.ts";
import { indexSite } from "../../scripts/search/index-site.ts";
import { closePages, openChromium } from "../browser.ts";
import { sample, today } from "../site.ts";
import { violations } from "./axe.ts";
import { serveFolder } from "./static-server.ts";

const folder = mkdtempSync(join(tmpdir(), "kolumne-search-"));
let site: Awaited<ReturnType<typeof serveFolder>>;
let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
  site = await serveFolder(folder);
  const options = { content: sample, out: folder, now: today.toISOString(), preview: false };
  await buildMagazine({ ...options, url: site.origin, service: "http://localhost:1" });
  await indexSite(folder);
}, 120_000);
afterAll(async () => {
  await closePages(browser);
  await site.close();
  rmSync(folder, { recursive: true });
});

/** A page, and what its console says. */
async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(site.origin + path);
  return { page, complaints };
}

const titles = (page: Page) => page.locator(".results h2").allTextContents();
const count = (page: Page) => page.getByRole("status");
const found = (page: Page, words: string) => count(page).getByText(words).waitFor();

test("who types sees articles with the words around, filters them, and goes to the part in which the word stands", async () => {
  const { page, complaints } = await open("/suche/");
  const field = page.getByRole("searchbox", { name: "Suche im Magazin" });
  expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.type("Büro");
  await found(page, "3 Treffer für „Büro“");
  expect(await page.locator("mark").first().textContent()).toBe("Büro");
  expect(page.url()).toBe(`${site.origin}/suche/?q=B%C3%BCro`);

  await page.getByRole("checkbox", { name: "Vertrieb" }).check();
  await found(page, "1 von 3 Treffern");
  expect(await titles(page)).toEqual(["Warum zwei Abteilungen ein Büro brauchen"]);
  expect(await page.locator(".results").textContent()).toContain(
    "Henrike Vollmer\u00a0· 19. Oktober 2026\u00a0· Seite 2 von 2",
  );
  // The box that was ticked was made anew, and who stands in it stays there.
  expect(await page.evaluate(() => document.activeElement?.getAttribute("value"))).toBe("Vertrieb");
  expect(complaints).toEqual([]);
  await page.getByRole("link", { name: "Warum zwei Abteilungen" }).click();
  await page.waitForURL("**/vertrieb/zwei-abteilungen-ein-buero/2/**");

  // What was searched stands in the address, so the way back leads to it.
  await page.goBack();
  await found(page, "1 von 3 Treffern");
  expect(await field.inputValue()).toBe("Büro");
  await page.getByRole("button", { name: "Vertrieb nicht mehr filtern" }).click();
  await found(page, "3 Treffer");
});

test("by keys alone one searches, reads on and follows", async () => {
  const { page } = await open("/suche/?q=und");
  await found(page, "12 Treffer für „und“");
  expect(await titles(page)).toHaveLength(10);
  await page.getByRole("button", { name: "Weitere Treffer" }).press("Enter");
  await expect.poll(async () => (await titles(page)).length).toBe(12);
  const [eleventh] = (await titles(page)).slice(10);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe(eleventh);
  expect(await page.getByRole("button", { name: "Weitere Treffer" }).isVisible()).toBe(false);
  await page.getByRole("searchbox").fill("Windfang");
  await page.keyboard.press("Enter");
  await found(page, "Treffer für „Windfang“");
  const [first] = await titles(page);
  for (let step = 0; step < 40 && (await focused()) !== first; step += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: first }).waitFor();
});

test("filters alone find articles, and what is not there is said", async () => {
  const { page } = await open("/suche/?kolumne=Marken&jahr=2012&jahr=2026");
  await count(page).getByText("Treffer").waitFor();
  const columns = await page.locator(".results .kick").allTextContents();
  expect(new Set(columns)).toEqual(new Set(["Marken"]));
  await page.getByRole("button", { name: "Alle Filter entfernen" }).click();
  await expect.poll(() => page.url()).toBe(`${site.origin}/suche/`);
  await page.keyboard.type("xylophonquark");
  await found(page, "Nichts gefunden für „xylophonquark“.");
});

test("a text is never read as markup", async () => {
  const { page } = await open(
    `/suche/?q=${encodeURIComponent("<img src=x onerror=alert(1)> Büro")}`,
  );
  await count(page).getByText("für „<img").waitFor();
  expect(await page.locator("main img").count()).toBe(0);
});

test("an address that is not there leads on, to a search, the newest and the topics, also without script", async () => {
  const { page } = await open("/404.html", { javaScriptEnabled: false });
  expect(await page.locator(".teaser h3").allTextContents()).toHaveLength(5);
  await page.getByRole("link", { name: "Zur Startseite" }).waitFor();
  await page.locator(".ways").getByRole("link", { name: "Themen" }).waitFor();
  await page.getByRole("searchbox", { name: "Suche im Magazin" }).fill("Windfang");
  await page.getByRole("button", { name: "Suchen" }).click();
  await page.waitForURL(`${site.origin}/suche/?q=Windfang`);
  const { page: scripted } = await open("/404.html");
  await scripted.getByRole("searchbox").fill("Windfang");
  await scripted.keyboard.press("Enter");
  await found(scripted, "Treffer für „Windfang“");
});

test("without script one sentence leads on, and so it does while nothing has been indexed", async () => {
  const { page } = await open("/suche/?q=B%C3%BCro", { javaScriptEnabled: false });
  expect(await page.locator("noscript").innerText()).toMatch(
    /^Die Suche braucht JavaScript\..*Themen\s· .*Archiv\s· Autoren$/,
  );
  expect(await page.locator(".later").isVisible()).toBe(false);

  const { page: early } = await open("/404.html");
  await early.route("**/shards.json", (route) => route.fulfill({ status: 404 }));
  await early.goto(`${site.origin}/suche/`);
  await early.getByText("Die Suche ist noch nicht bereit.").waitFor();
  await early.unroute("**/shards.json");
  await early.route("**/shards.json", (route) => route.abort());
  await early.goto(`${site.origin}/suche/?q=B%C3%BCro`);
  await found(early, "Die Suche ist gerade nicht zu erreichen.");
  await early.unroute("**/shards.json");
  await early.getByRole("button", { name: "Suchen" }).click();
  await found(early, "3 Treffer");
});

test.each([
  { width: 360, colorScheme: "light" },
  { width: 768, colorScheme: "dark" },
  { width: 1280, colorScheme: "light", forcedColors: "active" },
] as const)("axe finds nothing at %o, and nothing is wider than the screen", async (look) => {
  const { width, ...options } = look;
  const { page } = await open("/suche/?q=B%C3%BCro&kolumne=Vertrieb", {
    ...options,
    viewport: { width, height: 800 },
  });
  await found(page, "1 von 3 Treffern");
  if (width < 1200) await page.locator("summary").first().click();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.goto(`${site.origin}/404.html`);
  expect(await violations(page)).toEqual([]);
});
