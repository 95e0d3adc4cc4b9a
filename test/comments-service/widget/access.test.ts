import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look, phone } from "../../look.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(["flur", "taste", "gift"]);
  await stage.publish("flur", "Vierundzwanzig Schritte sind wenigstens Bewegung.");
  await stage.publish(
    "flur",
    `Donaudampfschifffahrtsgesellschaft${"skapitän".repeat(20)} https://magazin.example/${"x".repeat(200)}`,
    {
      name: "L".repeat(80),
    },
  );
  await stage.publish("flur", "An den Stühlen.", { replyTo: 2, name: "W".repeat(80) });
  await stage.publish("flur", "Nie.", { replyTo: 3 });
  await stage.act("hide", "flur", 1);
});
afterAll(() => stage.stop());

/** Opens a report and the form as a reply, with everything wrong in it. */
async function openForms(page: Page): Promise<void> {
  await page.locator("#kommentar-3 summary").click();
  await page.locator("#kommentar-4").getByRole("button", { name: "Antworten" }).click();
  await page.getByRole("button", { name: "Kommentar abgeben" }).click();
  await page.getByText("Bitte schreiben Sie einen Kommentar.").waitFor();
}

test("nothing is wider than a screen of 320 pixels, and nothing to press is smaller than 24", async () => {
  const { page } = await stage.open(stage.address("flur"), {
    viewport: { width: 320, height: 700 },
  });
  await openForms(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const small = await page
    .locator(
      "comment-thread :is(button, summary, input:not([type=radio], [type=checkbox]), textarea, .no, fieldset label, .bar a, .hint > a:only-child, header a)",
    )
    .evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility())
        .map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ text }) => text),
    );
  expect(small).toEqual([]);
  await page.context().close();
});

test("all of it can be read and used by everybody, in any colours and with letters of twice the size", async () => {
  const { page, complaints } = await stage.open(stage.address("flur"), phone);
  await openForms(page);
  await look(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("everything can be done with the keyboard alone", async () => {
  await stage.publish("taste", "Ohne Maus.");
  const { page } = await stage.open(stage.address("taste"));
  await page.locator("#kommentar-1").waitFor();
  await page.locator("input[name=thread]").waitFor();
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const here = (): Promise<string> =>
    page.evaluate(() => {
      const at = document.activeElement;
      return at?.id || at?.textContent || at?.getAttribute("name") || "";
    });
  const ring = (): Promise<string> =>
    page.evaluate(() =>
      document.activeElement ? getComputedStyle(document.activeElement).outlineStyle : "",
    );

  const stops: string[] = [];
  for (let count = 0; count < 13; count++) {
    await press("Tab");
    stops.push(await here());
    expect(await ring()).toBe("solid");
  }
  expect(stops).toEqual([
    "Neueste zuerstÄlteste zuerst",
    "Kommentar abgeben",
    "[1]",
    expect.stringMatching(/^\d\d\.\d\d\., \d\d:\d\d\sUhr$/),
    "Antworten",
    "Melden",
    "comment-name",
    "comment-email",
    "comment-text",
    "replies",
    "thread",
    "Kommentar abgeben",
    "Lieber anmelden",
  ]);

  for (let count = 0; count < 7; count++) await press("Shift+Tab");
  await press("Enter");
  await page.getByText("Spam oder Werbung").waitFor();
  await press("Tab", "Enter");
  await page.getByText("Danke.").waitFor();
  expect(await here()).toBe("Melden");

  await press("Shift+Tab", "Enter");
  expect(await here()).toBe("comment-name");
  await page.keyboard.type("Jens");
  await press("Tab");
  await page.keyboard.type("jens@leser.example");
  await press("Tab");
  await page.keyboard.type("Nur mit Tasten.");
  await press("Tab", "Tab", "Tab", "Enter");
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
  expect(await here()).toBe("Fast fertig");
  await press("Tab", "Tab", "Enter");
  expect(await here()).toBe("comment-text");
  await page.context().close();
});

test("a reader's words are words: nothing in them runs, loads, or becomes an element", async () => {
  const poison = [
    "<script>window.caught = 1</script>",
    "<img src=x onerror='window.caught = 1'>",
    "<svg/onload=window.caught=1>",
    "\"><iframe srcdoc='<script>parent.caught = 1</script>'>",
    "<a href='javascript:window.caught=1' id='comment-name' name='body'>hier</a>",
    "javascript:window.caught=1 {{constructor.constructor('caught = 1')()}} ${caught = 1}",
    "<style>*{display:none}</style><form action=https://böse.example><base href=//böse.example>",
    "</p></article></ol></comment-thread><h1>Übernommen</h1>",
    "\u202Etxt.exe <!-- ]]> &lt;b&gt; %3Cscript%3E",
  ];
  for (const words of poison) await stage.publish("gift", words, { name: words.slice(0, 80) });
  const { page, complaints } = await stage.open(stage.address("gift"));
  await page.locator("#kommentar-9").waitFor();
  const thread = page.locator(".thread");
  expect(
    await thread
      .locator("script, img, svg, iframe, style, h1, base, b, form, a:not(.no, header > a, [rel])")
      .count(),
  ).toBe(0);
  // An address becomes a link, and nothing else does.
  const links = thread.locator("a[rel='nofollow ugc noopener']");
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
    "https://böse.example",
  ]);
  const texts = await thread.locator("article > div > p").allTextContents();
  expect(texts.toReversed()).toEqual(poison.map((words) => words.replace("\u202E", "")));
  expect(await page.locator("#comment-name").count()).toBe(1);
  await page.locator("#kommentar-5").getByRole("button", { name: "Antworten" }).click();
  expect(await page.evaluate(() => "caught" in window)).toBe(false);
  expect(complaints).toEqual([]);
  await page.context().close();
});
