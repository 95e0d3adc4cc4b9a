import { describe, expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";
import { html, mistakes, places } from "./reading.ts";

const twoParts = `Eins, mit [Verweis].

<!-- pagebreak: Der "zweite" Teil -->

Zwei, mit [Verweis].

[Verweis]: /ziel
`;

test("a page break divides a text in parts, with a title in the typography of the language", () => {
  expect(parseText(twoParts, "de").parts).toEqual([
    { title: null },
    { title: "Der „zweite“ Teil" },
  ]);
  expect(html(twoParts, { part: 1 })).toBe(`<p>Eins, mit <a href="/ziel">Verweis</a>.</p>\n`);
  expect(html(twoParts, { part: 2 })).toBe(`<p>Zwei, mit <a href="/ziel">Verweis</a>.</p>\n`);
});

test("the full view is all parts one after the other", () => {
  expect(html(twoParts)).toBe(html(twoParts, { part: 1 }) + html(twoParts, { part: 2 }));
});

test("a text without page breaks is one part", () => {
  expect(parseText("Eins.", "de").parts).toEqual([{ title: null }]);
  expect(html("Eins.", { part: 1 })).toBe(html("Eins."));
});

test("an empty text is one empty part", () => {
  expect(parseText("", "de")).toMatchObject({ parts: [{ title: null }], words: 0, mistakes: [] });
  expect(html("")).toBe("");
});

test("a part that is not there is refused", () => {
  const text = parseText(twoParts, "de");
  expect(() => renderText(text, { part: 3 })).toThrow(new RangeError("part 3 of a text with 2"));
  expect(() => renderText(text, { part: 0 })).toThrow(RangeError);
});

test.for([
  ["<!--pagebreak-->", null],
  ["  <!--   pagebreak   -->  ", null],
  ["<!-- pagebreak:Zwei -->", "Zwei"],
  ["<!-- pagebreak : Zwei: drei – vier -->", "Zwei: drei – vier"],
  ["<!--\npagebreak\n-->", null],
] as const)("spaces do not matter in %j", ([line, title]) => {
  for (const source of [
    `Eins.\n\n${line}\n\nZwei.`,
    `Eins.\n${line}\nZwei.`,
    `Eins.\r\n${line}\r\nZwei.`,
  ]) {
    expect(parseText(source, "de")).toMatchObject({
      parts: [{ title: null }, { title }],
      mistakes: [],
    });
  }
});

test("a page break ends a list, a quotation and a table that stand before it", () => {
  for (const before of ["- eins", "> eins", "| a |\n|---|\n| b |", "[^1]: eins"]) {
    expect(
      parseText(`Null.[^1]\n\n${before}\n<!-- pagebreak -->\nZwei.\n\n[^1]: n`, "de").parts.length,
    ).toBe(2);
  }
});

describe("a page break with nothing beside it is a mistake:", () => {
  test.for([
    ["at the start", "<!-- pagebreak -->\n\nEins.", "1:1 a page break before the first words"],
    ["at the end", "Eins.\n\n<!-- pagebreak -->\n", "3:1 a page break behind the last words"],
    [
      "two in a row",
      "Eins.\n\n<!-- pagebreak -->\n\n<!-- pagebreak -->\n\nZwei.",
      "3:1 two page breaks in a row",
    ],
    ["alone", "\n  <!-- pagebreak -->", "2:3 a page break before the first words"],
    [
      "before footnotes only",
      "Eins.[^1]\n\n<!-- pagebreak -->\n\n[^1]: Note",
      "3:1 a page break behind the last words",
    ],
  ] as const)("%s", ([, source, expected]) => {
    expect(places(source)[0]).toBe(expected);
  });

  test("the note says what was expected", () => {
    expect(mistakes("<!-- pagebreak -->\n\nEins.")).toEqual([
      "1:1 a page break before the first words; expected text before and behind each page break",
    ]);
  });
});

describe("a page break inside something is a mistake:", () => {
  test.for([
    [
      "a list",
      "Null.\n\n- eins\n\n  <!-- pagebreak -->\n\n- zwei",
      "5:3 a page break inside a list",
    ],
    [
      "a quotation",
      "> eins\n>\n> <!-- pagebreak -->\n>\n> zwei",
      "3:3 a page break inside a quotation",
    ],
    [
      "a list in a quotation",
      "> - eins\n>\n>   <!-- pagebreak -->",
      "3:5 a page break inside a list",
    ],
    ["a table", "| a |\n|---|\n| <!-- pagebreak --> |", "3:3 a page break inside a paragraph"],
    [
      "a footnote",
      "Eins.[^1]\n\n[^1]: Note\n\n    <!-- pagebreak -->",
      "5:5 a page break inside a footnote",
    ],
    ["a paragraph", "Eins.\nUnd <!-- pagebreak --> zwei.", "2:5 a page break inside a paragraph"],
  ] as const)("%s", ([, source, expected]) => {
    expect(places(source)).toEqual([expected]);
    expect(parseText(source, "de").parts.length).toBe(1);
  });
});

const form =
  "<!-- pagebreak --> or <!-- pagebreak: Title -->, not indented, on a line of its own between paragraphs";

test.for([
  ["<!-- page break -->", "<!-- pagebreak -->"],
  ["<!-- Pagebreak -->", "<!-- pagebreak -->"],
  ["<!-- page-break: Zwei -->", "<!-- pagebreak: Zwei -->"],
  ["<!-- pagebreak: -->", "<!-- pagebreak -->"],
  ["<!-- Seitenumbruch -->", "<!-- pagebreak -->"],
  ["<!--nextpage-->", "<!-- pagebreak -->"],
  ["<-- pagebreak -->", "<!-- pagebreak -->"],
  ["[pagebreak]", "<!-- pagebreak -->"],
  ["<!-- pagebreak --> Zwei", "<!-- pagebreak -->"],
  ["<!-- pagebreak --><!-- pagebreak -->", "<!-- pagebreak -->"],
] as const)("%s is no page break, and the note guesses what was meant", ([line, guess]) => {
  expect(mistakes(`Eins.\n\n${line}\n\nZwei.`)).toEqual([
    `3:1 "${line}" is no page break; expected ${form}; did you mean "${guess}"?`,
  ]);
});

test("a page break that is indented like code is a mistake; in a code block it is code", () => {
  expect(mistakes("Eins.\n\n    <!-- pagebreak -->\n\nZwei.")).toEqual([
    `3:5 a page break that is indented, and so would be printed as code; expected ${form}`,
  ]);
  expect(html("```\n<!-- pagebreak -->\n```")).toBe(
    "<pre><code>&lt;!-- pagebreak --&gt;\n</code></pre>\n",
  );
});
