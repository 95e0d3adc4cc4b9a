import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([
    "weg",
    "wieder",
    "falsch",
    "antwort",
    "doppelt",
    "meldung",
    "fehler",
    "zu",
    "englisch",
    "verpasst",
  ]);
});
afterAll(() => stage.stop());

async function fill(page: Page, text: string): Promise<void> {
  await page.getByLabel("Name oder Pseudonym *").fill("Jens Eilers");
  await page.getByLabel("E-Mail * (wird nicht veröffentlicht)").fill("jens@leser.example");
  await page.getByLabel("Kommentar *").fill(text);
}

const send = (page: Page): Promise<void> =>
  page.getByRole("button", { name: "Kommentar abgeben" }).click();

/** How many letters the outbox holds whose text has these words. */
async function letters(page: Page, words: string): Promise<number> {
  const outbox = await page.context().newPage();
  await outbox.goto(stage.outbox);
  const count = await outbox.locator("article", { hasText: words }).count();
  await outbox.close();
  return count;
}

test("a comment is written, confirmed by the mailed link, and shown at its address", async () => {
  const { page, complaints } = await stage.open(stage.address("weg"));
  await fill(page, "Zwölf Schritte hin, zwölf zurück.");
  await send(page);
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Fast fertig");
  const said = page.locator("form").getByRole("status");
  expect(await said.textContent()).toContain("eine E-Mail an jens@leser.example geschickt");
  expect(await page.getByLabel("Kommentar *").isVisible()).toBe(false);

  await page.goto(stage.outbox);
  await page.locator("a[href*='/confirm?token=']").first().click();
  await page.getByRole("button").first().click();
  await page.locator("a[href*='#kommentar-1']").click();
  await page.locator("#kommentar-1:focus").waitFor();
  expect(await page.locator("#kommentar-1").innerText()).toContain(
    "Zwölf Schritte hin, zwölf zurück.",
  );
  expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe("Kommentare (1)");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a send whose answer is lost keeps the text, says so, and counts once when it is tried again", async () => {
  const { page } = await stage.open(stage.address("wieder"));
  let lost = 0;
  await page.route(`${stage.service}/threads/*/comments`, async (route) => {
    if (route.request().method() === "POST") {
      lost += 1;
      await route.fetch();
    }
    await route.abort();
  });
  await fill(page, "Einmal genügt.");
  await send(page);
  await page
    .getByRole("status")
    .getByText("Die Kommentare sind gerade nicht zu erreichen.")
    .waitFor();
  expect(lost).toBe(1);
  expect(await page.getByLabel("Kommentar *").inputValue()).toBe("Einmal genügt.");

  await page.unroute(`${stage.service}/threads/*/comments`);
  await page.getByRole("button", { name: "Erneut versuchen" }).click();
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
  expect(await letters(page, "Einmal genügt.")).toBe(1);

  await page.getByRole("button", { name: "Keine E-Mail bekommen? Erneut senden" }).click();
  await page.getByText("Die E-Mail ist noch einmal unterwegs.").waitFor();
  expect(await letters(page, "Einmal genügt.")).toBe(2);

  await page.getByRole("button", { name: "Weiteren Kommentar schreiben" }).click();
  expect(await page.getByLabel("Kommentar *").inputValue()).toBe("");
  expect(await page.getByLabel("Name oder Pseudonym *").inputValue()).toBe("Jens Eilers");
  await page.getByLabel("Kommentar *").fill("Und noch einer.");
  await send(page);
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
  expect(await letters(page, "Und noch einer.")).toBe(1);
  await page.context().close();
});

test("pressing twice sends once", async () => {
  const { page } = await stage.open(stage.address("doppelt"));
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await fill(page, "Nur einmal gedrückt.");
  await page.getByRole("button", { name: "Kommentar abgeben" }).dblclick();
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
  expect(posts).toHaveLength(1);
  await page.context().close();
});

