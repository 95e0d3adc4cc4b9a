import { afterAll, beforeAll, expect, test } from "vitest";
import { look, phone } from "../../../look.ts";
import { openDeskStage } from "./stage.ts";
import type { DeskStage } from "./stage.ts";

let stage: DeskStage;
beforeAll(async () => {
  stage = await openDeskStage();
});
afterAll(() => stage.stop());

test("a text block is put into an answer, which leads back to the list", async () => {
  await stage.write("Anna", "Steht das auch im Heft?");
  const { page, complaints } = await stage.open("/desk/texts", phone);
  await page.getByLabel("Titel").fill("Dank");
  await page.getByLabel("Text", { exact: true }).fill("Danke für die Frage.");
  await look(page);
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("heading", { name: "Dank", exact: true }).waitFor();
  await look(page);
  await page.goto(`${stage.service}/desk/`);
  await page.locator("[data-comment]").getByRole("link", { name: "Antworten" }).click();
  await page.getByRole("heading", { name: "Antwort an Anna" }).waitFor();
  await page.getByText("Textbausteine", { exact: true }).last().click();
  const text = page.getByLabel("Antwort", { exact: true });
  const insert = page.getByRole("button", { name: "„Dank“ einsetzen" });
  await insert.click();
  expect(await text.inputValue()).toBe("Danke für die Frage.");
  expect(await text.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type(" Ja.");
  await insert.click();
  expect(await text.inputValue()).toBe("Danke für die Frage. Ja.\n\nDanke für die Frage.");
  await look(page);
  await page.getByRole("button", { name: "Veröffentlichen und antworten" }).click();
  await page.getByText("Ihre Antwort ist erschienen.").waitFor();
  expect(new URL(page.url()).pathname).toBe("/desk/");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("without script the blocks are there to be copied, and the answer is sent", async () => {
  await stage.write("Ben", "Und im Netz?");
  const { page } = await stage.open("/desk/", { javaScriptEnabled: false });
  await page.locator("[data-comment]").getByRole("link", { name: "Antworten" }).click();
  await page.locator("details.blocks summary").click();
  expect(await page.locator("details.blocks").innerText()).toContain("Danke für die Frage.");
  expect(await page.getByRole("button", { name: "einsetzen" }).count()).toBe(0);
  await page.getByLabel("Antwort", { exact: true }).fill("Auch dort.");
  await page.getByRole("button", { name: "Veröffentlichen und antworten" }).click();
  await page.getByText("Ihre Antwort ist erschienen.").waitFor();
  await page.context().close();
});

test("a note about a writer is written on a comment's page and stands in the list, with script and without", async () => {
  await stage.write("Clara", "Noch eine Frage.");
  for (const javaScriptEnabled of [true, false]) {
    const { page, complaints } = await stage.open("/desk/", { ...phone, javaScriptEnabled });
    const item = page.locator("[data-comment]", { hasText: "Noch eine Frage." });
    await item.getByRole("link", { name: "Notiz" }).click();
    const words = `Fragt oft nach (${javaScriptEnabled ? "erst" : "dann"}).`;
    await page.getByLabel("Notiz für Kolleginnen").fill(words);
    await page.getByRole("combobox", { name: "Worüber" }).selectOption("Alles von dieser Adresse");
    await page.getByRole("button", { name: "Notieren" }).click();
    await page.locator(".words", { hasText: words }).waitFor();
    if (javaScriptEnabled) await look(page);
    await page.goto(`${stage.service}/desk/`);
    await item.getByText(words).waitFor();
    if (javaScriptEnabled) await look(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

test("the record is filtered by what was done", async () => {
  const { page, complaints } = await stage.open("/desk/record", phone);
  await page.getByRole("combobox", { name: "Was" }).selectOption("geantwortet");
  await page.getByRole("button", { name: "Filtern" }).click();
  await page.getByRole("link", { name: "Filter aufheben" }).waitFor();
  const rows = page.getByRole("table", { name: "Protokoll" }).getByRole("row");
  expect(await rows.getByText("geantwortet").count()).toBe(2);
  expect(complaints).toEqual([]);
  await page.context().close();
});
