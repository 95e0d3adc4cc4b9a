import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([
    "flur",
    "bleibt",
    "falsch",
    "eigen",
    "darunter",
    "fort",
    "wunsch",
    "tasten",
  ]);
});
afterAll(() => stage.stop());

/** The code in the newest letter to this address. */
async function codeFor(email: string): Promise<string> {
  const outbox = await (await fetch(stage.outbox)).text();
  const letter = outbox.split("<article").find((each) => each.includes(`<dd>${email}</dd>`));
  return /(\d{4} \d{4})/u.exec(letter ?? "")?.[1] ?? "";
}

async function signIn(page: Page, email: string, stay = false): Promise<void> {
  await page.getByRole("button", { name: "Lieber anmelden" }).click();
  await page.getByLabel("E-Mail-Adresse", { exact: true }).fill(email);
  if (stay) await page.getByLabel("Angemeldet bleiben").check();
  await page.getByRole("button", { name: "Code schicken" }).click();
  const code = page.getByLabel("Code aus der E-Mail");
  await code.waitFor();
  await code.fill(await codeFor(email));
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByText(`Angemeldet als ${email}`).waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel("Name oder Pseudonym *").fill("Jens Eilers");
  await page.getByLabel("Kommentar *").fill(text);
  await page.getByRole("button", { name: "Kommentar abgeben" }).click();
}

const kept = (page: Page): Promise<number[]> =>
  page.evaluate(() => [sessionStorage.length, localStorage.length]);

test("a reader signs in by the mailed code, and the comment stands in the thread at once", async () => {
  const { page, complaints } = await stage.open(stage.address("flur"));
  expect(await kept(page)).toEqual([0, 0]);
  await page.getByLabel("Kommentar *").fill("Schon begonnen.");
  expect(await kept(page)).toEqual([1, 0]);
  await signIn(page, "jens@leser.example");
  expect(await kept(page)).toEqual([2, 0]);
  // One goes on at the form's heading, which is nothing to press and so has no outline.
  const heading = page.locator("h3:focus");
  expect(await heading.evaluate((h3) => getComputedStyle(h3).outlineStyle)).toBe("none");
  expect(await page.getByLabel("Kommentar *").inputValue()).toBe("Schon begonnen.");
  expect(await page.locator("#comment-email").isVisible()).toBe(false);
  await page.getByText("Ihr Kommentar erscheint sofort.").waitFor();
  // However the row wraps, no line begins or ends with what stood between two words.
  expect((await page.locator(".send + span").allInnerTexts()).join("")).not.toContain("·");

  await write(page, "Gleich zu sehen.");
  await page.locator("#kommentar-1:focus").waitFor();
  expect(await page.locator("#kommentar-1").innerText()).toContain("Gleich zu sehen.");
  expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe("Kommentare (1)");
  expect(await page.getByLabel("Kommentar *").inputValue()).toBe("");
  await write(page, "Und noch einer.");
  await page.locator("#kommentar-2:focus").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the answers to one's own comment begin below its acts", async () => {
  const { page } = await stage.open(stage.address("darunter"));
  await signIn(page, "darunter@leser.example");
  await write(page, "Wer antwortet?");
  await page.locator("#kommentar-1:focus").waitFor();
  await stage.publish("darunter", "Ich.", { replyTo: 1 });
  await page.reload();
  const erase = page.locator("#kommentar-1").getByRole("button", { name: "Löschen" });
  await erase.waitFor();
  const act = await erase.boundingBox();
  const number = await page.locator("#kommentar-2 > .no").boundingBox();
  expect(number?.y).toBeGreaterThanOrEqual((act?.y ?? Infinity) + (act?.height ?? 0));
  await page.context().close();
});

test("who wants to stay signed in does, and signing out ends it in every window", async () => {
  const { page } = await stage.open(stage.address("bleibt"));
  await signIn(page, "bleibt@leser.example", true);
  expect(await kept(page)).toEqual([0, 1]);
  const other = await page.context().newPage();
  await other.goto(stage.address("bleibt"));
  await other.getByText("Angemeldet als bleibt@leser.example").waitFor();

  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.getByRole("button", { name: "Lieber anmelden" }).waitFor();
  expect(await kept(page)).toEqual([0, 0]);
  await write(other, "Das hier bleibt stehen.");
  await other.getByText("Ihre Anmeldung ist abgelaufen.").waitFor();
  expect(await other.getByLabel("Kommentar *").inputValue()).toBe("Das hier bleibt stehen.");
  expect(await other.locator("#comment-email").isVisible()).toBe(true);
  await page.context().close();
});

