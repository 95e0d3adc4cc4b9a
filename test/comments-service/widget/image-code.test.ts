import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newCode } from "../../../comments-service/domain/image-code/picture.ts";
import { look } from "../../look.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

// One and the same number always: so every picture shows this code. Two challenges of one thread and second are the same, too, and each counts once.
const random = () => 0.42;
const code = newCode(random);

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["bild", "anderes", "ohne", "melden"], undefined, random);
});
afterAll(() => stage.stop());

const colorOf = (node: Locator) => node.evaluate((each) => getComputedStyle(each).color);

/** The colour of errors, as the browser writes it. */
const accentOf = (node: Element): string => {
  const probe = node.appendChild(document.createElement("span"));
  probe.style.color = "var(--accent)";
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};

const send = (page: Page) =>
  page.getByRole("button", { name: /^(?:Kommentar abgeben|Erneut versuchen)$/ }).last();

async function write(page: Page): Promise<void> {
  await page.getByLabel("Name oder Pseudonym").fill("Petra");
  await page.getByLabel(/^E-Mail \*/).fill("petra@leserin.example");
  await page.getByLabel("Kommentar *", { exact: true }).fill("Das sehe ich anders.");
}

test("the code from the image is asked for, checked, and can be put right", async () => {
  const { page, complaints } = await stage.open(stage.address("bild"));
  await write(page);
  const field = page.getByLabel("Code aus dem Bild");
  await field.waitFor();
  const image = page.getByRole("img", { name: /^Ein Bild mit einem Code\./ });
  expect(await image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(280);

  await send(page).click();
  const note = page.getByText("Bitte geben Sie den Code aus dem Bild ein.");
  await note.waitFor();
  expect(await field.evaluate((each) => each === document.activeElement)).toBe(true);
  expect(await field.getAttribute("aria-describedby")).toBe(await note.getAttribute("id"));
  expect(await colorOf(note)).toBe(await page.locator(".comments").evaluate(accentOf));
  await look(page);

  await field.fill("XXXXX");
  await send(page).click();
  await page.locator(".code").getByText("Der Code stimmt nicht.").waitFor();
  await page.locator("[aria-invalid=true]:focus").waitFor();
  expect(await field.inputValue()).toBe("");

  await field.fill(code.toLowerCase());
  await page.keyboard.press("Enter");
  await page.getByText("petra@leserin.example").waitFor();
  expect(await field.count()).toBe(0);
  await page.getByRole("button", { name: "Keine E-Mail bekommen? Erneut senden" }).click();
  await page.getByText("Die E-Mail ist noch einmal unterwegs.").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("another picture comes by keyboard, and the field has the focus", async () => {
  const { page } = await stage.open(stage.address("anderes"));
  await page.getByLabel("Name oder Pseudonym").focus();
  const another = page.getByRole("button", { name: "Anderes Bild" });
  await another.waitFor();
  const asked = page.waitForResponse((response) => response.url().includes("/challenge"));
  await another.press("Enter");
  await asked;
  await page.getByLabel("Code aus dem Bild").and(page.locator(":focus")).waitFor();
  expect(await page.getByRole("img", { name: /Code/ }).count()).toBe(1);
  await page.context().close();
});

test("whoever cannot read it does without: the browser works instead", async () => {
  const { page, complaints } = await stage.open(stage.address("ohne"), {
    viewport: { width: 320, height: 700 },
  });
  await write(page);
  await page.getByRole("img", { name: /^Ein Bild mit einem Code\./ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await look(page);
  await page.getByRole("button", { name: "Ohne Bild weiter" }).click();
  expect(await page.getByLabel("Code aus dem Bild").count()).toBe(0);
  await page.locator("button.send:focus").press("Enter");
  await page.getByText("petra@leserin.example").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a report asks for it too", async () => {
  await stage.publish("melden", "Kaufen Sie Uhren!");
  const { page } = await stage.open(stage.address("melden"));
  await page.getByText("Melden", { exact: true }).click();
  await page.getByRole("button", { name: "Beleidigung oder Hetze" }).click();
  await page.locator("details").getByText("Bitte geben Sie den Code").waitFor();
  await page.locator("details [aria-invalid=true]:focus").fill(code);
  await page.keyboard.press("Enter");
  await page.getByText("Danke.").waitFor();
  expect(await page.getByRole("img").count()).toBe(0);
  await page.context().close();
});
