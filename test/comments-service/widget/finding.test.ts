import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { talkOf } from "../fill-thread.ts";
import { numbers } from "./numbers.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["lang", "endlos", "neu", "spaet", "gefaltet"]);
  const late = talkOf(600, 0);
  late[499] = { conversation: 1, text: "Kommentar 500" };
  stage.fill("spaet", late);
  stage.fill("gefaltet", talkOf(2, 130));
});
afterAll(() => stage.stop());

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.id ?? "");

test("older comments come when asked for, and the focus goes to the first of them", async () => {
  for (let number = 1; number <= 52; number++) await stage.publish("lang", `Kommentar ${number}`);
  const { page } = await stage.open(stage.address("lang"));
  await page.getByRole("button", { name: "Ältere Kommentare zeigen" }).click();
  await page.locator("#kommentar-1").waitFor();
  expect(await numbers(page)).toHaveLength(52);
  // Pages end at a multiple of ten conversations.
  expect(await focused(page)).toBe("kommentar-10");
  expect(await page.getByRole("button", { name: "Ältere Kommentare zeigen" }).isVisible()).toBe(
    false,
  );
  await page.context().close();
});

test("an address that names an old comment loads the page it stands on, goes to it and focuses it", async () => {
  const { page } = await stage.open(`${stage.address("lang")}#kommentar-1`);
  await page.locator("#kommentar-1:focus").waitFor();
  expect(
    await page
      .locator("#kommentar-1")
      .evaluate((each) => each.getBoundingClientRect().top < innerHeight),
  ).toBe(true);
  await page.evaluate(() => (location.hash = "#kommentar-52"));
  await page.locator("#kommentar-52:focus").waitFor();
  expect(page.url()).toContain("#kommentar-52");
  await page.context().close();
});