test("a wrong address or code is said so, another code can be had, and thinking better of it keeps what was written", async () => {
  const { page } = await stage.open(stage.address("falsch"));
  await page.getByLabel("Kommentar *").fill("Bleibt.");
  await page.getByRole("button", { name: "Lieber anmelden" }).click();
  await page.getByLabel("E-Mail-Adresse", { exact: true }).fill("jens@");
  await page.getByRole("button", { name: "Code schicken" }).click();
  // What is wrong stands at its field, which has the focus.
  const toldAt = async (words: string) => {
    await page.locator("[aria-invalid=true]:focus").waitFor();
    const id = await page.locator(":focus").getAttribute("aria-describedby");
    expect(await page.locator(`#${id}`).textContent()).toContain(words);
  };
  await toldAt("Bitte geben Sie eine E-Mail-Adresse an");
  await page.getByLabel("E-Mail-Adresse", { exact: true }).fill("falsch@leser.example");
  expect(await page.locator("[aria-invalid=true]").count()).toBe(0);
  await page.getByRole("button", { name: "Code schicken" }).click();
  const code = page.getByLabel("Code aus der E-Mail");
  await code.fill("123");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await toldAt("Der Code stimmt nicht oder gilt nicht mehr.");
  const first = await codeFor("falsch@leser.example");
  await page.getByRole("button", { name: "Neuen Code schicken" }).click();
  await expect.poll(() => codeFor("falsch@leser.example")).not.toBe(first);
  await code.fill(await codeFor("falsch@leser.example"));
  expect(await page.getByRole("button", { name: "Neuen Code schicken" }).count()).toBe(1);
  await code.press("Escape");
  expect(await page.getByLabel("Kommentar *").inputValue()).toBe("Bleibt.");
  expect(await kept(page)).toEqual([1, 0]);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Lieber anmelden");
  await page.context().close();
});

test("one's own comment is edited and erased, and only one's own", async () => {
  await stage.publish("eigen", "Nicht meiner.");
  const { page, complaints } = await stage.open(stage.address("eigen"));
  await page.locator("#kommentar-1").waitFor();
  await signIn(page, "eigen@leser.example");
  await write(page, "Mit Felher.");
  const mine = page.locator("#kommentar-2");
  await mine.getByRole("button", { name: "Bearbeiten" }).click();
  expect(await page.locator("#kommentar-1").getByRole("button", { name: "Löschen" }).count()).toBe(
    0,
  );
  const text = mine.getByLabel("Kommentar *");
  expect(await text.inputValue()).toBe("Mit Felher.");
  await text.fill("Ohne Fehler.");
  await mine.getByRole("button", { name: "Änderung speichern" }).click();
  await mine.getByText("bearbeitet").waitFor();
  expect(await mine.locator("p").first().textContent()).toBe("Ohne Fehler.");

  await mine.getByRole("button", { name: "Löschen" }).click();
  await mine.getByRole("button", { name: "Abbrechen" }).click();
  await mine.getByRole("button", { name: "Löschen" }).click();
  await mine.getByRole("button", { name: "Ja, löschen" }).click();
  await mine.getByText("Dieser Kommentar wurde").waitFor();
  expect((await stage.read("eigen")).comments.map(({ state }) => state)).toEqual([
    "erased",
    "published",
  ]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("an answer that came meanwhile ends the editing, and it is said so", async () => {
  const { page } = await stage.open(stage.address("fort"));
  await signIn(page, "fort@leser.example");
  await write(page, "Vorläufig.");
  const mine = page.locator("#kommentar-1");
  await mine.getByRole("button", { name: "Bearbeiten" }).click();
  await stage.publish("fort", "Schon gelesen.", { replyTo: 1 });
  await mine.getByLabel("Kommentar *").fill("Anders.");
  await mine.getByRole("button", { name: "Änderung speichern" }).click();
  await mine.getByText("Zu spät").waitFor();
  expect(await mine.getByLabel("Kommentar *").inputValue()).toBe("Anders.");
  await page.context().close();
});

test("nothing is ticked beforehand; who ticks is told of replies by mail", async () => {
  const { page } = await stage.open(stage.address("wunsch"));
  const replies = page.getByLabel("bei Antworten auf meinen Kommentar");
  const all = page.getByLabel("bei jedem neuen Kommentar zum Artikel");
  expect([await replies.isChecked(), await all.isChecked()]).toEqual([false, false]);
  await signIn(page, "wunsch@leser.example");
  await replies.check();
  await write(page, "Sagt mir Bescheid.");
  await page.locator("#kommentar-1:focus").waitFor();
  expect(await replies.isChecked()).toBe(false);
  await stage.publish("wunsch", "Bescheid!", { replyTo: 1 });
  const outbox = await (await fetch(stage.outbox)).text();
  expect(outbox).toContain("Antwort auf Ihren Kommentar zu „Über wunsch“");
  await page.context().close();
});

test("on a phone nothing is wider than the screen", async () => {
  const { page } = await stage.open(stage.address("tasten"), {
    viewport: { width: 320, height: 700 },
  });
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  const long = `${"lang".repeat(15)}@leser.example`;
  await page.getByRole("button", { name: "Lieber anmelden" }).click();
  expect(await width()).toBeLessThanOrEqual(320);
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await signIn(page, long);
  expect(await width()).toBeLessThanOrEqual(320);
  await write(page, "Schmal.");
  await page.getByRole("button", { name: "Bearbeiten" }).click();
  expect(await width()).toBeLessThanOrEqual(320);
  await page.context().close();
});

test("signing in speaks English in an English page", async () => {
  const { page } = await stage.open(stage.address("flur", "en"));
  await page.getByRole("button", { name: "Sign in instead" }).click();
  await page.getByLabel("Email address", { exact: true }).fill("jane@reader.example");
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByLabel("Code from the email").waitFor();
  const said = page.getByText("The code is on its way to jane@reader.example.");
  expect(await said.isVisible()).toBe(true);
  await page.context().close();
});
