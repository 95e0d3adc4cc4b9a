import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closePages, openChromium } from "../browser.ts";
import { printSite, sample } from "../site.ts";
import type { Site } from "../site.ts";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([printSite(sample), openChromium()]);
});
afterAll(() => closePages(browser));

/** The words that stand on paper, what is there to press, and what is printed behind each link of the text that leads elsewhere. */
async function onPaper(path: string) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.emulateMedia({ media: "print" });
  await page.setContent(site.printed.get(path) ?? "", { waitUntil: "domcontentloaded" });
  const words = (await page.locator("body").innerText()).replaceAll(/\s+/gu, " ");
  const pressed = await page
    .locator(":is(nav, aside, form, button, summary, .mast, .foot a):visible")
    .count();
  const links = await page.locator('.body a[href^="http"]').evaluateAll((all) =>
    all.map((one) => ({
      href: one.getAttribute("href"),
      behind: getComputedStyle(one, "::after").content,
    })),
  );
  await page.close();
  return { words, pressed, links };
}

const office = "/vertrieb/zwei-abteilungen-ein-buero/";

test.each([
  [office, "Seite 1 von 2 Der ganze Artikel: "],
  [`${office}2/`, "Seite 2 von 2 Der ganze Artikel: "],
  [`${office}alles/`, ""],
])("%s on paper says who wrote it, which part it is, and the address", async (path, place) => {
  const { words, pressed } = await onPaper(path);
  const cited =
    "Henrike Vollmer · Warum zwei Abteilungen ein Büro brauchen · Die Spalte, 19.10.2026";
  expect(words).toContain(
    `${cited}${place === "" ? " " : ` · ${place}`}https://die-spalte.example${office}alles/`,
  );
  expect(pressed).toBe(0);
});

test("an article of one part says no number on paper, and names all its authors", async () => {
  const { words } = await onPaper("/vertrieb/elf-tueren/");
  expect(words).toContain("https://die-spalte.example/vertrieb/elf-tueren/");
  expect(words).not.toMatch(/Seite \d von|Der ganze Artikel/u);
  const { words: talk } = await onPaper("/alltag/mahlzeit/2/");
  expect(talk).toContain("Clemens von Lützow und Mara Öhring · Mahlzeit · Die Spalte");
});

test("on paper the address of a link to elsewhere stands behind it", async () => {
  const { links } = await onPaper("/marken/der-vierzehnte/alles/");
  expect(links.length).toBeGreaterThan(0);
  for (const { href, behind } of links) expect(behind).toContain(href);
});
