import { afterAll, beforeAll, expect, test } from "vitest";
import { look, phone } from "../look.ts";
import { openStage } from "./widget/stage.ts";
import type { Stage } from "./widget/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["flur"]);
});
afterAll(() => stage.stop());

// Paper and ink, one red: by light it stands for what cannot be taken back.
const danger = "rgb(157, 43, 30)";
const petra = "petra@leserin.example";

/** The newest link in the outbox to this page of the service. */
async function linkTo(path: string): Promise<string> {
  const outbox = await (await fetch(stage.outbox)).text();
  const found = outbox.split('href="').find((each) => each.startsWith(`${stage.service}${path}?`));
  return (found ?? "").slice(0, found?.indexOf('"')).replaceAll("&amp;", "&");
}

test("one's own pages can be read and used by everybody", async () => {
  await stage.publish("flur", `Vierundzwanzig Schritte. ${"x".repeat(200)}`);
  const { page, complaints } = await stage.open(`${stage.service}/mine`, phone);
  await look(page);
  await page.getByLabel("E-Mail-Adresse").fill(petra);
  await page.keyboard.press("Enter");
  await page.getByText("Die E-Mail ist unterwegs").waitFor();
  await look(page);
  await page.goto(await linkTo("/mine"));
  await page.getByText(`zu ${petra} gespeichert`).waitFor();
  await look(page);
  await page.goto(await linkTo("/confirm"));
  await look(page);
  await page.getByRole("link", { name: "Kommentar bearbeiten oder löschen" }).click();
  await page.getByLabel("Text").waitFor();
  await look(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a guest edits and erases by the link in the letter, without any script", async () => {
  await stage.publish("flur", "Mit Felher.");
  const { page } = await stage.open(await linkTo("/confirm"), { javaScriptEnabled: false });
  await page.getByRole("link", { name: "Kommentar bearbeiten oder löschen" }).click();
  await page.getByLabel("Text").fill("Ohne Fehler.");
  await page.getByRole("button", { name: "Änderung speichern" }).click();
  await page.getByText("Ihre Änderung ist gespeichert.").waitFor();
  const newest = async () => (await stage.read("flur")).comments[0];
  expect(await newest()).toMatchObject({ text: "Ohne Fehler." });
  await page.getByRole("button", { name: "Kommentar löschen" }).click();
  await page.getByText("Name, Adresse und Text sind gelöscht.").waitFor();
  expect(await newest()).toMatchObject({ state: "erased" });
  await page.context().close();
});

test("everything is taken along as a file, and then deleted", async () => {
  await stage.publish("flur", "Nimm mich mit.");
  const { page } = await stage.open(`${stage.service}/mine`);
  await page.getByLabel("E-Mail-Adresse").fill(petra);
  await page.getByRole("button", { name: "Link schicken" }).click();
  await page.getByText("Die E-Mail ist unterwegs").waitFor();
  await page.goto(await linkTo("/mine"));
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Daten herunterladen" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("comments.json");
  await page.getByLabel("Name und Adresse löschen, veröffentlichte Texte").check();
  const forget = page.getByRole("button", { name: "Endgültig löschen" });
  expect(await forget.evaluate((one) => getComputedStyle(one).backgroundColor)).toBe(danger);
  await forget.click();
  await page.getByText("Zu Ihrer Adresse ist nichts mehr gespeichert.").waitFor();
  const [newest] = (await stage.read("flur")).comments;
  expect(newest).toMatchObject({ name: "", text: "Nimm mich mit.", state: "published" });

  await page.goto(stage.address("flur"));
  await page.locator(`#kommentar-${newest?.number}`).getByText("Ohne Namen").waitFor();
  await page.context().close();
});
