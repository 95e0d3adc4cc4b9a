import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closePages, openChromium } from "../browser.ts";
import { violations } from "./axe.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
let browser: Browser;
beforeAll(async () => {
  [stage, browser] = await Promise.all([openStage(), openChromium()]);
});
afterAll(async () => {
  await closePages(browser);
  await stage?.close();
});

const article = "/vertrieb/zwei-abteilungen-ein-buero/";
const places = [
  "/",
  article,
  `${article}alles/`,
  "/autoren/",
  "/autoren/henrike-vollmer/",
  "/impressum/",
  "/vertrieb/",
  "/themen/",
  "/themen/buero/",
  "/serien/",
  "/archiv/",
  "/suche/",
  "/404.html",
];

describe("axe finds nothing in light, in dark, and on a phone where colours are forced", () => {
  let page: Page;
  beforeAll(async () => {
    page = await open("/", { width: 1280 });
  });
  afterAll(() => page.context().close());

  test.each(places)("on %s", async (path) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ forcedColors: "none" });
    await page.goto(stage.site + path);
    const found = await inLightAndDark(page);
    await page.setViewportSize({ width: 360, height: 900 });
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    const forced = await violations(page);
    expect({ ...found, forced }).toEqual({ light: [], dark: [], forced: [] });
  });
});

test("axe finds nothing on the article with the form filled in wrongly, in light and in dark", async () => {
  const page = await open(article, { width: 360 });
  await page.locator("#kommentare").scrollIntoViewIfNeeded();
  await page.getByLabel("Name oder Pseudonym").focus();
  await page.getByRole("button", { name: "Kommentar abgeben" }).click();
  await page.locator("[aria-invalid=true]").first().waitFor();
  expect(await inLightAndDark(page)).toEqual({ light: [], dark: [] });
  await page.context().close();
});

async function inLightAndDark(page: Page) {
  await page.emulateMedia({ colorScheme: "light" });
  const light = await violations(page);
  await page.emulateMedia({ colorScheme: "dark" });
  return { light, dark: await violations(page, "colors") };
}

test("with letters twice as large nothing scrolls sideways on a phone, and nothing is cut", async () => {
  const page = await open("/", { width: 360 });
  for (const path of places) {
    await page.goto(stage.site + path);
    const wide = await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
      const isCut = (one: Element) => {
        const { overflowX, clip, clipPath } = getComputedStyle(one);
        const isMeant = clipPath !== "none" || clip !== "auto";
        return overflowX === "hidden" && !isMeant && one.scrollWidth > one.clientWidth + 1;
      };
      const { scrollWidth, clientWidth } = document.documentElement;
      return {
        excess: scrollWidth - clientWidth,
        cut: [...document.querySelectorAll("body *")].filter(isCut).map((one) => one.className),
      };
    });
    expect({ path, wide }).toEqual({ path, wide: { excess: 0, cut: [] } });
  }
  await page.context().close();
});

test("nothing moves, so that who wants no motion sees none", async () => {
  const page = await browser.newPage();
  await page.goto(stage.site + article);
  const moves = await page.evaluate(() => ({
    running: document.getAnimations().length,
    wanted: [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules]
        .map(({ cssText }) => cssText)
        .filter((rule) => /@view-transition|transition:|animation:/u.test(rule)),
    ),
  }));
  expect(moves).toEqual({ running: 0, wanted: [] });
  await page.close();
});

test.each([360, 1280])(
  "nothing jumps while a page is loaded and its text is read at %i pixels",
  async (width) => {
    const page = await open("/", { width });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as unknown as {
            value: number;
            sources: readonly { previousRect: DOMRectReadOnly }[];
          };
          // What only comes into sight, as the footer below a short conversation, has not jumped.
          if (sources.some(({ previousRect }) => previousRect.height > 0)) shifts.push(value);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    for (const path of ["/", article, `${article}alles/`]) {
      await page.goto(stage.site + path);
      await page.waitForLoadState("networkidle");
      // As far as the text's end stands at the foot of the window.
      await page.evaluate(() => {
        const last = [...document.querySelectorAll(".body, main")].at(-1);
        scrollBy(0, (last?.getBoundingClientRect().bottom ?? 0) - innerHeight);
      });
      await page.waitForLoadState("networkidle");
      const shifts = await page.evaluate(
        () => (globalThis as unknown as { shifts: number[] }).shifts,
      );
      expect({ path, shifts }).toEqual({ path, shifts: [] });
    }
    // Straight to the comments, before they are there.
    await page.goto(stage.site + article);
    await page.evaluate(() => document.querySelector("#kommentare")?.scrollIntoView());
    await page.locator("comment-thread form").first().waitFor();
    await page.waitForLoadState("networkidle");
    const late = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
    expect(late).toEqual([]);
    await page.context().close();
  },
);

