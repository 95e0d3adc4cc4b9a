import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  // All of the time is one stretch, in which one letter goes out at once.
  const thread = [{ per: 1e15, most: 1 }];
  stage = await openStage(["spaet"], { sender: [], thread, site: [] });
});
afterAll(() => stage.stop());

test("where the letter has to wait, the reader is told that it may take a while", async () => {
  const { page, complaints } = await stage.open(stage.address("spaet"));
  const said = page.locator("form").getByRole("status");
  await page.getByLabel("Name oder Pseudonym *").fill("Jens Eilers");
  await page.getByLabel("E-Mail * (wird nicht veröffentlicht)").fill("jens@leser.example");
  const told = [];
  for (const text of ["Der erste.", "Der zweite."]) {
    await page.getByLabel("Kommentar *").fill(text);
    await page.getByRole("button", { name: "Kommentar abgeben" }).click();
    await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
    told.push(((await said.textContent()) ?? "").includes("Heute kann das etwas dauern"));
    await page.getByRole("button", { name: "Weiteren Kommentar schreiben" }).click();
  }
  expect(told).toEqual([false, true]);
  expect(complaints).toEqual([]);
  await page.context().close();
});
