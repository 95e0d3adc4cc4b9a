import type { Browser, Page } from "playwright-core";
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

/** The printed page at an address, without what it would load. */
async function open(path: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.setContent(site.printed.get(path) ?? "", { waitUntil: "domcontentloaded" });
  return page;
}

/** Where the first or all elements begin and end, in whole pixels: those that are seen. */
async function edges(page: Page, selector: string) {
  const boxes = await page.locator(selector).evaluateAll((all) =>
    all.map((one) => {
      const { left, right, top, bottom } = one.getBoundingClientRect();
      return [left, right, top, bottom].map(Math.round);
    }),
  );
  return boxes.map(([left = 0, right = 0, top = 0, bottom = 0]) => ({ left, right, top, bottom }));
}

const none = { left: NaN, right: NaN, top: NaN, bottom: NaN };
const lefts = (boxes: readonly { left: number }[]) => boxes.map(({ left }) => left);

/** Where the home page's parts stand. */
async function homeAt(width: number) {
  const page = await open("/", width);
  const [whole = none] = await edges(page, ".mast");
  const [recent = none] = await edges(page, ".recent .section");
  const picks = await edges(page, ".pick .teaser");
  const strips = await edges(page, ".strips > section");
  const boxes = await edges(page, "aside h2");
  await page.close();
  expect(strips).toHaveLength(3);
  expect(new Set(strips.map(({ top }) => top)).size).toBe(1);
  expect([strips[0]?.left, strips[2]?.right]).toEqual([whole.left, whole.right]);
  return { whole, recent, picks, strips, boxes };
}

test("at 768 pixels rules and columns of the home page line up", async () => {
  const { whole, recent, picks, strips, boxes } = await homeAt(768);
  expect(lefts(picks)).toEqual(lefts(strips));
  expect(boxes[0]?.top).toBe(boxes[1]?.top);
  expect([boxes[0]?.left, boxes[1]?.right]).toEqual([whole.left, whole.right]);
  expect([recent.left, recent.right]).toEqual([whole.left, whole.right]);
});

test("at 1280 pixels what is recommended stands beside the first article's picture and the boxes beside the new articles, over the third column", async () => {
  const { recent, picks, strips, boxes } = await homeAt(1280);
  expect(new Set(lefts(picks))).toEqual(new Set([strips[2]?.left]));
  expect(lefts(boxes)).toEqual([strips[2]?.left, strips[2]?.left]);
  expect([boxes[0]?.top, recent.right]).toEqual([recent.top, strips[1]?.right]);
});

/** Where the parts of a long article stand, whose text has its measure at every width. */
async function articleAt(width: number) {
  const page = await open("/vertrieb/zwei-abteilungen-ein-buero/alles/", width);
  const [whole = none] = await edges(page, ".mast");
  const [text = none] = await edges(page, ".body");
  const [facts = none] = await edges(page, ".facts");
  const [boxes = none] = await edges(page, "aside");
  const [comments = none] = await edges(page, "comment-thread");
  await page.close();
  expect(text.right - text.left).toBe(640);
  expect(boxes.top).toBeGreaterThan(text.bottom);
  expect([comments.left, comments.right]).toEqual([text.left, text.right]);
  return { whole, text, facts, boxes, comments };
}

test.each([768, 1000])(
  "at %i pixels an article's text stands in the middle, and the boxes below the comments",
  async (width) => {
    const { whole, text, boxes, comments } = await articleAt(width);
    expect(Math.abs(text.left - whole.left - (whole.right - text.right))).toBeLessThanOrEqual(1);
    expect(boxes.top).toBeGreaterThan(comments.bottom);
  },
);

test("at 1280 pixels facts stand in the margin left of the text, and the boxes beside the comments", async () => {
  const { whole, text, facts, boxes, comments } = await articleAt(1280);
  expect([facts.left, boxes.right]).toEqual([whole.left, whole.right]);
  expect(facts.right).toBeLessThan(text.left);
  expect(boxes.left).toBeGreaterThan(text.right);
  expect(boxes.top).toBeLessThan(comments.bottom);
});
