import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look } from "../../look.ts";
import { talkOf } from "../fill-thread.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["worte", "viele", "neues", "feed", "richtung", "antworten", "gefaltet"]);
  await stage.publish("antworten", "Erster.");
  await stage.publish("antworten", "Zweiter.", { replyTo: 1 });
});
afterAll(() => stage.stop());

const numbers = (page: Page): Promise<string[]> => page.locator("article > .no").allTextContents();

/** What the browser does when the reader comes back to the tab. */
const comeBack = (page: Page): Promise<void> =>
  page.evaluate(() => void document.dispatchEvent(new Event("visibilitychange")));

test("a comment's text has paragraphs, quotes and links, and no markup of its writer's", async () => {
  await stage.publish(
    "worte",
    "> Es lag am Flur.\n\nNein, siehe (https://x.example/a?b=<b>) und javascript:alert(1).\n<img src=x onerror=alert(1)>",
  );
  const { page, complaints } = await stage.open(stage.address("worte"));
  const text = page.locator("#kommentar-1 > div");
  expect(await text.locator("blockquote").innerText()).toBe("Es lag am Flur.");
  expect(await text.locator("> p").innerText()).toBe(
    "Nein, siehe (https://x.example/a?b=<b>) und javascript:alert(1).\n<img src=x onerror=alert(1)>",
  );
  const links = text.locator("p a");
  expect(await links.count()).toBe(1);
  expect(await links.getAttribute("href")).toBe("https://x.example/a?b=");
  expect(await links.getAttribute("rel")).toBe("nofollow ugc noopener");
  expect(await text.locator("img").count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what stands between fences keeps its lines and their spaces, without marks and without a scroll bar", async () => {
  const code = `if (a<b && c>d) {\n    return "${"lang".repeat(40)}";\n\n\t}`;
  const number = await stage.publish(
    "worte",
    `So geht es:\n\`\`\`cpp\n${code}\n\`\`\`\nUnd fertig.`,
  );
  const { page, complaints } = await stage.open(stage.address("worte"), {
    viewport: { width: 360, height: 800 },
  });
  const text = page.locator(`#kommentar-${number} > div`);
  expect(await text.locator("> pre").textContent()).toBe(code);
  expect(await text.locator("> p").allInnerTexts()).toEqual(["So geht es:", "Und fertig."]);
  const { wide, whiteSpace } = await text.locator("> pre").evaluate((pre) => ({
    wide: document.documentElement.scrollWidth > 360 || pre.scrollWidth > pre.clientWidth,
    whiteSpace: getComputedStyle(pre).whiteSpace,
  }));
  expect({ wide, whiteSpace }).toEqual({ wide: false, whiteSpace: "pre-wrap" });
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("names and paragraphs are written in their own direction, and turn nothing around them", async () => {
  const text = "שלום! (1)\n\nNein, das stimmt nicht.\n\n> مرحبا\n\n```\nلا\n```";
  await stage.publish("richtung", `\u202E${text}\u2066`, { name: "\u202Eעברית\u2067" });
  const { page } = await stage.open(stage.address("richtung"));
  const comment = page.locator("#kommentar-1");
  await comment.waitFor();
  const directions = await comment
    .locator("strong, p, pre")
    .evaluateAll((all) => all.map((each) => getComputedStyle(each).direction));
  expect(directions).toEqual(["rtl", "rtl", "ltr", "rtl", "rtl"]);
  // The time stands behind the name, wherever that was written to.
  const box = (of: string) => comment.locator(of).first().boundingBox();
  expect((await box("time"))?.x).toBeGreaterThan((await box("strong"))?.x ?? Infinity);
  const shown = (await stage.read("richtung")).comments[0];
  expect([shown?.name, shown?.text]).toEqual(["עברית", text]);

  const field = page.getByLabel("Kommentar *", { exact: true });
  for (const [words, direction] of [
    ["שלום", "rtl"],
    ["Hallo", "ltr"],
  ] as const) {
    await field.fill(words);
    expect(await field.evaluate((each) => getComputedStyle(each).direction)).toBe(direction);
  }
  await page.context().close();
});

test("the number of a reply is placed by its own comment, and nothing overhangs", async () => {
  const { page } = await stage.open(stage.address("antworten"));
  await page.locator("#kommentar-2").waitFor();
  // Firefox prints it over the article otherwise.
  const placedBy = await page
    .locator("#kommentar-2 > .no")
    .evaluate((number: HTMLElement) => number.offsetParent?.id);
  expect(placedBy).toBe("kommentar-2");
  const [number, words, select, bar] = await Promise.all(
    ["#kommentar-2 > .no", "#kommentar-2 > div", ".bar select", ".bar"].map((each) =>
      page.locator(each).boundingBox(),
    ),
  );
  expect((number?.x ?? Infinity) + (number?.width ?? 0)).toBeLessThanOrEqual(words?.x ?? 0);
  expect(select?.x).toBeGreaterThanOrEqual(bar?.x ?? Infinity);
  await page.context().close();
});

test("the oldest comments come first when asked for, and a link to any of them still finds it", async () => {
  for (let number = 1; number <= 52; number++) await stage.publish("viele", `Kommentar ${number}`);
  const { page, complaints } = await stage.open(stage.address("viele"));
  const order = page.getByLabel("Reihenfolge");
  await order.waitFor();
  expect(await order.inputValue()).toBe("newest");
  // By keyboard, as a select is turned.
  await order.press("ArrowDown");
  await page.locator("#kommentar-1").waitFor();
  expect((await numbers(page)).slice(0, 3)).toEqual(["[1]", "[2]", "[3]"]);
  expect(await order.inputValue()).toBe("oldest");
  await page.getByLabel("Reihenfolge").and(page.locator(":focus")).waitFor();
  await page.getByRole("button", { name: "Neuere Kommentare zeigen" }).click();
  await page.locator("#kommentar-51:focus").waitFor();
  expect(await numbers(page)).toHaveLength(52);
  await order.selectOption({ label: "Neueste zuerst" });
  await page.locator(".thread > li:first-child > #kommentar-52").waitFor();
  expect((await numbers(page))[0]).toBe("[52]");
  await order.selectOption({ label: "Älteste zuerst" });
  await page.locator(".thread > li:first-child > #kommentar-1").waitFor();
  await page.evaluate(() => (location.hash = "#kommentar-52"));
  await page.locator("#kommentar-52:focus").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("whoever comes back is told quietly of new comments, and sees them when he wants to", async () => {
  await stage.publish("neues", "Das erste.");
  const { page, complaints } = await stage.open(stage.address("neues"), {
    colorScheme: "dark",
    viewport: { width: 320, height: 700 },
  });
  await page.locator("#kommentar-1").waitFor();
  await page.getByLabel("Kommentar *", { exact: true }).fill("Halb geschrieben");
  const asked = page.waitForResponse((response) => response.url().includes("/counts"));
  await comeBack(page);
  await asked;
  expect(await page.getByText(": anzeigen").count()).toBe(0);
  await stage.publish("neues", "Das zweite.");
  await comeBack(page);
  await page.getByRole("button", { name: "1 neuer Kommentar: anzeigen" }).waitFor();
  await stage.publish("neues", "Das dritte.");
  await comeBack(page);
  expect(await page.locator("article").count()).toBe(1);
  const news = page.getByRole("status").getByText("2 neue Kommentare: anzeigen");
  await news.waitFor();
  await look(page);
  await news.press("Enter");
  await page.locator("#kommentar-2:focus").waitFor();
  expect(await page.getByText("neue Kommentare").count()).toBe(0);
  expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe("Kommentare (3)");
  expect(await page.getByLabel("Kommentar *", { exact: true }).inputValue()).toBe(
    "Halb geschrieben",
  );
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("who wants to see what is new is led to it, be it folded or on another page", async () => {
  stage.fill("gefaltet", talkOf(60, 5));
  const { page, complaints } = await stage.open(stage.address("gefaltet"));
  const news = page.getByRole("button", { name: "neuer Kommentar: anzeigen" });
  await page.locator("#kommentar-60").waitFor();
  await stage.publish("gefaltet", "Unter dem ersten das sechste.", { replyTo: 1 });
  await comeBack(page);
  await news.press("Enter");
  await page.locator("#kommentar-361:focus").waitFor();
  await page.getByLabel("Reihenfolge").selectOption("oldest");
  await page.locator("#kommentar-1").waitFor();
  await stage.publish("gefaltet", "Ganz am Ende.");
  await comeBack(page);
  await news.press("Enter");
  await page.locator("#kommentar-362:focus").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the comments can be subscribed to by their feed", async () => {
  const { page } = await stage.open(stage.address("feed"));
  const link = page.getByRole("link", { name: "Kommentare abonnieren" });
  expect(await link.getAttribute("href")).toBe(`${stage.service}/threads/feed/feed.atom`);
  await page.context().close();
});
