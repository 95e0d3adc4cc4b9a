import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Every rule of axe that the page breaks, with the places. The script is let in past the page's policy, as an extension would be. */
export async function violations(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    ${axe};
    return axe.run(document).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))));
  })()`);
}
