import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { talkOf } from "../fill-thread.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

const refusals = ["kein-zugriff", "kein-platz"] as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["flur", "anderswo", "antwort", "lang", "eigen", "neues", ...refusals]);
  stage.fill("lang", talkOf(300, 0));
});
afterAll(() => stage.stop());

const text = (page: Page) => page.getByLabel("Kommentar *", { exact: true });
const kept = (page: Page) => page.evaluate(() => Object.entries(sessionStorage));

async function fill(page: Page, words: string): Promise<void> {
  await page.getByLabel("Name oder Pseudonym *").fill("Jens Eilers");
  await page.getByLabel("E-Mail * (wird nicht veröffentlicht)").fill("jens@leser.example");
  await text(page).fill(words);
}

async function send(page: Page): Promise<void> {
  await page.locator("form .send").click();
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
}

/** Presses the button that the last letter leads to. */
async function confirm(page: Page): Promise<void> {
  const [link = ""] = await stage.links();
  await page.goto(link);
  await page.getByRole("button").first().click();
  await page.locator("a[href*='#kommentar-']").waitFor();
}

test("a text that is being written is still there after a reload, and after a look at another page", async () => {
  const { page, complaints } = await stage.open(stage.address("flur"));
  const words = "1 Gedanke\n\nmit  Leerzeichen, „Zeichen“ und 😀 <b>";
  await fill(page, words);
  await page.reload();
  expect(await text(page).inputValue()).toBe(words);
  await page.getByRole("link", { name: "Datenschutz" }).click();
  await page.waitForURL("**/datenschutz/");
  await page.goBack();
  expect(await text(page).inputValue()).toBe(words);
  expect(await kept(page)).toEqual([["kolumne-text flur", `0 ${words}`]]);

  // Each thread has its own, and what was emptied or sent is gone.
  await page.goto(stage.address("anderswo"));
  expect(await text(page).inputValue()).toBe("");
  await page.goto(stage.address("flur"));
  await text(page).fill("");
  expect(await kept(page)).toEqual([]);
  await fill(page, "Doch noch.");
  await send(page);
  expect(await kept(page)).toEqual([]);
  await page.reload();
  expect(await text(page).inputValue()).toBe("");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("an answer is still one after a reload, under its comment", async () => {
  await stage.publish("antwort", "Erster.");
  const { page, complaints } = await stage.open(stage.address("antwort"));
  await page.locator("#kommentar-1").getByRole("button", { name: "Antworten" }).click();
  await fill(page, "Auf den Ersten.");
  await page.reload();
  const form = page.locator("#kommentar-1 form");
  await form.waitFor();
  expect(await form.getByRole("heading").innerText()).toBe("Antwort auf [1]");
  expect(await text(page).inputValue()).toBe("Auf den Ersten.");
  // Nobody asked for the focus.
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);

  await form.getByRole("button", { name: "Abbrechen" }).click();
  await page.reload();
  await page.getByRole("heading", { name: "Kommentar abgeben" }).waitFor();
  expect(await form.count()).toBe(0);
  expect(await text(page).inputValue()).toBe("Auf den Ersten.");

  await page.locator("#kommentar-1").getByRole("button", { name: "Antworten" }).click();
  await fill(page, "Auf den Ersten.");
  await page.reload();
  await form.waitFor();
  await fill(page, "Auf den Ersten.");
  await send(page);
  await confirm(page);
  const [, answer] = (await stage.read("antwort")).comments;
  expect(answer).toMatchObject({ replyTo: 1, text: "Auf den Ersten." });
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("an answer to a comment that is not on the page says whom it answers, and goes there when it comes", async () => {
  const { page } = await stage.open(`${stage.address("lang")}#kommentar-7`);
  await page.locator("#kommentar-7").getByRole("button", { name: "Antworten" }).click();
  await fill(page, "Auf einen alten.");
  await page.goto(stage.address("lang"));
  const form = page.locator("form");
  await form.getByRole("heading", { name: "Antwort auf [7]" }).waitFor();
  expect(await text(page).inputValue()).toBe("Auf einen alten.");
  await form.getByRole("link", { name: "[7]" }).click();
  await page.locator("#kommentar-7:focus").waitFor();
  expect(await page.locator("#kommentar-7 form").count()).toBe(1);
  await page.context().close();
});

test("when the comments are shown anew, an answer stays one, and so does the form for signing in", async () => {
  await stage.publish("neues", "Das erste.");
  const { page, complaints } = await stage.open(stage.address("neues"));
  await page.locator("#kommentar-1").getByRole("button", { name: "Antworten" }).click();
  await fill(page, "Auf das erste.");
  const order = page.getByLabel("Reihenfolge");
  await order.selectOption("oldest");
  await page.getByLabel("Reihenfolge").and(page.locator(":focus")).waitFor();
  const form = page.locator("#kommentar-1 form");
  expect(await form.getByRole("heading").innerText()).toBe("Antwort auf [1]");
  expect(await text(page).inputValue()).toBe("Auf das erste.");

  await form.getByRole("button", { name: "Abbrechen" }).click();
  await page.getByRole("button", { name: "Lieber anmelden" }).click();
  await page.getByRole("heading", { name: "Anmelden" }).waitFor();
  await order.selectOption("newest");
  await page.getByLabel("Reihenfolge").and(page.locator(":focus")).waitFor();
  expect(await page.locator("form:visible").count()).toBe(1);
  await page.locator("form").getByRole("button", { name: "Abbrechen" }).click();
  expect(await text(page).inputValue()).toBe("Auf das erste.");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a change of one's own comment is still there when one goes on with it", async () => {
  const { page } = await stage.open(stage.address("eigen"));
  await page.getByRole("button", { name: "Lieber anmelden" }).click();
  await page.getByLabel("E-Mail-Adresse", { exact: true }).fill("jens@leser.example");
  await page.getByRole("button", { name: "Code schicken" }).click();
  await page.getByLabel("Code aus der E-Mail").waitFor();
  const outbox = await (await fetch(stage.outbox)).text();
  await page
    .getByLabel("Code aus der E-Mail")
    .fill(/(\d{4} \d{4})/u.exec(outbox.slice(outbox.indexOf("<article")))?.[1] ?? "");
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByText("Angemeldet als").waitFor();
  await page.getByLabel("Name oder Pseudonym *").fill("Jens");
  await text(page).fill("Erster Wurf.");
  await page.getByRole("button", { name: "Kommentar abgeben" }).click();
  const own = page.locator("#kommentar-1");
  const change = own.getByLabel("Kommentar *");
  await own.getByRole("button", { name: "Bearbeiten" }).click();
  await change.fill("Zweiter Wurf, halb");
  await page.reload();
  await own.getByRole("button", { name: "Bearbeiten" }).click();
  expect(await change.inputValue()).toBe("Zweiter Wurf, halb");
  await own.getByRole("button", { name: "Abbrechen" }).click();
  await own.getByRole("button", { name: "Bearbeiten" }).click();
  expect(await change.inputValue()).toBe("Erster Wurf.");
  await change.fill("Zweiter Wurf.");
  await own.getByRole("button", { name: "Änderung speichern" }).click();
  await own.getByText("bearbeitet").waitFor();
  expect((await kept(page)).map(([key]) => key)).toEqual(["kolumne-session"]);
  await page.context().close();
});

test.each(refusals)(
  "where the browser keeps nothing (%s), everything works without it",
  async (how) => {
    const { page, complaints } = await stage.open("about:blank");
    await page.addInitScript((way) => {
      if (way === "kein-platz")
        Storage.prototype.setItem = () => {
          throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
        };
      else
        for (const name of ["sessionStorage", "localStorage"])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException("Access is denied for this document.", "SecurityError");
            },
          });
    }, how);
    await stage.publish(how, "Erster.");
    const gone = "**/assets/writing-*.js";
    await page.route(gone, (route) => route.fulfill({ status: 404 }));
    await page.goto(stage.address(how));
    await fill(page, "Zweiter.");
    await page.locator("form").getByText("Ein Teil dieser Seite").waitFor();
    await page.unroute(gone);
    await page.getByRole("button", { name: "Seite neu laden, den Text behalten" }).click();
    await expect.poll(() => text(page).inputValue()).toBe("Zweiter.");
    // It went along once, and lies nowhere any more.
    expect(await page.evaluate<unknown>(() => history.state)).toBe(null);

    await page.locator("#kommentar-1").getByRole("button", { name: "Antworten" }).click();
    await fill(page, "Zweiter.");
    await send(page);
    await page.getByRole("button", { name: "Weiteren Kommentar schreiben" }).click();
    await page.getByRole("button", { name: "Lieber anmelden" }).click();
    await page.getByRole("heading", { name: "Anmelden" }).waitFor();
    await page.locator("form").getByRole("button", { name: "Abbrechen" }).click();
    await page.locator("#kommentar-1").getByText("Melden", { exact: true }).click();
    await page.locator("#kommentar-1").getByRole("button", { name: "Spam oder Werbung" }).click();
    await page.locator("#kommentar-1").getByText("Danke.").waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);
