import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

/** Where the desk is looked at. */
export const dark = { colorScheme: "dark", viewport: { width: 1280, height: 900 } } as const;
export const phone = { colorScheme: "light", viewport: { width: 320, height: 700 } } as const;
/** Both, with what a test's name says of them. */
export const places = [
  { place: "in the dark", options: dark },
  { place: "on a phone", options: phone },
] as const;

/** Holds a page, with everything on it unfolded, against axe and the width of the screen. */
export async function look(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    // The bar for many stands only while something is chosen.
    const boxes = [...document.querySelectorAll<HTMLInputElement>(".pick input")];
    if (!boxes.some(({ checked }) => checked)) boxes[0]?.click();
  });
  await page.evaluate(axe);
  // Handed over as text: axe's result has no type in the page.
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    "axe.run()",
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const violations = found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  expect([page.url(), violations, wide > 0]).toEqual([page.url(), [], false]);
}