test("what is wrong stands beside its field, and the focus goes to the first wrong one", async () => {
  const { page } = await stage.open(stage.address("falsch"));
  await page.getByLabel("E-Mail * (wird nicht veröffentlicht)").fill("petra@");
  await send(page);
  const name = page.getByLabel("Name oder Pseudonym *");
  const email = page.getByLabel("E-Mail * (wird nicht veröffentlicht)");
  const text = page.getByLabel("Kommentar *");
  await expect.poll(() => name.getAttribute("aria-invalid")).toBe("true");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(await name.getAttribute("id"));
  const note = async (field: typeof name): Promise<string | null> =>
    page.locator(`#${await field.getAttribute("aria-describedby")}`).textContent();
  expect(await note(name)).toBe("Bitte geben Sie einen Namen oder ein Pseudonym an.");
  expect(await note(email)).toBe(
    "Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@beispiel.de.",
  );
  expect(await note(text)).toBe("Bitte schreiben Sie einen Kommentar.");

  await name.fill("Jens");
  expect(await name.getAttribute("aria-invalid")).toBe("false");
  expect(await note(name)).toBe("");
  await text.fill("ä".repeat(4990));
  expect(await note(text)).toBe("Noch 10 Zeichen");
  await text.fill("😀".repeat(5001));
  await email.fill("jens@leser.example");
  await send(page);
  await expect.poll(() => text.getAttribute("aria-invalid")).toBe("true");
  expect(await note(text)).toBe("1 Zeichen zu viel");

  // The browser takes this address, the service does not.
  await text.fill("😀".repeat(5000));
  await email.fill("jens@leser");
  await send(page);
  await expect.poll(() => email.getAttribute("aria-invalid")).toBe("true");
  expect(await note(email)).toBe(
    "Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@beispiel.de.",
  );
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(
    await email.getAttribute("id"),
  );
  await page.context().close();
});

test("a reply is written under its comment; thinking better of it brings the focus back", async () => {
  await stage.publish("antwort", "Erster.");
  await stage.publish("antwort", "Zweiter.", { replyTo: 1 });
  const { page } = await stage.open(stage.address("antwort"));
  const reply = page.locator("#kommentar-2").getByRole("button", { name: "Antworten" });
  await page.getByLabel("Kommentar *").fill("Schon begonnen.");
  await reply.click();
  const form = page.locator("#kommentar-2 form");
  expect(await form.getByRole("heading").textContent()).toBe("Antwort auf [2]");
  expect(await form.getByLabel("Kommentar *").inputValue()).toBe("Schon begonnen.");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("comment-name");
  await form.getByRole("button", { name: "Abbrechen" }).click();
  expect(await form.count()).toBe(0);
  expect(await reply.evaluate((each) => each === document.activeElement)).toBe(true);

  await reply.click();
  await fill(page, "Auf den Zweiten.");
  await send(page);
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
  const [link = ""] = await stage.links();
  await page.goto(link);
  await page.getByRole("button").first().click();
  await page.locator("a[href*='#kommentar-']").waitFor();
  await page.goto(stage.address("antwort"));
  await page.locator("#kommentar-3").waitFor();
  expect(await page.locator("#kommentar-1 #kommentar-3").getByText("Antwort auf [2]").count()).toBe(
    1,
  );

  // A comment that has gone in the meantime cannot be answered; the text stays.
  await reply.click();
  await fill(page, "Zu spät.");
  await stage.act("hide", "antwort", 2);
  await send(page);
  await page.getByRole("status").getByText("Kommentar [2] ist nicht zu finden.").waitFor();
  expect(await page.getByLabel("Kommentar *").inputValue()).toBe("Zu spät.");
  await page.context().close();
});

