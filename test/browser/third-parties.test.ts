import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePages, openChromium } from "../browser.ts";
import { buildAssets } from "../../scripts/build/assets.ts";
import { printSite, sample } from "../site.ts";
import type { Site } from "../site.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let site: Site;
let magazine: Stage;
let browser: Browser;
beforeAll(async () => {
  [site, magazine, browser] = await Promise.all([printSite(sample), openStage(), openChromium()]);
}, 60_000);
afterAll(async () => {
  await closePages(browser);
  await magazine?.close();
});

/** One page of each kind that a browser opens, and the last part of an article besides. */
function kinds(): string[] {
  const pages = site.pages.filter(({ view }) => "frame" in view);
  const first = new Map(pages.toReversed().map(({ layout, path }) => [layout, path]));
  return [...first.values(), "/vertrieb/zwei-abteilungen-ein-buero/alles/", "/datenschutz/"];
}

test("no kind of page asks anybody but the site and the service, or leaves anything on the device, also when it is read to its end", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  expect(kinds().length).toBeGreaterThan(10);
  for (const path of kinds()) {
    await page.goto(magazine.site + path);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState("networkidle");
    const kept = await page.evaluate(async () => ({
      session: Object.keys(sessionStorage),
      local: Object.keys(localStorage),
      databases: await indexedDB.databases(),
      // Only in a secure context, as loopback is one.
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    const nothing = { session: [], local: [], databases: [], caches: [], workers: 0 };
    expect({ path, kept }).toEqual({ path, kept: nothing });
  }
  expect(await context.cookies()).toEqual([]);
  expect([...asked].toSorted()).toEqual([magazine.service, magazine.site].toSorted());
  await context.close();
});

test("scripts know no address elsewhere and no cookie, and only what writing and signing in need is stored", async () => {
  const { files } = await buildAssets("de");
  const scripts = files
    .filter(({ path }) => path.endsWith(".js"))
    .map(({ path, bytes }) => ({ path, text: Buffer.from(bytes).toString() }));
  expect(scripts.length).toBeGreaterThan(3);
  for (const { path, text } of scripts) {
    expect({ path, elsewhere: text.match(/https?:\/\/[^"'`\s]+/gu) }).toEqual({
      path,
      elsewhere: null,
    });
    expect(text).not.toMatch(/document\.cookie|cookieStore|indexedDB|serviceWorker|sendBeacon/u);
  }
  const all = scripts.map(({ text }) => text).join("\n");
  const keys = new Set([...all.matchAll(/["'`](kolumne-[a-z]+)/gu)].map(([, key]) => key));
  expect(keys).toEqual(new Set(["kolumne-session", "kolumne-text"]));
});

test("the page on data protection says just that", () => {
  const told = (site.printed.get("/datenschutz/") ?? "").replaceAll(/<[^>]*>/gu, "");
  for (const sentence of [
    "Wir setzen keine Cookies und speichern auch sonst nichts auf Ihrem Gerät, solange Sie nicht selbst handeln",
    "Die Seiten laden nichts von Dritten",
    "Die Suche rechnet in Ihrem Browser.",
    "Erst wenn Sie einen anklicken, öffnet sich das Netzwerk",
    "und die Nummer des Kommentars, auf den Sie antworten, im Sitzungsspeicher ab (sessionStorage)",
    "kommt er stattdessen in den lokalen Speicher (localStorage), bis Sie sich abmelden",
  ])
    expect(told).toContain(sentence);
  const service = site.magazine.comments?.service.replace("https://", "") ?? "";
  expect(told).toContain(`Kommentardienst unter ${service}`);
});

test("nothing is stored on the reader's device before he acts, and then what the page on data protection says", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${magazine.site}/vertrieb/zwei-abteilungen-ein-buero/`);
  await page.locator("#kommentare").scrollIntoViewIfNeeded();
  await page.getByLabel("Name oder Pseudonym").waitFor();
  const { cookies, origins } = await page.context().storageState();
  expect({ cookies, origins }).toEqual({ cookies: [], origins: [] });
  const kept = () => page.evaluate(() => Object.entries(sessionStorage));
  expect(await kept()).toEqual([]);
  await page.getByLabel("Name oder Pseudonym").fill("Jens");
  await page.getByLabel("E-Mail *").fill("jens@leser.example");
  await page.getByLabel("Kommentar *").fill("Halb gedacht");
  expect(await kept()).toEqual([[expect.stringMatching(/^kolumne-text /u), "0 Halb gedacht"]]);
  await page.getByLabel("Kommentar *").fill("");
  expect(await kept()).toEqual([]);
  expect(await page.context().storageState()).toEqual({ cookies: [], origins: [] });
  await page.goto(`${magazine.site}/datenschutz/`);
  const told = await page.getByText("Solange Sie schreiben.").locator("..").innerText();
  expect(told).toContain("sessionStorage");
  expect(told).toContain("die Nummer des Kommentars, auf den Sie antworten");
  await page.context().close();
});
