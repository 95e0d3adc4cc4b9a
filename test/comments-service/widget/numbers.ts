import type { Page } from "playwright-core";

/** The numbers of the comments in their order, those of replies in brackets. */
export const numbers = (page: Page): Promise<string[]> =>
  page
    .locator("article > .no")
    .evaluateAll((all) =>
      all.map((each) =>
        each.closest("ol ol") ? `(${each.textContent})` : (each.textContent ?? ""),
      ),
    );
