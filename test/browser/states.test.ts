import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Challenge, Thread } from "../../comments-service/wire.ts";
import { newPage } from "../browser.ts";
import { markPast } from "../comments-service/fill-thread.ts";
import type { Mark } from "../comments-service/fill-thread.ts";
import { codeOf } from "../comments-service/http/desk/moderator.ts";
import { openDeskStage } from "../comments-service/http/desk/stage.ts";
import type { DeskStage } from "../comments-service/http/desk/stage.ts";
import { solve } from "../comments-service/solve.ts";
import { look, phone } from "../look.ts";
import { openMagazine } from "./stage.ts";
import { talk } from "./talk.ts";

const thread = "zwei-abteilungen-ein-buero";
const article = `/vertrieb/${thread}/`;

let stage: DeskStage;
let ids: Record<number, string>;
beforeAll(async () => {
  stage = await openDeskStage(
    "de",
    { MODERATION: "open", SUSPECT_WORDS: "gratis" },
    await openMagazine(),
  );
  for (const [at, [name, text, replyTo]] of talk.entries())
    await stage.write(name, text, { thread, replyTo, email: `r${at}@leserin.example` });
  const { comments } = await read();
  ids = Object.fromEntries(comments.map(({ number, id }) => [number, id]));
  const mark = (number: number, what: Mark) => markPast(stage.database, thread, number, what);
  mark(2, "recommended_at = 1");
  mark(3, "badge = 'author', author = 'henrike-vollmer'");
  mark(6, "badge = 'author', author = 'mara-oehring'");
  mark(10, "state = 'hidden'");
  mark(11, "badge = 'editor'");
  await report(1, "insult", "Das geht zu weit, und zwar deutlich.");
  const fields = {
    comment: ids[13] ?? "",
    reason: "Das ist eine Beleidigung nach § 185 StGB.",
    name: "Renate Recht",
    email: "renate@leserin.example",
    faith: "yes",
  };
  const noticed = await fetch(`${stage.service}/notices`, {
    method: "POST",
    headers: { Origin: stage.service },
    body: new URLSearchParams(fields),
  });
  if (!noticed.ok) throw new Error(await noticed.text());
});
afterAll(() => stage.stop());

/** A request that is refused on purpose is told in the console, too. */
const isOnPurpose = (message: string) => message.startsWith("Failed to load resource");

const read = async () =>
  (await (await fetch(`${stage.service}/threads/${thread}?limit=100`)).json()) as Thread;

/** Opens the article's comments on a phone. */
async function openThread(): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await newPage(stage.browser, phone, isOnPurpose);
  await page.goto(`${stage.site}${article}#kommentare`);
  await page.locator("comment-thread form, comment-thread .hint").first().waitFor();
  return { page, complaints };
}

