import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["flur"]);
  await stage.publish("flur", "Das ist nicht erlaubt.");
});
afterAll(() => stage.stop());

test.each([
  ["de", "Melden", "Als rechtswidrig melden"],
  ["en", "Report", "Report as illegal"],
] as const)(
  "the form for notices of illegal content is one step from every comment's report (%s)",
  async (language, report, notice) => {
    const { page, complaints } = await stage.open(stage.address("flur", language));
    await page.getByText(report, { exact: true }).click();
    await page.getByRole("link", { name: notice }).click();
    await page.waitForURL(`${stage.service}/notices/new?comment=*`);
    expect(await page.locator("blockquote").textContent()).toBe("Das ist nicht erlaubt.");
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);
