import { afterAll, beforeAll, expect, test } from "vitest";
import { openDeskStage } from "./stage.ts";
import type { DeskStage } from "./stage.ts";

let stage: DeskStage;
beforeAll(async () => {
  stage = await openDeskStage();
  await stage.write("Jens Eilers", "Also ganz ehrlich: Bei uns hat man den Flur abgeschafft.");
  await stage.write(
    "L".repeat(80),
    `Donaudampfschifffahrtsgesellschaft${"skapitän".repeat(20)}\nhttps://a.example https://b.example http://c.example/${"x".repeat(200)}`,
    { email: `${"l".repeat(60)}@leserin.example` },
  );
  await stage.write("<script>alert(1)</script>", "<img src=x onerror=alert(1)> & „Zitat“", {
    email: "eve@leserin.example",
  });
  await stage.write("Petra Lang", "Vierundzwanzig Schritte sind wenigstens Bewegung.");
  await stage.write("Otto Kern", "Ein letzter Gedanke dazu.");
});
afterAll(() => stage.stop());

test("a reader's markup is text at the desk", async () => {
  const { page, complaints } = await stage.open("/desk/");
  const item = page.locator("[data-comment]", { hasText: "onerror" });
  expect(await item.getByRole("heading").textContent()).toBe("<script>alert(1)</script>");
  expect(await item.locator(".words").textContent()).toBe("<img src=x onerror=alert(1)> & „Zitat“");
  expect(await item.locator("img, script").count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("code keeps its lines and their spaces at the desk", async () => {
  const text = "```js\nif (a)\n    b <i>\n\n\tc\n```";
  await stage.write("Cora Code", text, { email: "cora@leserin.example" });
  const { page } = await stage.open("/desk/");
  const words = page.locator("[data-comment]", { hasText: "Cora Code" }).locator(".words");
  expect(await words.textContent()).toBe(text);
  expect(await words.evaluate((each) => getComputedStyle(each).whiteSpace)).toBe("pre-wrap");
  await page.context().close();
});

test("the keys go through the list, publish, reject with a reason and undo", async () => {
  const { page, complaints } = await stage.open("/desk/");
  const press = async (...keys: string[]) => {
    // A page shows its words before its script listens to keys.
    await page.waitForLoadState();
    for (const key of keys) await page.keyboard.press(key);
  };
  const here = () =>
    page.evaluate(() => document.activeElement?.querySelector("h2")?.textContent ?? null);
  await press("j");
  expect(await here()).toBe("Jens Eilers");
  await press("j", "j", "k", "k");
  expect(await here()).toBe("Jens Eilers");
  await press("x");
  expect(await page.locator("input[type=checkbox]").first().isChecked()).toBe(true);
  await press("p");
  await page.getByText("von Jens Eilers veröffentlicht.").waitFor();
  await press("u");
  await page.getByText("Rückgängig gemacht.").waitFor();
  await press("j", "r");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Spam");
  await press("Enter");
  await page.getByText(/^Kommentar von .* abgelehnt\.$/u).waitFor();
  await press("?");
  await page.getByText("diese Liste").waitFor();
  await page.goto(`${stage.service}/desk/search`);
  await press("/");
  await page.keyboard.type("jpx?");
  expect(await page.locator("input[type=search]").inputValue()).toBe("jpx?");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("Esc closes the reasons and whatever else is open, and what opened it has the focus", async () => {
  const { page, complaints } = await stage.open("/desk/", {
    viewport: { width: 360, height: 740 },
  });
  const open = page.locator("main details[open]");
  const here = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  const summary = page.getByLabel("Ablehnen: Kommentar von Petra Lang");
  await summary.click();
  await page.keyboard.press("Tab");
  expect(await here()).toBe("Ablehnen, Spam: Kommentar von Petra Lang");
  await page.keyboard.press("Escape");
  expect([await open.count(), await here()]).toEqual([0, "Ablehnen: Kommentar von Petra Lang"]);
  // Single keys that are switched off switch off no Esc.
  await page.getByRole("button", { name: "Ausschalten" }).click();
  await summary.press("Enter");
  await page.locator("h1").click();
  await page.keyboard.press("Escape");
  expect([await open.count(), await here()]).toEqual([0, "Ablehnen: Kommentar von Petra Lang"]);
  await page.getByRole("button", { name: "Einschalten" }).click();
  // In the bar, and beside it a list of keys, which closes first.
  await page.locator(".pick input").last().check();
  const bar = page.locator(".bar summary");
  await bar.press("Enter");
  await page.keyboard.press("?");
  await page.keyboard.press("Escape");
  expect([await page.getByRole("dialog").count(), await open.count()]).toEqual([0, 1]);
  await page.keyboard.press("Escape");
  expect(await open.count()).toBe(0);
  expect(await bar.evaluate((each) => each === document.activeElement)).toBe(true);
  await page.goto(`${stage.service}/desk/`);
  await page.keyboard.press("j");
  await page.keyboard.press("r");
  await page.keyboard.press("Escape");
  expect([await open.count(), (await here())?.split(":")[0]]).toEqual([0, "Ablehnen"]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("everything works without script", async () => {
  const { page } = await stage.open("/desk/", { javaScriptEnabled: false });
  const item = page.locator("[data-comment]", { hasText: "Petra Lang" });
  await item.getByRole("button", { name: "Veröffentlichen" }).click();
  await page.getByText("von Petra Lang veröffentlicht.").waitFor();
  await page.getByRole("link", { name: "Veröffentlicht" }).click();
  const published = page.locator("[data-comment]", { hasText: "Petra Lang" });
  await published.getByText("Verbergen …").click();
  await published.getByRole("button", { name: "Nicht zum Thema" }).click();
  await page.getByText("von Petra Lang verborgen.").waitFor();
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await page.getByText("Rückgängig gemacht.").waitFor();
  await page.getByRole("link", { name: /^Zu prüfen/u }).click();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.locator(".bar summary").click();
  await page.locator(".bar").getByRole("button", { name: "Spam" }).click();
  await page.getByText("Nichts zu prüfen.").waitFor();
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.getByLabel("E-Mail-Adresse").waitFor();
  await page.goto(`${stage.service}/desk/`);
  expect(await page.getByLabel("E-Mail-Adresse").count()).toBe(1);
  await page.context().close();
});

test("the navigation takes two lines of a phone, what unfolds in it has its place marked, and where there is room all of it is there", async () => {
  const { page } = await stage.open("/desk/", { viewport: { width: 360, height: 740 } });
  const nav = page.locator("header nav");
  const more = nav.locator("summary");
  const record = nav.getByRole("link", { name: "Protokoll" });
  const lines = () =>
    nav
      .locator("a:visible, summary:visible")
      .evaluateAll((all) => new Set(all.map((each) => each.getBoundingClientRect().top)).size);
  expect(await lines()).toBeLessThanOrEqual(2);
  expect(await nav.getByRole("link").count()).toBe(3);
  await more.click();
  expect(await nav.getByRole("link").count()).toBe(11);
  await page.keyboard.press("Escape");
  expect(await record.count()).toBe(0);
  await more.press("Enter");
  await record.click();
  await page.getByRole("heading", { name: "Protokoll", level: 1 }).waitFor();
  expect(await more.evaluate((one) => getComputedStyle(one).borderBottomWidth)).toBe("2px");
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await more.isVisible()).toBe(false);
  expect(await nav.getByRole("link").count()).toBe(11);
  expect(await lines()).toBe(1);
  await page.context().close();
});
