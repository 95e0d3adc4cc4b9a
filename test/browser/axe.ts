import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// What holds is not told of each place.
const resultTypes = ["violations"];
/** All rules, and those that other colours alone can break. */
const rules = {
  all: { resultTypes, rules: { "target-size": { enabled: true } } },
  colors: { resultTypes, runOnly: ["color-contrast", "link-in-text-block"] },
};

/** Every rule of axe that the page, as it shows now, breaks, with the places. The script is let in past the page's policy, once, as an extension would be. */
export async function violations(page: Page, asked: keyof typeof rules = "all"): Promise<string[]> {
  // Its words may be there before its style is.
  await page.waitForLoadState();
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe);
  return page.evaluate(`axe.run(document, ${JSON.stringify(rules[asked])}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))))`);
}