test("nothing scrolls sideways, from 320 to 1280 pixels, on no page", async () => {
  const page = await open("/", { width: 320 });
  const sitemap = await (await fetch(`${stage.site}/sitemap.xml`)).text();
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => url);
  expect(listed.length).toBeGreaterThan(20);
  for (const path of [...listed, `${stage.site}${article}2/`, `${stage.site}/404.html`]) {
    await page.setViewportSize({ width: 320, height: 900 });
    await page.goto(path);
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const [seen, excess] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return [innerWidth, scrollWidth - clientWidth] as const;
      });
      expect({ path, seen, excess }).toEqual({ path, seen: width, excess: 0 });
    }
  }
  await page.context().close();
});

test.each([320, 360, 768])("a long topic stays within its column at %i pixels", async (width) => {
  const page = await open("/themen/", { width });
  const wide = await page.evaluate(() => {
    const entries = [...document.querySelectorAll<HTMLElement>(".counted li")];
    for (const [at, name] of ["Zusammenarbeitsvereinbarung", "Eine Frage der Haltung"].entries())
      entries[at]?.querySelector("a")?.replaceChildren(name);
    const ends = (of: Element | null) => of?.getBoundingClientRect().right ?? 0;
    return entries.filter((entry) => ends(entry.querySelector(".ui")) > ends(entry) + 0.5).length;
  });
  expect(wide).toBe(0);
  await page.context().close();
});

test("on a phone the text begins on the first screen, and on the parts after the first in its upper half", async () => {
  const page = await open("/", { width: 360 });
  await page.setViewportSize({ width: 360, height: 740 });
  const list = await (await fetch(`${stage.site}/threads.json`)).json();
  const { threads } = list as { threads: { url: string }[] };
  const firsts = threads.map(({ url }) => ({ url, below: 700 }));
  expect(firsts.length).toBeGreaterThan(8);
  for (const { url, below } of [...firsts, { url: `${stage.site}${article}2/`, below: 370 }]) {
    await page.goto(url);
    const box = await page.locator(".body > p").first().boundingBox();
    expect({ url, inReach: (box?.y ?? Infinity) < below }).toEqual({ url, inReach: true });
  }
  await page.context().close();
});

test("'mehr …' offers the device's own way to share and copies the address that is told, where the browser can", async () => {
  const page = await open("/", { width: 360 });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    navigator.share = async ({ url = "" } = {}) => {
      document.title = `shared ${url}`;
    };
  });
  await page.goto(stage.site + article);
  const told = `${stage.site}${article}alles/`;
  await page.getByText("mehr …").click();
  await page.getByRole("button", { name: "Link kopieren" }).click();
  await page.getByText("Der Link ist kopiert.").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(told);
  await page.getByRole("button", { name: "Teilen mit …" }).click();
  await expect.poll(() => page.title()).toBe(`shared ${told}`);
  await page.context().close();
});

test("targets are at least 24 pixels high, or stand in a sentence", async () => {
  const page = await open(article, { width: 360 });
  await page.locator("#kommentare").scrollIntoViewIfNeeded();
  await page.getByLabel("Name oder Pseudonym").waitFor();
  const targets = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("a, button, input, textarea, summary")]
      // WCAG 2.2, 2.5.8 leaves out targets in a sentence and those that are not there to be seen.
      .filter((target) => target.closest(".body, .bio, .hint, .skip, [hidden], .meta") === null)
      .map((target) => ({
        words: target.textContent,
        height: target.getBoundingClientRect().height,
      }))
      .filter(({ height }) => height > 0),
  );
  expect(targets.length).toBeGreaterThan(10);
  expect(targets.filter(({ height }) => height < 24)).toEqual([]);
  await page.context().close();
});

test("the keyboard reaches the text first, then everything, and the focus is visible", async () => {
  const page = await open(`${article}#kommentare`, { width: 1280 });
  await page.getByLabel("Name oder Pseudonym").waitFor();
  await page.goto(`${stage.site}${article}#`);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Zum Text");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("text");
  const seen: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const active = document.activeElement;
      if (active === null || active === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      return { words: active.textContent ?? "", outline: `${outlineStyle} ${outlineWidth}` };
    });
    if (focus === null) break;
    expect(focus).toMatchObject({ outline: "solid 3px" });
    seen.push(focus.words.replaceAll(/\s+/g, " ").trim());
  }
  expect(seen).toContain("Weiter zu Seite 2 von 2: Es lag an den Stühlen →");
  expect(seen).toContain("Alles zeigen");
  expect(seen).toContain("Impressum");
  await page.context().close();
});

test("on paper stand the article and its thread, and nothing to press", async () => {
  const page = await open(article, { width: 800 });
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".body").isVisible()).toBe(true);
  expect(await page.locator("nav:visible, aside:visible, button:visible").count()).toBe(0);
  await page.context().close();
});

test("without script everything but the comments works, and one sentence says so", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(stage.site + article);
  await page.getByRole("link", { name: /Weiter zu Seite 2/ }).click();
  await page.waitForURL(`**${article}2/`);
  expect(await page.locator("comment-thread").innerText()).toContain(
    "Bitte erlauben Sie JavaScript",
  );
  await context.close();
});

async function open(path: string, { width }: { width: number }): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(stage.site + path);
  return page;
}