test("a comment is reported with a reason and a note, and Esc leaves it be", async () => {
  await stage.publish("meldung", "Kaufen Sie jetzt!");
  const { page, complaints } = await stage.open(stage.address("meldung"));
  const comment = page.locator("#kommentar-1");
  const report = comment.locator("summary");
  const other = comment.getByRole("button", { name: "Etwas anderes" });
  for (const leave of [
    () => comment.getByRole("button", { name: "Abbrechen" }).click(),
    () => comment.getByLabel("Hinweis an die Redaktion").press("Escape"),
    () => report.press("Escape"),
  ]) {
    await report.click();
    await other.waitFor();
    await leave();
    expect(await other.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Melden");
  }

  await report.click();
  await comment.getByLabel("Hinweis an die Redaktion").fill("Das ist Werbung für Unfug.");
  await other.click();
  await comment.getByRole("status").getByText("Danke.").waitFor();
  expect(await letters(page, "Das ist Werbung für Unfug.")).toBe(1);
  expect(await letters(page, "etwas anderes")).toBe(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("an answer begins without what was wrong in the one before, and Esc leaves it and keeps its text", async () => {
  await stage.publish("fehler", "Erstens.");
  await stage.publish("fehler", "Zweitens.");
  const { page } = await stage.open(stage.address("fehler"));
  const answer = (number: number) =>
    page.locator(`#kommentar-${number}`).getByRole("button", { name: "Antworten" });
  await answer(1).click();
  await page.getByLabel("Name oder Pseudonym").fill("Jens");
  await send(page);
  const wrong = page.locator("[aria-invalid=true]");
  await wrong.nth(1).waitFor();
  expect(await wrong.count()).toBe(2);
  await answer(2).click();
  expect(await wrong.count()).toBe(0);
  expect(await page.getByText("Bitte schreiben Sie einen Kommentar.").count()).toBe(0);
  await page.getByLabel("Kommentar *").fill("Drittens.");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Antworten");
  expect(await page.locator("#kommentar-2 form").count()).toBe(0);
  expect(await page.getByLabel("Kommentar *").inputValue()).toBe("Drittens.");
  await page.context().close();
});

test("a thread that was closed meanwhile says so and keeps the text", async () => {
  const { page } = await stage.open(stage.address("zu"));
  await fill(page, "Kurz vor Schluss.");
  await stage.close("zu");
  await send(page);
  await page.getByRole("status").getByText("Die Kommentare sind geschlossen.").waitFor();
  expect(await page.getByLabel("Kommentar *").inputValue()).toBe("Kurz vor Schluss.");
  await page.context().close();
});

test("over a cap the reader is told in how many minutes to try again", async () => {
  const capped = await openStage(["voll"], {
    sender: [{ per: 600_000, most: 1 }],
    thread: [],
    site: [],
  });
  await capped.publish("voll", "Der eine.");
  const { page } = await capped.open(capped.address("voll"));
  await fill(page, "Einer zu viel.");
  await send(page);
  const said = page.locator("form").getByRole("status");
  await expect
    .poll(() => said.textContent())
    .toMatch(
      /^Das geht gerade nicht\. Bitte versuchen Sie es in (\d+ Minuten|1 Minute) noch einmal\.$/,
    );
  await capped.stop();
});

test("a page that was left open across a new print says what is missing, and its text survives the reload", async () => {
  const { page, complaints } = await stage.open(stage.address("verpasst"));
  const gone = "**/assets/writing-*.js";
  await page.route(gone, (route) => route.fulfill({ status: 404 }));
  const text = page.getByLabel("Kommentar *");
  await text.fill("Ein langer Gedanke.");
  await page.locator("form").getByText("Ein Teil dieser Seite").waitFor();
  expect(await text.inputValue()).toBe("Ein langer Gedanke.");

  await page.unroute(gone);
  await page.getByRole("button", { name: "Seite neu laden, den Text behalten" }).click();
  await page.waitForLoadState();
  await expect.poll(() => text.inputValue()).toBe("Ein langer Gedanke.");
  await fill(page, "Ein langer Gedanke.");
  await send(page);
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
  expect(await page.evaluate(() => [sessionStorage.length, history.state])).toEqual([0, null]);
  expect(complaints).toEqual([]);
  await page.context().close();
});