/** Reports a comment as any reader's browser would. */
async function report(number: number, reason: string, message: string): Promise<void> {
  const asked = await fetch(`${stage.service}/challenge?thread=${thread}&action=report`);
  const challenge = await solve((await asked.json()) as Challenge);
  const answer = await fetch(`${stage.service}/comments/${ids[number]}/reports`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: stage.site },
    body: JSON.stringify({ reason, message, challenge }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

const code = async () => codeOf(await stage.outbox());

test("a thread: with answers, some of them folded, one recommended and one hidden; all of them; the recommended alone", async () => {
  const { page, complaints } = await openThread();
  await page.locator("#kommentar-13").waitFor();
  await look(page, "thread");
  await page
    .getByRole("button", { name: /weitere Antwort/u })
    .first()
    .click();
  await page.locator("#kommentar-8").waitFor();
  await look(page, "thread unfolded");
  await page.getByLabel("Reihenfolge").selectOption("Nur Empfohlene");
  await page.locator("#kommentar-13").waitFor({ state: "detached" });
  await look(page, "thread recommended");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a form: wrong, as an answer, a report, for signing in, sent, and one's own comment", async () => {
  const { page, complaints } = await openThread();
  const send = page.getByRole("button", { name: "Kommentar abgeben" });
  await send.click();
  await page.getByText("Bitte schreiben Sie einen Kommentar.").waitFor();
  await look(page, "form wrong");
  await page.locator("#kommentar-12").getByRole("button", { name: "Antworten" }).click();
  await page.getByLabel("Kommentar *").fill("Von außen liest man ihn nicht.");
  await look(page, "form answer");
  await page.locator("#kommentar-13").getByText("Melden").click();
  await page.getByText("Spam oder Werbung").waitFor();
  await look(page, "form report");
  await page.getByLabel("Hinweis an die Redaktion").fill("Das ist die Höhe.");
  await look(page, "form report other");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Lieber anmelden" }).click();
  await page.getByRole("button", { name: "Code schicken" }).click();
  await page.locator("[aria-invalid=true]").waitFor();
  await look(page, "form sign-in wrong");
  await page.getByLabel("E-Mail-Adresse", { exact: true }).fill("mia@leserin.example");
  await page.getByRole("button", { name: "Code schicken" }).click();
  const field = page.getByLabel("Code aus der E-Mail");
  await field.fill("00000000");
  await page.keyboard.press("Enter");
  await page.locator("[aria-invalid=true]").waitFor();
  await look(page, "form code wrong");
  await field.fill(await code());
  await page.keyboard.press("Enter");
  await page.getByText("Angemeldet als").waitFor();
  await look(page, "form signed in");
  await page.getByLabel("Name oder Pseudonym *").fill("Mia");
  await page.getByLabel("Kommentar *").fill("Noch einer von mir.");
  await send.click();
  const own = page.locator("#kommentar-14");
  await own.getByRole("button", { name: "Bearbeiten" }).click();
  await look(page, "form edit");
  await page.keyboard.press("Escape");
  await own.getByRole("button", { name: "Löschen" }).click();
  await look(page, "form erase");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a comment that was sent, and a thread that is closed, with comments and without", async () => {
  const { page, complaints } = await openThread();
  await page.getByLabel("Name oder Pseudonym *").fill("Jens Eilers");
  await page.getByLabel("E-Mail * (wird nicht veröffentlicht)").fill("jens@leserin.example");
  await page.getByLabel("Kommentar *").fill("Zwölf Schritte hin, zwölf zurück.");
  await look(page, "form writing");
  await page.getByRole("button", { name: "Kommentar abgeben" }).click();
  await page.getByRole("heading", { name: "Fast fertig" }).waitFor();
  await look(page, "form sent");
  await page.goto(`${stage.site}/vertrieb/elf-tueren/#kommentare`);
  await page.getByText("geschlossen").waitFor();
  await look(page, "thread closed empty");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what letters lead to: confirming, one's own page, notifications, notices and objections", async () => {
  const { page, complaints } = await newPage(stage.browser, phone, isOnPurpose);
  const open = (path: string) => page.goto(path.startsWith("http") ? path : stage.service + path);
  await stage.post("Nora", "Ich schreibe zum ersten Mal.", { thread, notify: "thread" });
  const confirm = await stage.linkTo("/confirm?token=");
  await open(confirm);
  await look(page, "confirm");
  await page.locator("main button").click();
  await look(page, "confirmed");
  await page.getByRole("link", { name: "Kommentar bearbeiten oder löschen" }).click();
  await look(page, "own comment");
  await page.getByLabel("Text").fill(" ");
  await page.getByRole("button", { name: "Änderung speichern" }).click();
  await page.locator("[aria-invalid=true]:focus").waitFor();
  await look(page, "own comment wrong");
  await open(confirm);
  await look(page, "confirmed before");
  await open("/confirm?token=x");
  await look(page, "confirm unknown");
  await stage.write("Otto", "Dazu noch einer.", { thread });
  await open(await stage.linkTo("/unsubscribe?"));
  await look(page, "unsubscribe");
  await page.locator("main button").first().click();
  await look(page, "unsubscribed");
  await open("/mine");
  await look(page, "mine asked");
  await page.locator("main form").evaluate((form) => form.setAttribute("novalidate", ""));
  await page.getByLabel("E-Mail-Adresse").fill("nora");
  await page.keyboard.press("Enter");
  await page.locator("[aria-invalid=true]:focus").waitFor();
  await look(page, "mine wrong");
  await page.getByLabel("E-Mail-Adresse").fill("nora@leserin.example");
  await page.keyboard.press("Enter");
  await page.getByText("Die E-Mail ist unterwegs").waitFor();
  await look(page, "mine sent");
  await open(await stage.linkTo("/mine?token="));
  await look(page, "mine");
  await open(await stage.linkTo("/way-in?token="));
  await look(page, "way in");
  await open(`/notices/new?comment=${ids[13]}`);
  await look(page, "notice");
  await page.locator("main form").evaluate((form) => form.setAttribute("novalidate", ""));
  await page.getByRole("button", { name: "Meldung abschicken" }).click();
  await page.locator("[aria-invalid=true]:focus").waitFor();
  await look(page, "notice wrong");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("the desk: lists, a comment, a notice, the record, numbers and all that is asked there", async () => {
  const { page, complaints } = await newPage(stage.browser, phone, isOnPurpose);
  const open = (path: string) => page.goto(path.startsWith("http") ? path : stage.service + path);
  const item = (words: string) => page.locator("[data-comment]", { hasText: words });
  await open("/desk/sign-in");
  await look(page, "desk sign-in");
  await page.locator("input[type=email]").fill("desk@magazine.example");
  await page.locator("main button").click();
  await page.locator("input[name=code]").fill("00000000");
  await page.locator("main button").click();
  await page.locator("[aria-invalid=true]:focus").waitFor();
  await look(page, "desk code wrong");
  await page.locator("input[name=code]").fill(await code());
  await page.locator("main button").click();
  await page.locator("nav").waitFor();
  await look(page, "desk nothing to check");
  await stage.write("Kuno", "Kredit gratis, und zwar\nsofort. Antworten Sie nicht.", {
    thread,
    replyTo: 2,
  });
  await stage.write(
    "L".repeat(80),
    `${"Donaudampfschifffahrts".repeat(8)} gratis https://a.example/${"x".repeat(90)}`,
    { thread, email: `${"l".repeat(60)}@leserin.example` },
  );
  await open("/desk/");
  await page.locator(".pick input").first().check();
  await look(page, "desk held");
  const [held = ""] = await page
    .locator("[data-comment] a[data-act=open]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
  await item("Kuno")
    .getByRole("button", { name: /^Löschen/u })
    .click();
  await look(page, "desk erase");
  await open(held);
  await page.getByLabel("Notiz").first().fill("Der ruft auch an.");
  await page.getByLabel("Notiz").first().press("Tab");
  await look(page, "desk comment");
  for (const [path, name] of [
    [`${held}/answer`, "desk answer"],
    [`${held}/history`, "desk history"],
    ["/desk/?queue=reported", "desk reported"],
    ["/desk/?queue=published", "desk published"],
    ["/desk/?queue=rejected", "desk removed"],
    ["/desk/search?q=flur", "desk search"],
    ["/desk/threads", "desk threads"],
    ["/desk/blocks", "desk blocks"],
    ["/desk/texts", "desk texts"],
    ["/desk/notices", "desk notices"],
  ] as const) {
    await open(path);
    await look(page, name);
  }
  await page.getByRole("link", { name: "Entscheiden" }).first().click();
  await page
    .locator("main form")
    .last()
    .evaluate((form) => form.setAttribute("novalidate", ""));
  await page.getByRole("button", { name: "Kommentar entfernen" }).click();
  await page.locator("[aria-invalid=true]:focus").waitFor();
  await look(page, "desk notice wrong");
  await page.getByLabel("Gründe").fill("Das Wort ist eine Herabsetzung.");
  await page.getByRole("button", { name: "Kommentar entfernen" }).click();
  await page.getByText("Entschieden.").waitFor();
  await look(page, "desk notice decided");
  await open("/desk/record");
  await look(page, "desk record");
  await open("/desk/numbers");
  await look(page, "desk numbers");
  await open(await stage.linkTo("/act?token="));
  await look(page, "desk link");
  await page.locator("main button").click();
  await look(page, "desk link used");
  await open(await stage.linkTo("/objections?token="));
  await look(page, "objection");
  await page.locator("main form").evaluate((form) => form.setAttribute("novalidate", ""));
  await page.locator("main button").click();
  await page.locator("[aria-invalid=true]:focus").waitFor();
  await look(page, "objection wrong");
  await open(stage.outboxAddress);
  await look(page, "outbox");
  expect(complaints).toEqual([]);
  await page.context().close();
}, 600_000);
