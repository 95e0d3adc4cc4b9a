import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A phone. */
export const phone = { viewport: { width: 360, height: 740 } } as const;

const light = { colorScheme: "light", forcedColors: "none" } as const;
const dark = { colorScheme: "dark", forcedColors: "none" } as const;
const forced = { colorScheme: "light", forcedColors: "active" } as const;

// What holds is not told of each place.
const resultTypes = ["violations"];
const all = { resultTypes, rules: { "target-size": { enabled: true } } };
const colors = { resultTypes, runOnly: ["color-contrast", "link-in-text-block"] };

/** By hand, a folder for pictures of all that is looked at (see CONTRIBUTING). */
const folder = process.env["PICTURES"] ?? "";

/**
 * Holds what a page shows, with its details open, against axe in light, dark and forced colours (of an article's page its comments): nothing is wider than the
 * screen or too small to press, where colours are forced what one presses has a border, and with letters of twice the size nothing is cut.
 * @param name what the page shows.
 */
export async function look(page: Page, name = page.url()): Promise<void> {
  // Its words may be there before its style is.
  await page.waitForLoadState();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("main details"))
      if (details.closest("comment-thread") === null) details.open = true;
  });
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  await page.emulateMedia(light);
  const found = {
    light: await violations(page, all),
    dark: await inMedia(page, dark, () => violations(page, colors)),
    forced: await inMedia(page, forced, () => violations(page, colors, unforced)),
    bare: await inMedia(page, forced, () => page.evaluate(bare)),
    sideways: await page.evaluate(sideways),
    cut: await page.evaluate(cutAtTwice),
  };
  if (folder !== "") await pictures(page, name);
  expect([name, found]).toEqual([
    name,
    { light: [], dark: [], forced: [], bare: [], sideways: [], cut: [] },
  ]);
}

async function inMedia<T>(
  page: Page,
  media: typeof dark | typeof forced,
  ask: () => Promise<T>,
): Promise<T> {
  await page.emulateMedia(media);
  const answer = await ask();
  await page.emulateMedia(light);
  return answer;
}

/** What axe finds in what these selectors, or elements, name: its rules, and what breaks them. */
function violations(
  page: Page,
  options: object,
  where = "thread ? [thread] : [document]",
): Promise<unknown> {
  // As text: axe and its result have no type in the page.
  return page.evaluate(`(async () => {
    const thread = document.querySelector(".comments:has(comment-thread)");
    const include = ${where};
    if (include.length === 0) return [];
    const { violations } = await axe.run({ include }, ${JSON.stringify(options)});
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html, any[0]?.message])]);
  })()`);
}

// The browser chooses forced colours so that they can be read. axe takes others for them, but where a style keeps its own.
const unforced =
  '[...(thread ?? document).querySelectorAll("*")].filter((each) => getComputedStyle(each).forcedColorAdjust === "none")';

/** Run in the page: what one presses, or writes in, and has no border. */
function bare(): string[] {
  const pressed = "button, summary, select, textarea, input:not([type=checkbox], [type=radio])";
  return (
    [...document.querySelectorAll(pressed)]
      // Around what has the focus the browser draws its outline instead.
      .filter((each) => each.checkVisibility({ opacityProperty: true }) && !each.matches(":focus"))
      .filter((each) => {
        const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(each);
        return (
          borderTopStyle === "none" ||
          borderTopWidth === "0px" ||
          /^rgba.* 0\)$/u.test(borderTopColor)
        );
      })
      .map((each) => each.outerHTML.slice(0, 200))
  );
}

/** Run in the page: the page, if it is wider than the screen. */
function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth}`] : [];
}

/** Run in the page: what is cut, or beyond the edge, with letters of twice the size. */
function cutAtTwice(): string[] {
  const root = document.documentElement;
  root.style.fontSize = "200%";
  const cut = [...document.querySelectorAll("body *")]
    .filter((each) => each.checkVisibility({ opacityProperty: true }))
    .filter((each) => {
      const { display, position, overflowX } = getComputedStyle(each);
      if (display === "inline" || position === "absolute") return false;
      const { left, right } = each.getBoundingClientRect();
      const isBeyond = left < -1 || right > root.clientWidth + 1;
      // What is written in a field may be longer than the field.
      if (each.matches("input, textarea")) return isBeyond;
      return isBeyond || (overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1);
    })
    .map((each) => each.outerHTML.slice(0, 200));
  const wide = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} wide`] : [];
  root.style.fontSize = "";
  return [...wide, ...cut];
}

async function pictures(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize() ?? { width: 360, height: 740 };
  for (const width of [360, 768, 1280])
    for (const [kind, media] of Object.entries({ light, dark, forced })) {
      await page.setViewportSize({ width, height: before.height });
      await page.emulateMedia(media);
      const path = join(folder, `${name.replaceAll(/\W+/gu, "-")}-${width}-${kind}.png`);
      const thread = page.locator(".comments");
      if ((await thread.count()) > 0) await thread.screenshot({ path });
      else await page.screenshot({ path, fullPage: true });
    }
  await page.setViewportSize(before);
  await page.emulateMedia(light);
}
