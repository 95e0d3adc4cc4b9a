import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import type { Stage } from "../browser/stage.ts";
import { until } from "./engine.ts";
import type { Engine } from "./engine.ts";

const article = "/vertrieb/zwei-abteilungen-ein-buero/";
const desk = "redaktion@die-spalte.example";

/** The whole way of readers and of a moderator: read, write, confirm, answer, reload, report, decide at the desk; with keys wherever one can. */
export async function walk(engine: Engine, stage: Stage): Promise<void> {
  await read(engine, stage);
  await write(engine, stage, "Petra", "Vierundzwanzig Schritte sind wenigstens Bewegung.");
  await confirm(engine, stage, "petra@leser.example");
  await engine.click("article .acts a, main p a[href*='#kommentar-1']");
  await until(engine, "document.activeElement?.id === 'kommentar-1'");

  await answer(engine, stage);
  await looksRight(engine);
  await onPaper(engine);
  await report(engine);
  await decide(engine, stage);
  assert.deepEqual(await engine.complaints(), [], `${engine.name} complains`);
}

async function read(engine: Engine, stage: Stage): Promise<void> {
  await engine.go(stage.site + article);
  await engine.click("a.next");
  await until(engine, `location.pathname === ${JSON.stringify(`${article}2/`)}`);
  await engine.click("a[href$='/alles/']");
  await until(engine, "location.pathname.endsWith('/alles/')");
  assert.ok(await engine.ask("document.body.innerText.includes('Was ein Flur kostet')"));
  assert.deepEqual(
    await engine.complaints(),
    [],
    `${engine.name} complains of a page that is read`,
  );
}

/** Fills in the form by keys, from the name on, and sends it by Enter on its button. */
async function fill(engine: Engine, name: string, text: string): Promise<void> {
  const email = `${name.toLowerCase()}@leser.example`;
  await engine.press(name, "Tab", email, "Tab", text);
  // A person needs some time to write: what comes within three seconds is held.
  await new Promise((resolve) => setTimeout(resolve, 3200));
  await engine.press("Tab", "Tab", "Tab", "Enter");
  await until(
    engine,
    `document.querySelector('#kommentar-abgeben .said')?.textContent.includes('${email}')`,
  );
}

async function write(engine: Engine, stage: Stage, name: string, text: string): Promise<void> {
  await engine.go(`${stage.site}${article}#kommentare`);
  await until(engine, "document.querySelector('#comment-name')");
  await engine.click("#comment-name");
  await fill(engine, name, text);
}

async function confirm(engine: Engine, stage: Stage, email: string): Promise<void> {
  const { text } = await letterTo(stage, email, "/confirm?token=");
  await engine.go(/http:\/\/localhost:\d+\/confirm\?token=\S+/u.exec(text)?.[0] ?? "");
  await engine.click("main form button");
  await until(
    engine,
    'document.querySelector(\'main a[href*="#kommentar"], main a[href*="/own?"]\')',
  );
}

/** Answers the first comment by keys; the text survives a reload on the way. */
async function answer(engine: Engine, stage: Stage): Promise<void> {
  await engine.press("Tab", "Tab", "Enter");
  await until(
    engine,
    "document.querySelector('#kommentar-1 form') && document.activeElement.id === 'comment-name'",
  );
  await engine.press("Jens", "Tab", "Tab", "Bei uns hat man den Flur abgeschafft.");
  // By way of another page, since a browser may fill in again what it loads again.
  await engine.go(`${stage.site}/impressum/`);
  await engine.go(`${stage.site}${article}#kommentare`);
  await until(engine, "document.querySelector('#kommentar-1 form')");
  assert.equal(
    await engine.ask("document.querySelector('#comment-text').value"),
    "Bei uns hat man den Flur abgeschafft.",
  );
  await engine.click("#comment-name");
  await fill(engine, "Jens", "");
  await confirm(engine, stage, "jens@leser.example");
  await engine.click("main a[href*='#kommentar-2']");
  await until(engine, "document.activeElement?.id === 'kommentar-2'");
  assert.match(
    await engine.ask("document.querySelector('#kommentar-2').innerText"),
    /den Flur abgeschafft/u,
  );
}

