import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { closePages, openChromium } from "../browser.ts";
import { pairs } from "./hosts.ts";
import { openMagazine, stageOf } from "./stage.ts";
import type { Magazine, Stage } from "./stage.ts";

let magazine: Magazine;
let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  [magazine, browser] = await Promise.all([openMagazine(), openChromium()]);
});
afterAll(async () => {
  await closePages(browser);
  await magazine?.close();
});

const article = "/vertrieb/zwei-abteilungen-ein-buero/";

test.each(pairs)(
  "on $name, from the article to a discussed one: read, turn, show all, write, confirm, answer, report",
  async ({ serve }) => {
    stage = await stageOf(magazine, serve);
    onTestFinished(() => stage.close());
    const context = await browser.newContext({ locale: "de-DE" });
    const page = await context.newPage();
    const complaints = listen(page);
    const asked = new Set<string>();
    page.on("request", (request) => asked.add(new URL(request.url()).origin));

    // Read the first part, turn to the second, show all.
    await page.goto(stage.site + article);
    await page.getByRole("heading", { level: 1, name: "Warum zwei Abteilungen" }).waitFor();
    expect(await page.locator(".body > p").first().textContent()).toMatch(/^19\.10\.2026\. „Die/);
    await page.getByRole("link", { name: /Weiter zu Seite 2 von 2/ }).click();
    await page.waitForURL(`**${article}2/`);
    expect(await page.title()).toContain("Seite 2 von 2");
    await page.getByRole("link", { name: "Alles zeigen" }).click();
    await page.waitForURL(`**${article}alles/`);
    expect(await page.locator(".body").textContent()).toContain("Was ein Flur kostet");
    expect(await page.locator(".body").textContent()).toContain("Drei Wochen ohne Betreff");
    const share = page.getByRole("link", { name: "auf Facebook teilen" });
    expect(await share.getAttribute("href")).toContain(
      encodeURIComponent(`${stage.site}${article}alles/`),
    );

    // Write: the service takes it, and nothing shows yet.
    await page.getByRole("link", { name: "Kommentare (0)" }).click();
    await write(
      page,
      "Petra",
      "petra@leser.example",
      "Vierundzwanzig Schritte sind *wenigstens* Bewegung.",
    );
    const letter = await stage.nextLetter();
    expect(letter.to).toBe("petra@leser.example");
    expect(letter.raw).toMatch(/^auto-submitted: auto-generated/im);
    expect(letter.text).toContain("Vierundzwanzig Schritte");
    expect(await countOn(context, article)).toBe(0);

    // Confirm: looking changes nothing, the button does.
    await confirm(page, letter.text);
    await page.waitForURL(`**${article}#kommentar-1`);
    const first = page.locator("#kommentar-1");
    await first.waitFor();
    expect(await first.textContent()).toContain(
      "Vierundzwanzig Schritte sind *wenigstens* Bewegung.",
    );
    await page.getByRole("heading", { name: "Kommentare (1)" }).waitFor();

    // Answer it, as somebody else.
    await first.getByRole("button", { name: /Antworten/ }).click();
    await write(page, "Jens Eilers", "jens@leser.example", "Bei uns hat man den Flur abgeschafft.");
    await confirm(page, (await stage.nextLetter()).text);
    await page.waitForURL(`**${article}#kommentar-2`);
    await page.locator("#kommentar-2").waitFor();
    await page.getByRole("heading", { name: "Kommentare (2)" }).waitFor();
    expect(await page.locator("#kommentar-1").textContent()).toContain("Petra");

    // Report it.
    const second = page.locator("#kommentar-2");
    await second.getByText("Melden", { exact: true }).click();
    await second.getByRole("button", { name: "Spam oder Werbung" }).click();
    const report = await stage.nextLetter();
    expect(report.to).toBe("redaktion@die-spalte.example");
    expect(report.text).toContain("Bei uns hat man den Flur abgeschafft.");
    expect(report.text).toMatch(/\/act\?token=[0-9a-f]{64}/);

    // The counter at the top of the article knows, too.
    expect(await countOn(context, article)).toBe(2);
    expect(complaints).toEqual([]);
    expect([...asked].toSorted()).toEqual([stage.site, stage.service].toSorted());
    await context.close();
  },
);

/** What the browser complains about: errors, refusals of the policy, failed scripts. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

async function write(page: Page, name: string, email: string, text: string): Promise<void> {
  await page.getByLabel("Name oder Pseudonym").fill(name);
  await page.getByLabel(/^E-Mail/).fill(email);
  await page.getByLabel("Kommentar *").fill(text);
  // A person needs some time to write: what comes within three seconds is held.
  await page.waitForTimeout(3100);
  await page
    .getByRole("button", { name: /abgeben$|^Antwort/ })
    .last()
    .click();
  await page.getByText(email).waitFor();
}

async function confirm(page: Page, letter: string): Promise<void> {
  const link = /http:\/\/localhost:\d+\/confirm\?token=\S+/.exec(letter)?.[0];
  expect(link).toBeDefined();
  await page.goto(link ?? "");
  await page.getByRole("button").click();
  await page.getByRole("link", { name: "Zum Kommentar", exact: true }).click();
}

/** The number in the link at the top of an article, as a fresh reader sees it. */
async function countOn(context: ReturnType<Page["context"]>, path: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(stage.site + path);
  const link = page.locator(".by").getByRole("link", { name: /^Kommentare \(\d+\)$/ });
  const text = await link.textContent();
  await page.close();
  return Number(/\d+/.exec(text ?? "")?.[0]);
}
