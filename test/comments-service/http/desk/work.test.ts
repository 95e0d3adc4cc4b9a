import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look, phone } from "../../../look.ts";
import type { Challenge, Thread } from "../../../../comments-service/wire.ts";
import { solve } from "../../solve.ts";
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

async function report(id: string, message: string): Promise<void> {
  const asked = await fetch(`${stage.service}/challenge?thread=flur&action=report`);
  const challenge = await solve((await asked.json()) as Challenge);
  const answer = await fetch(`${stage.service}/comments/${id}/reports`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: stage.site },
    body: JSON.stringify({ reason: "insult", message, challenge }),
  });
  expect(answer.status).toBe(202);
}

/** Goes to a page of the desk that unfolds on a phone. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.locator("nav summary").click();
  await page.getByRole("link", { name, exact: true }).click();
}

test("many are published at once and taken back together, by keys alone", async () => {
  for (const name of ["Anna", "Ben", "Clara"]) await stage.write(name, `Ein Satz von ${name}.`);
  const { page, complaints } = await stage.open("/desk/");
  const press = async (...keys: string[]) => {
    // A page shows its words before its script listens to keys.
    await page.waitForLoadState();
    for (const key of keys) await page.keyboard.press(key);
  };
  await press("j", "x", "j", "x", "j", "x");
  expect(await page.locator("input[type=checkbox]:checked").count()).toBe(3);
  const publish = page.locator(".bar").getByRole("button", { name: "Veröffentlichen" });
  for (let tabs = 0; tabs < 30; tabs++) {
    await press("Tab");
    if (await publish.evaluate((each) => each === document.activeElement)) break;
  }
  await press("Enter");
  await page.getByText("3 Kommentare veröffentlicht.").waitFor();
  expect((await read()).comments.map(({ number, name }) => [number, name])).toEqual([
    [1, "Anna"],
    [2, "Ben"],
    [3, "Clara"],
  ]);
  await press("u");
  await page.getByText("Rückgängig gemacht.").waitFor();
  expect([(await read()).count, await page.locator("[data-comment]").count()]).toEqual([0, 3]);
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await publish.click();
  await page.getByText("3 Kommentare veröffentlicht.").waitFor();
  expect((await read()).count).toBe(3);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a search leads to a comment, to all of its address, to a rejection with own words, and to a block", async () => {
  await stage.write("Dora", "Etwas über Möbel.");
  await stage.write("Dora", "Und noch etwas über Stühle.");
  const { page, complaints } = await stage.open("/desk/search", phone);
  await page.getByLabel("In Namen, Texten und Adressen").fill("möbel");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Suche nach „möbel“" }).waitFor();
  expect(await page.locator("[data-comment]").count()).toBe(1);
  await page.getByRole("link", { name: "Einzelheiten" }).click();
  await page.getByRole("link", { name: "Alles von dieser Adresse" }).click();
  await page.getByRole("heading", { name: "Alles von dora@leserin.example" }).waitFor();
  expect(await page.locator("[data-comment]").count()).toBe(2);

  await item(page, "Möbel").getByRole("link", { name: "Einzelheiten" }).click();
  await page.getByRole("combobox", { name: "Grund" }).selectOption("Nicht zum Thema");
  await page.getByLabel("Eigene Worte dazu").fill("Hier geht es um Türen.");
  const own = page.url();
  await page.getByRole("button", { name: "Ablehnen" }).click();
  await page.getByText("Kommentar von Dora abgelehnt.").waitFor();
  // The next one of the queue is shown.
  expect(page.url()).not.toContain(own);
  await page.goto(own);
  await page.getByText("Hier geht es um Türen.").waitFor();
  await page.getByRole("button", { name: "Domain sperren: leserin.example" }).click();
  await page.getByText("Gesperrt.").waitFor();
  await goTo(page, "Sperren");
  await page.getByText("leserin.example").waitFor();
  await page.getByRole("button", { name: "Entsperren" }).click();
  await page.getByText("Niemand ist gesperrt.").waitFor();
  await goTo(page, "Entfernt");
  await item(page, "Möbel").waitFor();
  await goTo(page, "Protokoll");
  await page.getByText("Hier geht es um Türen.").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the switches close a thread or all, and open them again", async () => {
  const { page, complaints } = await stage.open("/desk/threads", phone);
  const flur = page.getByRole("listitem").filter({ hasText: "Über flur" });
  await flur.getByRole("button", { name: "Schließen" }).click();
  await page.getByText("Geschlossen.").waitFor();
  await flur.getByText("hier geschlossen").waitFor();
  expect([(await read()).open, (await read("regen")).open]).toEqual([false, true]);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await page.getByText("Rückgängig gemacht.").waitFor();
  expect((await read()).open).toBe(true);
  await flur.getByRole("button", { name: "Alles prüfen" }).click();
  await flur.getByText("alles wird geprüft").waitFor();
  await flur.getByRole("button", { name: "Nicht mehr alles prüfen" }).click();
  await page.getByRole("button", { name: "Alle schließen" }).click();
  await page.getByText("Die Kommentare sind unter allen Artikeln geschlossen.").waitFor();
  expect([(await read()).open, (await read("regen")).open]).toEqual([false, false]);
  await page.getByRole("button", { name: "Wieder öffnen" }).click();
  await page.getByRole("button", { name: "Alle schließen" }).waitFor();
  expect([(await read()).open, (await read("regen")).open]).toEqual([true, true]);
  await page.getByLabel("Artikel suchen").fill("regen");
  await page.keyboard.press("Enter");
  await page.getByText("Über regen").waitFor();
  expect(await flur.count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what was reported is decided on, and what is erased is asked for once more", async () => {
  await stage.write("Emil", "Ein grober Satz.");
  const { page, complaints } = await stage.open("/desk/", phone);
  await item(page, "Ein grober Satz.").getByRole("button", { name: "Veröffentlichen" }).click();
  await page.getByText("von Emil veröffentlicht.").waitFor();
  const comment = (await read()).comments.find(({ text }) => text === "Ein grober Satz.");
  await report(comment?.id ?? "", "Das geht zu weit.");
  await page.reload();
  await page.getByRole("link", { name: "Gemeldet 1" }).click();
  await item(page, "Ein grober Satz.").getByText("1 Meldung").waitFor();
  await page.getByRole("link", { name: "Einzelheiten" }).click();
  await page.getByText("Das geht zu weit.").waitFor();
  await page.goBack();
  await page.locator("[data-comment]").getByRole("button", { name: "Stehen lassen" }).click();
  await page.getByText("Keine offenen Meldungen.").waitFor();
  await goTo(page, "Veröffentlicht");
  const erase = item(page, "Ein grober Satz.").getByRole("button", { name: "Löschen" });
  await erase.click();
  await page.getByRole("heading", { name: "Endgültig löschen?" }).waitFor();
  await page.getByRole("link", { name: "Abbrechen" }).click();
  await erase.click();
  await page.getByRole("button", { name: "Endgültig löschen" }).click();
  await page.getByText(/^\[\d+\] gelöscht\.$/u).waitFor();
  expect(await page.getByRole("button", { name: "Rückgängig" }).count()).toBe(0);
  expect((await read()).comments.map(({ text }) => text)).not.toContain("Ein grober Satz.");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the desk speaks English in an English magazine", async () => {
  const english = await openDeskStage("en");
  try {
    await english.write("Jane", "Quite so.");
    const { page, complaints } = await english.open("/desk/", phone);
    await page.locator("[data-comment]").getByRole("button", { name: "Publish" }).click();
    await page.getByText("[1] by Jane published.").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Undone.").waitFor();
    await look(page);
    await page.getByRole("link", { name: "Legal notices" }).click();
    await page.getByText("No notices.").waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  } finally {
    await english.stop();
  }
});
