import { afterAll, beforeAll, expect, test } from "vitest";
import { talkOf } from "../fill-thread.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["flur", "ohne"]);
  stage.fill("ohne", talkOf(2, 1));
  stage.fill("flur", talkOf(4, 2));
  // Of the second conversation and of its replies, one each.
  stage.mark("flur", 2, "recommended_at = 1");
  stage.mark("flur", 8, "recommended_at = 1");
});
afterAll(() => stage.stop());

test("a comment that the editors recommend says so, and its answers do not", async () => {
  const { page, complaints } = await stage.open(stage.address("flur"));
  const own = (number: number) =>
    page.locator(`#kommentar-${number} > div > header`).getByText("Redaktionsempfehlung");
  await own(2).waitFor();
  expect(await page.locator(".pick").count()).toBe(2);
  const lineOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((each) => {
        const { content, borderLeftWidth } = getComputedStyle(each, "::before");
        return content === "none" ? "" : borderLeftWidth;
      });
  expect(await lineOf("#kommentar-2 > div > p")).toBe("3px");
  expect(await lineOf("#kommentar-6 > div > p")).toBe("");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what is recommended is read alone, each by itself; a number elsewhere leads back to the whole thread", async () => {
  const { page, complaints } = await stage.open(stage.address("flur"));
  const order = page.getByLabel("Reihenfolge");
  await order.selectOption("Nur Empfohlene");
  await page.locator(".thread > li").nth(1).waitFor();
  await page.locator("#kommentar-4").waitFor({ state: "detached" });
  const heads = page.locator(".thread > li > article");
  expect(await heads.evaluateAll((all) => all.map(({ id }) => id))).toEqual([
    "kommentar-8",
    "kommentar-2",
  ]);
  expect(await page.locator(".thread ol").count()).toBe(0);
  expect(await order.evaluate((each) => each === document.activeElement)).toBe(true);
  // One that is in the list is gone to within it.
  await page.evaluate(() => (location.hash = "#kommentar-2"));
  await page.locator("#kommentar-2:focus").waitFor();
  expect(await order.inputValue()).toBe("recommended");
  await page.evaluate(() => (location.hash = "#kommentar-4"));
  await page.locator("#kommentar-4:focus").waitFor();
  expect(await order.inputValue()).toBe("newest");
  expect(await page.locator(".thread article").count()).toBe(12);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a reply that is recommended leads to what it answers", async () => {
  const { page } = await stage.open(stage.address("flur"));
  await page.getByLabel("Reihenfolge").selectOption("Nur Empfohlene");
  await page.locator("#kommentar-4").waitFor({ state: "detached" });
  const reply = page.locator("#kommentar-8");
  await reply.getByText("Antwort auf").getByRole("link").click();
  await page.locator("#kommentar-4:focus").waitFor();
  expect(await page.getByLabel("Reihenfolge").inputValue()).toBe("newest");
  await page.context().close();
});

test("where nothing is recommended, nothing of it is offered", async () => {
  const { page } = await stage.open(stage.address("ohne"));
  await page.getByLabel("Reihenfolge").waitFor();
  expect(await page.getByLabel("Reihenfolge").locator("option").allTextContents()).toEqual([
    "Neueste zuerst",
    "Älteste zuerst",
  ]);
  await page.context().close();
});
