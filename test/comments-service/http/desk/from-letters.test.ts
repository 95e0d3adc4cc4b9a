import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Thread } from "../../../../comments-service/wire.ts";
import { openDeskStage } from "./stage.ts";
import type { DeskStage } from "./stage.ts";

let stage: DeskStage;
beforeAll(async () => {
  stage = await openDeskStage();
});
afterAll(() => stage.stop());

const read = async (thread = "flur") =>
  (await (await fetch(`${stage.service}/threads/${thread}?order=oldest`)).json()) as Thread;
const item = (page: Page, words: string) => page.locator("[data-comment]", { hasText: words });

test("a link in a letter to the desk opens a page with one button", async () => {
  await stage.write("Fritz", `Aus der Mail zu erledigen.`);
  const context = await stage.browser.newContext();
  const page = await context.newPage();
  // The first link of the newest letter publishes.
  const link = await stage.linkTo("/act?token=");
  await page.goto(link);
  await page.getByRole("heading", { name: "Veröffentlichen?" }).waitFor();
  await page.getByText(`Aus der Mail zu erledigen.`).waitFor();
  expect(await page.getByRole("button").count()).toBe(1);
  await page.getByRole("button", { name: "Veröffentlichen" }).press("Enter");
  await page.getByRole("heading", { name: "Erledigt" }).waitFor();
  await page.goto(link);
  await page.getByRole("heading", { name: "Schon entschieden" }).waitFor();
  await context.close();
});

test("a notice is given, decided on with a text block, objected to and decided anew", async () => {
  const words = `Sie sind ein Wicht.`;
  await stage.write("Gustav", words);
  const { page, complaints } = await stage.open("/desk/");
  await item(page, words).getByRole("button", { name: "Veröffentlichen" }).click();
  await page.getByText("von Gustav veröffentlicht.").waitFor();
  const comment = async () => (await read()).comments.find(({ id }) => id === known);
  const known = (await read()).comments.find(({ text }) => text === words)?.id ?? "";

  const reader = await (await stage.browser.newContext()).newPage();
  await reader.goto(`${stage.service}/notices/new?comment=${known}`);
  await reader
    .getByLabel("Warum halten Sie den Inhalt für rechtswidrig?")
    .fill("Eine Beleidigung.");
  await reader.getByLabel("Ihr Name").fill("Renate Recht");
  await reader.getByLabel("Ihre E-Mail-Adresse").fill("renate@leserin.example");
  await reader.getByLabel("Ich bin in gutem Glauben davon überzeugt").check();
  await reader.getByRole("button", { name: "Meldung abschicken" }).click();
  await reader.getByRole("heading", { name: "Ihre Meldung ist angekommen" }).waitFor();

  await page.reload();
  await page.getByRole("link", { name: "Rechtswidrig? 1" }).click();
  await page.getByText("wartet auf eine Entscheidung").waitFor();
  await page.getByRole("link", { name: "Entscheiden" }).first().click();
  const block = "Der Kommentar enthält eine Beleidigung (§ 185 StGB).";
  await page.locator("main summary").click();
  await page.getByRole("listitem").filter({ hasText: block }).waitFor();
  await page.getByLabel("Gründe (gehen per E-Mail an die Beteiligten)").fill(block);
  await page.getByRole("button", { name: "Kommentar entfernen" }).click();
  await page.getByText("Entschieden. Die Gründe gehen per E-Mail an die Beteiligten.").waitFor();
  expect(await comment()).toMatchObject({ state: "hidden", text: "" });

  await reader.goto(await stage.linkTo("/objections?token="));
  await reader.getByText(block).waitFor();
  await reader.getByLabel("Warum sollen wir anders entscheiden?").fill("Es war ein Zitat.");
  await reader.getByRole("button", { name: "Einspruch abschicken" }).click();
  await reader.getByRole("heading", { name: "Ihr Einspruch ist angekommen" }).waitFor();

  await page.reload();
  await page.getByRole("link", { name: "Rechtswidrig? 1" }).click();
  await page.getByRole("link", { name: "Entscheiden" }).first().click();
  await page.getByText("Es war ein Zitat.").waitFor();
  await page
    .getByLabel("Gründe (gehen per E-Mail an die Beteiligten)")
    .fill("Es war ein Zitat, das stimmt.");
  await page.getByRole("button", { name: "Kommentar stehen lassen" }).click();
  await page.getByText("Entschieden.").waitFor();
  expect(await comment()).toMatchObject({ state: "published", text: words });
  expect(complaints).toEqual([]);
  await reader.context().close();
  await page.context().close();
});

test("notifications are ended by the link in their letter", async () => {
  await stage.write("Heinz", `Sagt mir Bescheid.`, { notify: "thread" });
  await stage.write("Ilse", `Bescheid.`);
  const { page, complaints } = await stage.open("/desk/");
  for (const words of [`Sagt mir Bescheid.`, `Bescheid.`]) {
    await page.goto(`${stage.service}/desk/`);
    await page
      .locator("[data-comment]")
      .filter({ has: page.getByText(words, { exact: true }) })
      .getByRole("button", { name: "Veröffentlichen" })
      .click();
    await page.getByText(/ von (?:Heinz|Ilse) veröffentlicht\.$/u).waitFor();
  }
  await page.goto(await stage.linkTo("/unsubscribe?"));
  await page.getByRole("heading", { name: "Benachrichtigungen abbestellen" }).waitFor();
  await page.getByRole("button", { name: "Abbestellen" }).press("Enter");
  await page.getByRole("heading", { name: "Abbestellt" }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});