/** What once looked wrong in one engine or the other. */
async function looksRight(engine: Engine): Promise<void> {
  for (const width of [360, 1280]) {
    await engine.resize(width, 900);
    const { number, words, first } = await engine.ask<
      Record<"number" | "words" | "first", DOMRect>
    >(`({
      number: document.querySelector("#kommentar-2 > .no").getBoundingClientRect(),
      words: document.querySelector("#kommentar-2 > div").getBoundingClientRect(),
      first: document.querySelector("#kommentar-1 > .no").getBoundingClientRect(),
    })`);
    const where = `${engine.name}, ${width} pixels: the number of a reply`;
    assert.ok(number.right <= words.left, `${where} stands beside its words`);
    assert.ok(Math.abs(number.top - words.top) < 12, `${where} stands at their first line`);
    assert.ok(Math.abs(number.left - first.left) < 12, `${where} stands below the others`);
    const bar = await engine.ask<{ select: number; bar: number; wide: number }>(`({
      select: document.querySelector(".bar select").getBoundingClientRect().left,
      bar: document.querySelector(".bar").getBoundingClientRect().left,
      wide: document.documentElement.scrollWidth - innerWidth,
    })`);
    assert.ok(bar.select >= bar.bar, `${engine.name}: the choice of order overhangs`);
    assert.ok(bar.wide <= 0, `${engine.name}, ${width} pixels: the page scrolls sideways`);
  }
  assert.deepEqual(await underlines(engine, ".acts button:not(.send), summary"), ["underline"]);
}

/** A reply's number stands in the line of its name on paper, too, and not somewhere in the article. */
async function onPaper({ name, print }: Engine): Promise<void> {
  if (print === undefined) return;
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: await print() });
  assert.match(text.toString(), /^\[2\] +Jens/mu, `${name} prints the number of a reply elsewhere`);
}

/** How texts that one presses are underlined. */
function underlines(engine: Engine, selector: string): Promise<string[]> {
  return engine.ask(
    `[...new Set([...document.querySelectorAll(${JSON.stringify(selector)})].map((each) => getComputedStyle(each).textDecorationLine))]`,
  );
}

async function report(engine: Engine): Promise<void> {
  await engine.click("#kommentar-2 summary");
  await until(engine, "document.querySelector('#kommentar-2 details .send')");
  await engine.click("#kommentar-2 details .send");
  await until(
    engine,
    "document.querySelector('#kommentar-2 details form .said')?.textContent.includes('Danke')",
  );
}

/** A comment that is held is published at the desk by keys. */
async function decide(engine: Engine, stage: Stage): Promise<void> {
  const links = Array.from({ length: 6 }, (_, index) => `https://flur.example/${index}`);
  await write(engine, stage, "Ida", `Siehe ${links.join(" ")}`);
  await confirm(engine, stage, "ida@leser.example");

  await engine.go(`${stage.service}/desk/`);
  await engine.click("input[type=email]");
  await engine.press(desk, "Enter");
  await until(engine, "document.querySelector('input[name=code]')");
  const { text } = await letterTo(stage, desk, "Code");
  await engine.click("input[name=code]");
  await engine.press(/\d{4} ?\d{4}/u.exec(text)?.[0] ?? "", "Enter");
  await until(engine, "document.querySelector('[data-comment]')");
  assert.deepEqual(await underlines(engine, ".acts button, summary"), ["underline"]);
  await engine.press("j", "p");
  await until(
    engine,
    "document.querySelector('.said')?.innerText.length > 0 && !document.querySelector('[data-act=publish]')",
  );
  await engine.go(`${stage.site}${article}#kommentar-3`);
  await until(engine, "document.activeElement?.id === 'kommentar-3'");
}

/** The next letter to this address with these words in it; others before it are passed over. */
async function letterTo(stage: Stage, to: string, words: string) {
  for (;;) {
    const letter = await stage.nextLetter();
    if (letter.to === to && letter.text.includes(words)) return letter;
  }
}