test("a comment far back in a long thread is gone to at once, from wherever the reader is", async () => {
  stage.fill("endlos", talkOf(10_000, 0));
  const { page, complaints } = await stage.open("about:blank");
  let asked = 0;
  page.on("request", (request) => (asked += Number(request.url().includes("/threads/endlos"))));
  const go = async (number: number): Promise<void> => {
    await page.evaluate((hash) => (location.hash = hash), `#kommentar-${number}`);
    await page.locator(`#kommentar-${number}:focus`).waitFor();
  };
  await page.goto(`${stage.address("endlos")}#kommentar-3`);
  await page.locator("#kommentar-3:focus").waitFor();
  expect(await numbers(page)).toHaveLength(10);
  expect(asked).toBe(2);
  await go(5000);
  await go(4990);
  await go(9960);
  expect(asked).toBe(4);

  await go(5000);
  await page.getByRole("button", { name: "Ältere Kommentare zeigen" }).click();
  await page.locator("#kommentar-4950:focus").waitFor();
  const newer = page.getByRole("button", { name: "Neuere Kommentare zeigen" });
  await newer.press("Enter");
  await page.locator("#kommentar-10000:focus").waitFor();
  expect(await newer.count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each(["newest", "oldest"])(
  "a new reply in a conversation far away is gone to at once (%s first)",
  async (order) => {
    const { page, complaints } = await stage.open(stage.address("spaet"));
    const choice = page.getByLabel("Reihenfolge");
    await choice.waitFor();
    if (order === "oldest") {
      await choice.selectOption(order);
      await page.locator("#kommentar-1").waitFor();
    }
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/threads/")) asked.push(new URL(request.url()).search);
    });
    const number = order === "newest" ? 500 : 450;
    await page.evaluate((hash) => (location.hash = hash), `#kommentar-${number}`);
    await page.locator(`#kommentar-${number}:focus`).waitFor();
    expect(asked).toHaveLength(1);
    expect((await numbers(page)).slice(0, 2)).toEqual(
      order === "newest" ? ["[10]", "[9]"] : ["[441]", "[442]"],
    );
    const back = order === "newest" ? "Neuere" : "Ältere";
    await page.getByRole("button", { name: `${back} Kommentare zeigen` }).click();
    await page.locator(`#kommentar-${order === "newest" ? 600 : 1}:focus`).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test("where the way to a comment far away is cut off, trying again goes there", async () => {
  const { page } = await stage.open("about:blank");
  await page.route(/[?&]at=3$/, (route) => route.abort());
  await page.goto(`${stage.address("spaet")}#kommentar-3`);
  const again = page.getByRole("button", { name: "Erneut versuchen" });
  await again.waitFor();
  await page.unroute(/[?&]at=3$/);
  await again.click();
  await page.locator("#kommentar-3:focus").waitFor();
  expect((await numbers(page)).slice(-3)).toEqual(["[2]", "[1]", "([500])"]);
  await page.context().close();
});

test("a number that is nowhere in a long thread is looked for in four requests, and the thread stays", async () => {
  const { page } = await stage.open("about:blank");
  let asked = 0;
  page.on("request", (request) => (asked += Number(request.url().includes("/threads/"))));
  await page.goto(`${stage.address("spaet")}#kommentar-601`);
  await page.getByText("Kommentar [601] ist nicht zu finden.").waitFor();
  expect(asked).toBe(4);
  expect((await numbers(page))[0]).toBe("[600]");
  expect(await page.getByRole("button", { name: "Neuere Kommentare zeigen" }).count()).toBe(0);
  await page.context().close();
});

test("a number that a copy on the way does not know yet is asked for past it", async () => {
  await stage.publish("neu", "Schon lange da.");
  const { page } = await stage.open("about:blank");
  const stale = JSON.stringify(await stage.read("neu"));
  await stage.publish("neu", "Gerade erst bestätigt.");
  const asked: string[] = [];
  await page.route(`${stage.service}/threads/**`, async (route) => {
    const { search } = new URL(route.request().url());
    asked.push(search);
    if (search.includes("fresh")) return route.continue();
    return route.fulfill({
      body: stale,
      contentType: "application/json",
      headers: { "access-control-allow-origin": "*" },
    });
  });
  await page.goto(`${stage.address("neu")}#kommentar-2`);
  await page.locator("#kommentar-2:focus").waitFor();
  expect(asked).toHaveLength(2);
  expect(await page.getByRole("heading", { level: 2 }).textContent()).toBe("Kommentare (2)");
  await page.context().close();
});

test("a number that is nowhere is said so, in a live region", async () => {
  const { page } = await stage.open(`${stage.address("neu")}#kommentar-99`);
  await page.getByRole("status").getByText("Kommentar [99] ist nicht zu finden.").waitFor();
  await page.evaluate(() => (location.hash = "#kommentar-1"));
  await page.locator("#kommentar-1:focus").waitFor();
  expect(await page.getByText("ist nicht zu finden").count()).toBe(0);
  await page.context().close();
});

test("a long conversation shows three replies, and the others when asked for, each led to", async () => {
  const { page, complaints } = await stage.open(stage.address("gefaltet"));
  const more = page.locator("li:has(> #kommentar-1)").getByRole("button", { name: "Weitere" });
  expect(await more.innerText()).toBe("127 weitere Antworten");
  const whole = Array.from({ length: 130 }, (_, index) => `([${3 + 2 * index}])`);
  const shown = async () => {
    const all = await numbers(page);
    return all.slice(all.indexOf("[1]") + 1);
  };
  expect(await shown()).toEqual(whole.slice(0, 3));
  await more.press("Enter");
  await page.locator("#kommentar-9:focus").waitFor();
  expect(await more.innerText()).toBe("77 weitere Antworten");
  await more.click();
  await page.locator("#kommentar-109:focus").waitFor();
  await more.click();
  await page.locator("#kommentar-209:focus").waitFor();
  expect(await shown()).toEqual(whole);
  expect(await more.count()).toBe(0);
  expect(await page.locator("#kommentar-261").getByText("Antwort auf").count()).toBe(0);
  await page.locator("#kommentar-261").getByRole("button", { name: "Antworten" }).click();
  await page.getByRole("heading", { name: "Antwort auf [261]" }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each(["newest", "oldest"])(
  "a link into the midst of a long conversation finds its reply in two requests (%s first)",
  async (order) => {
    const { page, complaints } = await stage.open(stage.address("gefaltet"));
    await page.getByLabel("Reihenfolge").selectOption(order);
    await page.locator("#kommentar-1").waitFor();
    let asked = 0;
    page.on("request", (request) => (asked += Number(request.url().includes("/threads/"))));
    await page.evaluate(() => (location.hash = "#kommentar-151"));
    await page.locator("#kommentar-151:focus").waitFor();
    expect(asked).toBe(1);
    const conversation = page.locator("li:has(> #kommentar-1)");
    const more = conversation.getByRole("button", { name: "Weitere" });
    expect(await more.allInnerTexts()).toEqual(["50 weitere Antworten", "27 weitere Antworten"]);
    await more.first().click();
    await page.locator("#kommentar-9:focus").waitFor();
    expect(await more.allInnerTexts()).toEqual(["27 weitere Antworten"]);
    await more.click();
    await page.locator("#kommentar-209:focus").waitFor();
    expect(await conversation.locator("ol article").count()).toBe(130);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test("where further replies do not come, one sentence says so, and trying again brings them", async () => {
  const { page } = await stage.open(stage.address("gefaltet"));
  await page.route(/\/replies/, (route) => route.abort());
  const conversation = page.locator("li:has(> #kommentar-2)");
  await conversation.getByRole("button", { name: "127 weitere Antworten" }).click();
  await conversation.getByText("Die Kommentare sind gerade nicht zu erreichen.").waitFor();
  await page.unroute(/\/replies/);
  await conversation.getByRole("button", { name: "Erneut versuchen" }).click();
  await page.locator("#kommentar-10:focus").waitFor();
  await conversation.getByRole("button", { name: "77 weitere Antworten" }).waitFor();
  expect(await conversation.getByText("nicht zu erreichen").count()).toBe(0);
  await page.context().close();
});
