import { expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";
import { html } from "./reading.ts";

const lead = `<time datetime="2012-10-19">19.10.2012.</time>`;

test.for([
  ["in the first paragraph", "Eins.\n\nZwei.", `<p>${lead} Eins.</p>\n<p>Zwei.</p>\n`],
  ["behind a heading", "## H\n\nEins.", `<h2 id="h">H</h2>\n<p>${lead} Eins.</p>\n`],
  ["not in a list or a quotation", "- a\n\n  b\n\n> c\n\nEins.", `<p>${lead} Eins.</p>\n`],
  [
    "not before a picture",
    "![Tor](tor.jpg)\n\nEins.",
    `decoding="async"></p>\n<p>${lead} Eins.</p>\n`,
  ],
  [
    "before words that begin with emphasis",
    "**Eins.** a",
    `<p>${lead} <strong>Eins.</strong> a</p>\n`,
  ],
] as const)("the lead runs in %s", ([, source, expected]) => {
  expect(html(source, { lead })).toContain(expected);
  expect(html(source, { lead }).split(lead).length).toBe(2);
});

test("where part 1 has no paragraph, the lead stands alone before it", () => {
  const source = "- eins\n\n<!-- pagebreak -->\n\nZwei.";
  expect(html(source, { lead, part: 1 })).toBe(`<p>${lead}</p>\n<ul>\n<li>eins</li>\n</ul>\n`);
  expect(html(source, { lead })).toBe(`<p>${lead}</p>\n<ul>\n<li>eins</li>\n</ul>\n<p>Zwei.</p>\n`);
  expect(html("", { lead })).toBe(`<p>${lead}</p>\n`);
});

test("the lead stands in part 1 only, never in a footnote", () => {
  expect(html("Eins.\n\n<!-- pagebreak -->\n\nZwei.", { lead, part: 2 })).toBe("<p>Zwei.</p>\n");
  expect(html("- a[^1]\n\n[^1]: Note", { lead })).toMatch(new RegExp(`^<p>${lead}</p>\n<ul>`));
});

test.for([
  ["Eins zwei, drei.", 3],
  ["## Ein Titel\n\nUnd *zwei*teilig `nicht dies`", 4],
  ["```\nkein Wort\n```\n\n    auch nicht\n\nEins", 1],
  ["Eins[^1] ^[zwei drei]\n\n[^1]: vier fünf\n\n<!-- pagebreak: Titel -->\n\nsechs", 6],
  ["| eins | zwei |\n|---|---|\n| drei – 4 | |", 4],
  ["Eins\\\nzwei\ndrei – … !", 3],
  ["[eins](/zwei) ![drei](vier.jpg) <https://example.org>", 2],
] as const)("%j has %i words", ([source, words]) => {
  expect(parseText(source, "de").words).toBe(words);
});

test("mistakes come in the order of the source", () => {
  const source = "<b> [a](x:y)\n\n# H\n\n[^1]: n\n\n![](a.jpg) <!-- pagebreak -->\n\nc[^2]";
  const { mistakes } = parseText(source, "de");
  expect(mistakes.map(({ line, column }) => [line, column])).toEqual([
    [1, 1],
    [1, 5],
    [3, 1],
    [5, 1],
    [7, 1],
    [7, 12],
    [9, 2],
  ]);
});

test("places are right whatever ends a line", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    expect(
      parseText(["> Eins", "> zwei <b>", "", "1. drei", "", "   vier <i>"].join(end), "de")
        .mistakes,
    ).toMatchObject([
      { line: 2, column: 8 },
      { line: 6, column: 9 },
    ]);
  }
});

test("a text may be rendered again and again, in any order", () => {
  const text = parseText(
    'Eins[^1]\n\n<!-- pagebreak -->\n\n![a](b.jpg "c")\n\nZwei[^1]\n\n[^1]: n',
    "de",
  );
  const first = [1, 2, "all" as const].map((part) => renderText(text, { part, lead }));
  const second = ["all" as const, 2, 1]
    .map((part) => renderText(text, { part, lead }))
    .toReversed();
  expect(second).toEqual(first);
});
