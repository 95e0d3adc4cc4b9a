import { expect, test } from "vitest";
import { randomFrom } from "../../../scripts/bench/random.ts";
import { parseText, renderText } from "../../../magazine/text/text.ts";

/** A generator of whole numbers from 0 up to a limit. */
function numbersFrom(seed: number): (limit: number) => number {
  const random = randomFrom(seed);
  return (limit) => Math.floor(random() * limit);
}

const blocks = [
  'Ein Absatz mit "Worten", z. B. *hier* - 2010-2012.',
  "Zitiert,[^a] und noch einmal.[^a]",
  "Zitiert.[^b] Ein [Verweis][r] und ^[eine Note].",
  "## Ein Titel",
  "- eins\n- zwei[^b]\n\n  noch zwei",
  "1. eins\n2. > zwei",
  "> Ein Zitat\n> mit Zeilen.",
  "| a | b |\n|:-:|---|\n| 1 | 2[^a] |",
  '![Bild](bild.jpg "Titel")',
  "```js\n<!-- pagebreak -->\n```",
  "    code",
  "---",
  "[^a]: Note *a*",
  "[^b]: Note b\n\n    mit Absatz",
  "[r]: /ziel",
];

function randomText(seed: number): string {
  const next = numbersFrom(seed);
  const written: string[] = [];
  for (let part = 0; part <= next(4); part += 1) {
    if (part > 0) written.push("<!-- pagebreak -->");
    for (let block = 0; block <= next(6); block += 1)
      written.push(blocks[next(blocks.length)] ?? "");
  }
  return written.join("\n\n");
}

function withoutNotes(page: string): string {
  const start = page.indexOf('<section class="footnotes"');
  return start < 0 ? page : page.slice(0, start);
}

test("the parts of a text, put together, are its full view", () => {
  let severalParts = 0;
  for (let seed = 1; seed <= 500; seed += 1) {
    const source = randomText(seed);
    const text = parseText(source, "de");
    const lead = seed % 2 === 0 ? "<time>L</time>" : undefined;
    const parts = text.parts.map((_, index) => renderText(text, { part: index + 1, lead }));
    const full = renderText(text, { part: "all", lead });
    if (parts.length > 1) severalParts += 1;
    // The source stands beside what is compared, so that a failure shows it.
    expect({ source, body: parts.map(withoutNotes).join("") }).toEqual({
      source,
      body: withoutNotes(full),
    });
    expect({ source, faults: [...parts, full].flatMap(faultsOf) }).toEqual({ source, faults: [] });
    expect({ source, again: renderText(parseText(source, "de"), { part: "all", lead }) }).toEqual({
      source,
      again: full,
    });
  }
  expect(severalParts).toBeGreaterThan(200);
});

/** Ids that stand twice on a page, and footnotes or ways back that lead nowhere. */
function faultsOf(page: string): string[] {
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id);
  const targets = [...page.matchAll(/ href="#(fn(?:ref)?-[^"]+)"/g)].map(([, id = ""]) => id);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index),
    ...targets.filter((id) => !ids.includes(id)),
  ];
}
