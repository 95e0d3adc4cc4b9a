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
  ["de", "Spam melden", "Rechtswidriger Inhalt", "Förmlich melden"],
  ["en", "Report spam", "Illegal content", "Give formal notice"],
] as const)(
  "a report of illegal content leads to the form for notices (%s)",
  async (language, report, illegal, notice) => {
    const { page, complaints } = await stage.open(stage.address("flur", language));
    await page.getByText(report).click();
    const link = page.getByRole("link", { name: notice });
    await page.getByLabel(illegal).waitFor();
    expect(await link.count()).toBe(0);
    await page.getByLabel(illegal).check();
    await link.click();
    await page.waitForURL(`${stage.service}/notices/new?comment=*`);
    expect(await page.locator("blockquote").textContent()).toBe("Das ist nicht erlaubt.");
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);
