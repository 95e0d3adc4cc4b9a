import { describe, expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";
import { html, mistakes, places } from "./reading.ts";

const source = `Eins.[^b] Zwei.[^a]

<!-- pagebreak -->

Drei.[^c] Noch einmal zwei,[^a] und nochmals.[^a]

[^a]: Die "zweite".
[^b]: Die erste.
[^c]: Die dritte.

    Mit Absatz.
`;

function citation(note: number, id: string): string {
  return `<sup><a href="#fn-${note}" id="${id}" role="doc-noteref" aria-label="Fußnote ${note}">${note}</a></sup>`;
}

function back(id: string, which = ""): string {
  return ` <a href="#${id}" role="doc-backlink" aria-label="Zurück zum Text${which}">↩\uFE0E${which}</a>`;
}

function section(...items: string[]): string {
  return `<section class="footnotes" role="doc-endnotes" aria-label="Fußnoten">\n<ol>\n${items.join("")}</ol>\n</section>\n`;
}

const first = `<li id="fn-1" value="1">\n<p>Die erste.${back("fnref-1")}</p>\n</li>\n`;
const third = `<li id="fn-3" value="3">\n<p>Die dritte.</p>\n<p>Mit Absatz.${back("fnref-3")}</p>\n</li>\n`;

test("a part prints the notes that are cited in it, with the numbers of the whole text", () => {
  expect(html(source, { part: 1 })).toBe(
    `<p>Eins.${citation(1, "fnref-1")} Zwei.${citation(2, "fnref-2")}</p>\n` +
      section(first, `<li id="fn-2" value="2">\n<p>Die „zweite“.${back("fnref-2")}</p>\n</li>\n`),
  );
});

test("a note cited in two parts is printed in both, and leads back only to what is on its page", () => {
  expect(html(source, { part: 2 })).toBe(
    `<p>Drei.${citation(3, "fnref-3")} Noch einmal zwei,${citation(2, "fnref-2-2")} und nochmals.${citation(2, "fnref-2-3")}</p>\n` +
      section(
        `<li id="fn-2" value="2">\n<p>Die „zweite“.${back("fnref-2-2", " 1")}${back("fnref-2-3", " 2")}</p>\n</li>\n`,
        third,
      ),
  );
});

test("the full view prints each note once, and leads back to every citation", () => {
  const full = html(source);
  const backs = back("fnref-2", " 1") + back("fnref-2-2", " 2") + back("fnref-2-3", " 3");
  expect(
    full.endsWith(
      section(first, `<li id="fn-2" value="2">\n<p>Die „zweite“.${backs}</p>\n</li>\n`, third),
    ),
  ).toBe(true);
});

test("ids are unique in every view, and every reference leads somewhere", () => {
  for (const part of [1, 2, "all"] as const) {
    const page = html(source, { part });
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(targets)).toEqual(new Set(ids));
  }
});

test("a note may be written where it is cited", () => {
  expect(html(`Eins ^[eine "*Note*"] und zwei.[^a]\n\n[^a]: Zwei.`)).toBe(
    `<p>Eins ${citation(1, "fnref-1")} und zwei.${citation(2, "fnref-2")}</p>\n` +
      section(
        `<li id="fn-1" value="1">\n<p>eine „<em>Note</em>“${back("fnref-1")}</p>\n</li>\n`,
        `<li id="fn-2" value="2">\n<p>Zwei.${back("fnref-2")}</p>\n</li>\n`,
      ),
  );
});

test("a note that ends with a list leads back behind it", () => {
  expect(html("a[^1]\n\n[^1]: Note\n\n    - eins\n")).toContain(
    `<p>Note</p>\n<ul>\n<li>eins</li>\n</ul>\n${back("fnref-1")}</li>\n`,
  );
});

test("a part without citations has no section", () => {
  expect(html("a\n\n<!-- pagebreak -->\n\nb[^1]\n\n[^1]: n", { part: 1 })).toBe("<p>a</p>\n");
});

test("the names are those of the language", () => {
  const english = renderText(parseText("a[^1]\n\n[^1]: n", "en"), { part: "all" });
  expect(english).toContain('aria-label="Footnotes"');
  expect(english).toContain('aria-label="Footnote 1"');
  expect(english).toContain('aria-label="Back to the text"');
});

test("labels such as the names of object members are labels", () => {
  expect(
    html("a[^constructor] b[^__proto__]\n\n[^constructor]: eins\n[^__proto__]: zwei"),
  ).toContain("<p>zwei");
});

describe("footnotes that lead nowhere are mistakes:", () => {
  test("a citation without a footnote, with a guess", () => {
    expect(mistakes("Ein\nWort[^quele].[^quelle]\n\n[^quelle]: Note")).toEqual([
      `2:5 there is no footnote [^quele]; expected its words on a line of their own, [^quele]: …; or \\[^quele] to print it so; did you mean "[^quelle]"?`,
    ]);
  });

  test("a citation in a text without any footnote", () => {
    expect(places("Wort[^1] und [^zwei Wörter]")).toEqual([
      "1:5 there is no footnote [^1]",
      "1:14 there is no footnote [^zwei Wörter]",
    ]);
  });

  test("a footnote that nobody cites", () => {
    expect(mistakes("Wort.\n\n[^1]: Note")).toEqual([
      "3:1 the footnote [^1] is not cited; expected [^1] somewhere in the text",
    ]);
  });

  test.for([
    ["two of one name", "a[^1]\n\n[^1]: eins\n\n[^1]: zwei", "5:1 a second footnote [^1]"],
    ["one without words", "a[^1]\n\n[^1]:\n", "3:1 the footnote [^1] is empty"],
    [
      "one in a list",
      "a[^1]\n\n- b\n\n  [^1]: eins",
      "5:3 the footnote [^1] stands inside another block",
    ],
    [
      "one in a footnote",
      "a[^1] b[^2]\n\n[^1]: eins\n\n    [^2]: zwei",
      "5:5 the footnote [^2] stands inside another block",
    ],
    [
      "one with a space in its name",
      "a\n\n[^zwei Wörter]: eins",
      "3:1 [^zwei Wörter] cannot name a footnote",
    ],
    ["one without a name", "a\n\n[^]: eins", "3:1 [^] cannot name a footnote"],
    [
      "a citation in a footnote",
      "a[^1] b[^2]\n\n[^1]: eins[^2]\n[^2]: zwei",
      "3:11 a footnote inside a footnote",
    ],
    [
      "a citation in a description",
      "![a[^1]](b.png)\n\n[^1]: eins",
      "1:4 a footnote in a picture's description",
    ],
  ] as const)("%s", ([, source, expected]) => {
    expect(places(source)).toContain(expected);
  });
});

test("what looks like a citation in code, or is escaped, is none", () => {
  expect(html("`[^1]` \\[^1] [^a](/x)")).toBe(
    `<p><code>[^1]</code> [^1] <a href="/x">^a</a></p>\n`,
  );
});

test("two texts do not influence each other, and the same source gives the same", () => {
  const before = parseText(source, "de");
  const other = parseText("Nur hier[^b].\n\n[^b]: Anders.", "de");
  const after = parseText(source, "de");
  for (const part of [2, "all", 1] as const) {
    expect(renderText(after, { part })).toBe(renderText(before, { part }));
  }
  expect(renderText(other, { part: "all" })).toContain("Anders.");
  expect(parseText("Wort[^a]", "de").mistakes.length).toBe(1);
  const again = JSON.stringify(before);
  expect(JSON.stringify(after)).toBe(again);
});
