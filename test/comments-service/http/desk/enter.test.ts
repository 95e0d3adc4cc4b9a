import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDeskStage } from "./stage.ts";
import type { DeskStage } from "./stage.ts";

let stage: DeskStage;
beforeAll(async () => {
  stage = await openDeskStage();
  for (const name of ["Anna", "Ben", "Clara"]) await stage.write(name, `${name} hat etwas gesagt.`);
});
afterAll(() => stage.stop());

/** Presses a key on each of these, one after the other. @returns how many requests that could change something were sent. */
async function writesAfter(page: Page, key: string, selector: string): Promise<number> {
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") writes.push(request.url());
  });
  const fields = await page.locator(selector).all();
  expect(fields.length).toBeGreaterThan(0);
  for (const field of fields) {
    await field.focus();
    await page.keyboard.press(key);
    // Closes the list of a select that Enter has opened.
    await page.keyboard.press("Escape");
  }
  // Whatever these keys have begun is asked for before this.
  const { length } = fields;
  await page.goto(page.url());
  expect(await page.locator(selector).count()).toBe(length);
  return writes.length;
}

describe.each([true, false])("with script: %s", (javaScriptEnabled) => {
  const open = (path: string) => stage.open(path, { javaScriptEnabled });

  test("Enter on a checkbox publishes, rejects and hides nothing", async () => {
    const { page, complaints } = await open("/desk/");
    const first = page.url();
    for (const key of ["Enter", "NumpadEnter"])
      expect(await writesAfter(page, key, "input[type=checkbox]")).toBe(0);
    // Also when something is selected: to do something with it there are buttons.
    for (const box of await page.locator("input[type=checkbox]").all()) await box.check();
    await page.keyboard.press("Enter");
    expect(await page.locator("input[type=checkbox]:checked").count()).toBe(3);
    expect(await writesAfter(page, "Enter", "input[type=checkbox]")).toBe(0);
    expect(page.url()).toBe(first);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("nor does it on the page of a comment, on that of a link in a letter, and in the list of blocks", async () => {
    const { page } = await open("/desk/");
    const details = await page.locator("a[data-act=open]").first().getAttribute("href");
    await page.goto(stage.service + details);
    expect(await writesAfter(page, "Enter", "select")).toBe(0);
    const links = await stage.links("/act?token=");
    // The second one of each comment rejects, and asks for the reason.
    await page.goto(links[1] ?? "");
    await page.getByRole("button", { name: "Ablehnen" }).waitFor();
    expect(await writesAfter(page, "Enter", "select")).toBe(0);
    await page.goto(`${stage.service}/desk/blocks`);
    await page.locator("main input[type=text]").fill("leserin.example");
    await page.keyboard.press("Enter");
    expect(await page.locator("main input[type=text]").inputValue()).toBe("leserin.example");
    expect(await writesAfter(page, "Enter", "main input[type=text]")).toBe(0);
    await page.getByText("Niemand ist gesperrt.").waitFor();
    await page.locator("main input[type=text]").fill("leserin.example");
    await page.getByRole("button", { name: "Sperren", exact: true }).press("Enter");
    await page.getByText("Gesperrt.").waitFor();
    await page.getByRole("button", { name: "Entsperren" }).press("Enter");
    await page.getByText("Nicht mehr gesperrt.").waitFor();
    await page.context().close();
  });

  test("a search searches", async () => {
    const { page } = await open("/desk/search");
    await page.locator("input[type=search]").fill("Clara");
    await page.keyboard.press("Enter");
    await page.getByText("Suche nach „Clara“").waitFor();
    expect(await page.locator("[data-comment]").count()).toBe(1);
    await page.context().close();
  });

  test("a button acts by Enter and by the space bar", async () => {
    const { page } = await open("/desk/");
    const item = page.locator("[data-comment]", { hasText: "Anna" });
    await item.getByRole("button", { name: "Veröffentlichen" }).press("Enter");
    await page.getByText("von Anna veröffentlicht.").waitFor();
    await page.getByRole("button", { name: "Rückgängig" }).press("Space");
    await page.getByText("Rückgängig gemacht.").waitFor();
    expect(await page.locator("[data-comment]").count()).toBe(3);
    await page.context().close();
  });
});

test("a letter that is no one's, or held down, or pressed while no comment is chosen, does nothing", async () => {
  const { page } = await stage.open("/desk/");
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") writes.push(request.url());
  });
  for (const key of ["p", "r", "h", "x", "o", "u", "Enter", "Space", "a", "P"])
    await page.keyboard.press(key);
  await page.keyboard.press("j");
  // The list of reasons is open: what is meant now is one of these.
  await page.keyboard.press("r");
  await page.keyboard.press("p");
  expect(writes).toEqual([]);
  expect(page.url()).toBe(`${stage.service}/desk/`);
  await page.keyboard.press("k");
  await page
    .locator("details[open]")
    .first()
    .evaluate((list: HTMLDetailsElement) => (list.open = false));
  await page.evaluate(() => {
    const held = new KeyboardEvent("keydown", { key: "p", repeat: true, bubbles: true });
    document.activeElement?.dispatchEvent(held);
  });
  await page.goto(`${stage.service}/desk/`);
  expect(await page.locator("[data-comment]").count()).toBe(3);
  expect(writes).toEqual([]);
  await page.context().close();
});

test("Enter on a choice in the page of one's own comments does not forget the address", async () => {
  const { page } = await stage.open("/desk/");
  await page.goto(`${stage.service}/mine`);
  await page.getByLabel("E-Mail-Adresse").fill("anna@leserin.example");
  await page.keyboard.press("Enter");
  await page.getByText("Die E-Mail ist unterwegs").waitFor();
  await page.goto(await stage.linkTo("/mine?token="));
  const forget = page.locator("input[type=radio]");
  await forget.first().check();
  expect(await writesAfter(page, "Enter", "input[type=radio]")).toBe(0);
  await page.context().close();
});
