import { afterAll, beforeAll, expect, test } from "vitest";
import { talkOf } from "../fill-thread.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["flur"]);
  stage.fill("flur", talkOf(5, 0));
  stage.mark("flur", 1, "badge = 'author', author = 'eva-klein'");
  stage.mark("flur", 2, "badge = 'author', author = 'otto-lang'");
  stage.mark("flur", 3, "badge = 'author', author = 'anna-fremd'");
  stage.mark("flur", 4, "badge = 'editor'");
});
afterAll(() => stage.stop());

async function badges(language?: "en"): Promise<(string | null)[]> {
  const { page, complaints } = await stage.open(stage.address("flur", language));
  await page.locator("#kommentar-1").waitFor();
  const said = await Promise.all(
    [1, 2, 3, 4, 5].map(async (number) => {
      const badge = page.locator(`#kommentar-${number} > div > header > .badge`);
      return (await badge.count()) === 0 ? null : badge.textContent();
    }),
  );
  expect(complaints).toEqual([]);
  await page.context().close();
  return said;
}

test("who wrote the article is told apart from other authors, in the form that the author's file has", async () => {
  expect(await badges()).toEqual([
    "Autorin dieses Artikels",
    "Autor dieses Artikels",
    "Autor",
    "Redaktion",
    null,
  ]);
});

test("an English page says so in English", async () => {
  const [, other, ...rest] = await badges("en");
  expect([other, ...rest]).toEqual(["Author of this article", "Author", "Editor", null]);
});
