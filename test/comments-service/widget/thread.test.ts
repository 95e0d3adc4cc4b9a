import { afterAll, beforeAll, expect, test } from "vitest";
import { timeFormat } from "../../../comments-service/widget/time.ts";
import { de } from "../../../comments-service/widget/words/de.ts";
import { numbers } from "./numbers.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["flur", "leer", "zu", "bis", "bis-leer", "fern"]);
});
afterAll(() => stage.stop());

test("a thread is shown newest first, its replies under their comment, with times of the magazine's zone", async () => {
  await stage.publish("flur", "Vierundzwanzig Schritte.", { name: "Petra" });
  await stage.publish("flur", "Das bleibt nicht.");
  await stage.publish("flur", "Auch das nicht.");
  await stage.publish("flur", "Es lag nicht am Flur.\nGanz sicher.\n\nWirklich.", {
    name: "Jens Eilers",
  });
  await stage.publish("flur", "An den Stühlen.", { name: "Henrike", replyTo: 4 });
  await stage.publish("flur", "Nie.", { replyTo: 5 });
  await stage.act("hide", "flur", 2);
  await stage.act("erase", "flur", 3);

  const { page, complaints } = await stage.open(stage.address("flur"), {
    timezoneId: "America/New_York",
  });
  await page.getByLabel("Reihenfolge").waitFor();
  expect(await numbers(page)).toEqual(["[4]", "([5])", "([6])", "[3]", "[2]", "[1]"]);
  expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe("Kommentare (4)");

  const jens = page.getByRole("article", { name: "Kommentar 4 von Jens Eilers", exact: true });
  const published =
    (await stage.read("flur")).comments.find(({ number }) => number === 4)?.publishedAt ?? "";
  expect(await jens.locator("time").first().textContent()).toBe(
    timeFormat(de, "Europe/Berlin", "2026")(published),
  );
  expect(await jens.locator("time").first().getAttribute("datetime")).toBe(published);
  expect(await jens.locator("> div > p").allInnerTexts()).toEqual([
    "Es lag nicht am Flur.\nGanz sicher.",
    "Wirklich.",
  ]);
  expect(await jens.getByText("Antwort auf").allTextContents()).toEqual([
    "Antwort auf [5] Henrike",
  ]);
  // On every width the number stands in the margin, in one line with the name.
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const [number, name] = await Promise.all(
      [".no", "strong"].map((each) => jens.locator(each).first().boundingBox()),
    );
    expect((number?.x ?? 0) + (number?.width ?? 0)).toBeLessThan(name?.x ?? 0);
    expect(name?.y ?? 0).toBeLessThan((number?.y ?? 0) + (number?.height ?? 0));
  }

  // What is answered is told before one goes there, and the time leads to the comment itself.
  const answered = jens.getByRole("link", { name: "[5] Henrike" });
  expect(await answered.getAttribute("title")).toBe("An den Stühlen.");
  await answered.click();
  await page.locator("#kommentar-5:target:focus").waitFor();
  await jens.locator("time").first().click();
  await page.locator("#kommentar-4:target:focus").waitFor();
  expect(await page.locator("#kommentar-2").innerText()).toContain("Von der Redaktion entfernt.");
  expect(await page.locator("#kommentar-3").innerText()).toContain(
    "Dieser Kommentar wurde gelöscht.",
  );
  expect(await page.locator("#kommentar-3").getByRole("button").count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the same thread speaks English in an English page", async () => {
  const { page } = await stage.open(stage.address("flur", "en"));
  await page.getByLabel("Order").waitFor();
  expect(await page.getByRole("article", { name: "Comment 1 by Petra" }).count()).toBe(1);
  expect(await page.getByRole("heading", { name: "Write a comment" }).count()).toBe(1);
  await page.context().close();
});

test("an empty thread asks for the first comment", async () => {
  const { page, complaints } = await stage.open(stage.address("leer"));
  await page.getByText("Noch kein Kommentar. Schreiben Sie den ersten.").waitFor();
  expect(await page.getByRole("heading", { name: "Kommentar abgeben" }).isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a closed thread can be read and reported, but takes nothing more", async () => {
  await stage.publish("zu", "Das letzte Wort.");
  await stage.close("zu");
  const { page } = await stage.open(stage.address("zu"));
  await page
    .getByText("Die Kommentare sind geschlossen. Lesen können Sie sie weiterhin.")
    .waitFor();
  expect(await page.locator("#kommentar-1").innerText()).toContain("Das letzte Wort.");
  expect(await page.getByText("Antworten").count()).toBe(0);
  expect(await page.getByText("Kommentar abgeben").count()).toBe(0);
  await page.getByText("Melden", { exact: true }).click();
  await page.getByRole("button", { name: "Spam oder Werbung" }).click();
  await page.getByText("Danke.").waitFor();
  await page.context().close();
});

test("a thread that a date has closed says since when, and nothing else where it is empty", async () => {
  const since = "2012-11-18T23:00:00Z";
  await stage.publish("bis", "Das letzte Wort.");
  await stage.close("bis", since);
  const { page } = await stage.open(stage.address("bis"));
  // On the magazine's clock it is the next day already.
  const sentence = "Die Kommentare sind seit dem 19. November 2012 geschlossen.";
  await page.getByText(`${sentence} Lesen können Sie sie weiterhin.`).waitFor();
  expect(await page.getByText("Das letzte Wort.").isVisible()).toBe(true);
  await stage.close("bis-leer", since);
  const { page: empty } = await stage.open(stage.address("bis-leer"));
  await empty.getByText(sentence).waitFor();
  expect(await empty.locator("comment-thread").innerText()).toBe(sentence);
  const english = await stage.open(stage.address("bis-leer", "en"));
  await english.page.getByText("Comments have been closed since 19 November 2012.").waitFor();
  await Promise.all([page, empty, english.page].map((each) => each.context().close()));
});

test("where the service cannot be reached, one sentence says so and offers to try again", async () => {
  const { page } = await stage.open("about:blank");
  await page.route(`${stage.service}/threads/**`, (route) => route.abort());
  await page.goto(stage.address("fern"));
  await page
    .getByRole("status")
    .getByText("Die Kommentare sind gerade nicht zu erreichen.")
    .waitFor();
  await page.unroute(`${stage.service}/threads/**`);
  await page.getByRole("button", { name: "Erneut versuchen" }).click();
  await page.getByText("Noch kein Kommentar.").waitFor();
  expect(await page.getByText("nicht zu erreichen").count()).toBe(0);
  await page.context().close();
});

test("a thread that leaves the page gives up what it was loading", async () => {
  const { page, complaints } = await stage.open("about:blank");
  await page.route(`${stage.service}/threads/**`, () => undefined);
  const asked = page.waitForEvent("request", (request) => request.url().includes("/threads/"));
  await page.goto(stage.address("flur"));
  await asked;
  const failed = page.waitForEvent("requestfailed");
  await page.evaluate(() => document.querySelector("comment-thread")?.remove());
  expect((await failed).url()).toContain("/threads/flur");
  expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe("Kommentare (4)");
  expect(complaints).toEqual([]);
  await page.context().close();
});
