import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look, phone } from "../../../look.ts";
import { openDeskStage } from "./stage.ts";
import type { DeskStage } from "./stage.ts";

let stage: DeskStage;
beforeAll(async () => {
  stage = await openDeskStage();
});
afterAll(() => stage.stop());

async function writeForty(): Promise<void> {
  for (let nth = 1; nth <= 40; nth += 1)
    await stage.write(`Leser ${nth}`, `Satz Nummer ${nth}.`, { email: `l${nth}@leserin.example` });
}

/** Whose comment has the focus, and where it stands on the screen. */
const place = (page: Page) =>
  page.evaluate(() => {
    const item = document.activeElement?.closest("[data-comment]");
    return {
      name: item?.querySelector("h2")?.textContent,
      top: Math.round(item?.getBoundingClientRect().top ?? -1),
    };
  });

test("forty held comments are worked through by keyboard on a phone, and the place is kept", async () => {
  await writeForty();
  const { page, complaints } = await stage.open("/desk/", phone);
  for (let nth = 0; nth < 6; nth += 1) await page.keyboard.press("j");
  const before = await place(page);
  expect(before.name).toBe("Leser 6");
  await page.keyboard.press("p");
  await page.waitForURL(/done=/u);
  await page.waitForFunction(() => document.activeElement?.matches("[data-comment]"));
  expect((await place(page)).name).toBe("Leser 7");
  expect(Math.abs((await place(page)).top - Math.min(before.top, 370))).toBeLessThanOrEqual(2);
  // What was done is said right above it, in sight, and its way back is one step away.
  const line = page.locator(".decided", { hasText: "von Leser 6 veröffentlicht." });
  expect((await line.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByText("Rückgängig gemacht.").waitFor();
  await page.waitForFunction(() => document.activeElement?.matches("[data-comment]"));
  expect((await place(page)).name).toBe("Leser 6");
  await page.keyboard.press("p");
  await page.waitForURL(/place=below/u);
  await page.waitForFunction(() => document.activeElement?.matches("[data-comment]"));
  expect((await place(page)).name).toBe("Leser 7");
  for (let left = 39; left > 0; left -= 1) {
    const url = page.url();
    if (left % 5 === 0) await page.keyboard.press("r");
    await page.keyboard.press(left % 5 === 0 ? "Enter" : "p");
    await page.waitForURL((next) => next.href !== url);
    if (left === 1) break;
    await page.waitForFunction(() => document.activeElement?.matches("[data-comment]"));
    const { top } = await place(page);
    expect(top >= 0 && top < 740).toBe(true);
  }
  await page.getByText("Nichts zu prüfen.").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}, 120_000);

test("forty held comments are worked through by touch on a phone: the next one stands where the finger was", async () => {
  await writeForty();
  const { page, complaints } = await stage.open("/desk/", {
    ...phone,
    hasTouch: true,
    isMobile: true,
  });
  const item = (nth: number) =>
    page.locator("[data-comment]", {
      has: page.getByRole("heading", { name: `Leser ${nth}`, exact: true }),
    });
  /** Taps something where it stands: what is out of sight is not found by a finger. */
  async function tap(what: Locator): Promise<void> {
    const { x, y, width, height } = (await what.boundingBox()) ?? {
      x: 0,
      y: -1,
      width: 0,
      height: 0,
    };
    const [left, top] = [x + width / 2, y + height / 2];
    expect(top > 0 && top < 740).toBe(true);
    await page.touchscreen.tap(left, top);
  }
  /** Acts, and comes back with the next one in its place. */
  async function goesOn(act: () => Promise<void>, next: number): Promise<void> {
    const url = page.url();
    await act();
    await page.waitForURL((other) => other.href !== url);
    await page.waitForFunction(() => document.activeElement?.matches("[data-comment]"));
    expect((await place(page)).name).toBe(`Leser ${next}`);
  }
  await item(1).scrollIntoViewIfNeeded();
  for (let nth = 1; nth <= 20; nth += 1)
    await goesOn(async () => {
      if (nth % 5 !== 0) return tap(item(nth).getByRole("button", { name: /^Veröffentlichen/u }));
      await tap(item(nth).locator("summary"));
      return tap(item(nth).getByRole("button", { name: /, Nicht zum Thema/u }));
    }, nth + 1);
  // Two at once, by the bar, which stands in sight wherever one is.
  const bar = page.getByRole("group", { name: "Ausgewählte Kommentare" });
  for (let nth = 21; nth < 31; nth += 2)
    await goesOn(async () => {
      await tap(item(nth).getByRole("checkbox"));
      await item(nth + 1).scrollIntoViewIfNeeded();
      await tap(item(nth + 1).getByRole("checkbox"));
      await bar.getByText("2 ausgewählt").waitFor();
      return tap(bar.getByRole("button", { name: "Veröffentlichen" }));
    }, nth + 2);
  await tap(item(31).getByRole("checkbox"));
  await tap(bar.getByRole("button", { name: "Alle auf dieser Seite" }));
  await bar.getByText("10 ausgewählt").waitFor();
  await tap(bar.locator("summary"));
  await tap(bar.getByRole("button", { name: "Spam" }));
  await page.getByText("Nichts zu prüfen.").waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
}, 120_000);

test("a quiet line says how many have come to be checked meanwhile, once a minute, in sight and moving nothing", async () => {
  for (let nth = 1; nth <= 5; nth += 1) await stage.write(`Erste ${nth}`, "Sie ist schon da.");
  const { page, complaints } = await stage.open("/desk/", phone);
  await page.clock.install();
  await page.reload();
  const line = page.locator(".news");
  expect(await line.isVisible()).toBe(false);
  for (let nth = 0; nth < 4; nth += 1) await page.keyboard.press("j");
  const before = await place(page);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await stage.write("Zweite", "Sie kommt danach.");
  await page.clock.runFor(60_000);
  await line.getByText("1 neue zu prüfen").waitFor();
  expect(await place(page)).toEqual(before);
  const { y, height } = (await line.boundingBox()) ?? { y: -1, height: 0 };
  expect(y > 0 && y + height <= 740).toBe(true);
  await line.getByRole("link", { name: "Anzeigen" }).click();
  await page.getByRole("heading", { name: "Zweite" }).waitFor();
  expect(await line.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the bar counts what is chosen, and offers what fits all of it", async () => {
  await stage.write("Anna Bar", "Ein Satz.");
  const { page, complaints } = await stage.open("/desk/", phone);
  const bar = page.getByRole("group", { name: "Ausgewählte Kommentare" });
  expect(await bar.isVisible()).toBe(false);
  await page.locator(".pick input").first().check();
  await bar.getByText("1 ausgewählt").waitFor();
  await bar.getByRole("button", { name: "Alle auf dieser Seite" }).click();
  const all = await page.locator(".pick input").count();
  await bar.getByText(`${all} ausgewählt`).waitFor();
  const first = page.locator("[data-comment]").first();
  await first.getByRole("button", { name: /^Veröffentlichen/u }).click();
  await page.getByText(/ von .* veröffentlicht\.$/u).waitFor();
  await page.goto(`${stage.service}/desk/?queue=published`);
  await page.locator(".pick input").first().check();
  expect(await bar.getByRole("button", { name: "Veröffentlichen" }).count()).toBe(0);
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Tastenkürzel" }).waitFor();
  await look(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Ausschalten" }).click();
  await page.getByText("Tastenkürzel sind aus.").waitFor();
  await page.keyboard.press("j");
  expect((await place(page)).name).toBeUndefined();
  expect(complaints).toEqual([]);
  await page.context().close();
});
