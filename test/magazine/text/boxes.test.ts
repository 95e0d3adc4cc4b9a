import { describe, expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";
import { html, mistakes, places } from "./reading.ts";

describe("> [!INFO]", () => {
  test("is an info box with its title, typeset, as its name", () => {
    expect(html('> [!INFO] Was "zwei" bedeutet\n> Eins.\n>\n> - a\n> - b\n\nWort')).toBe(
      `<section class="info" aria-label="Was „zwei“ bedeutet">
<p class="title">Was „zwei“ bedeutet</p>
<p>Eins.</p>
<ul>
<li>a</li>
<li>b</li>
</ul>
</section>
<p>Wort</p>
`,
    );
  });

  test("may have no title, a list behind it, and small letters; without a title it is numbered over all parts", () => {
    const text = parseText(
      "> [!INFO]\n> Eins\n\n<!-- pagebreak -->\n\n> [!info]\n>\n> - a\n",
      "de",
    );
    expect(text.mistakes).toEqual([]);
    expect(renderText(text, { part: 1 })).toBe(
      `<section class="info" aria-label="Kasten 1">\n<p>Eins</p>\n</section>\n`,
    );
    expect(renderText(text, { part: 2 })).toBe(
      `<section class="info" aria-label="Kasten 2">\n<ul>\n<li>a</li>\n</ul>\n</section>\n`,
    );
  });
});

describe("> [!QUOTE]", () => {
  const source = "Der Satz steht im Text.\n\n> [!QUOTE] Mara Öhring\n> Der *Satz*\n> steht.\n";

  test("is a pull quote; who said it stands below it", () => {
    expect(html(source)).toBe(
      `<p>Der Satz steht im Text.</p>
<div class="pull" role="doc-pullquote" data-pagefind-ignore>
<p>Der <em>Satz</em>
steht.</p>
<p class="title">Mara Öhring</p>
</div>
`,
    );
  });

  test("is not counted among the words to be read, and not searched, for they stand in the text", () => {
    expect(parseText(source, "de").words).toBe(5);
    expect(parseText(source.replace("[!QUOTE]", "[!INFO]"), "de").words).toBe(10);
  });
});

test("what is wrong inside a box is told where it stands", () => {
  expect(
    places("Wort\n\n> [!INFO] Titel [a](x)\n> [b](y)\n>\n> ## Kopf\n\n> [!QUOTE] [c](z)\n> Wort"),
  ).toEqual([
    '3:17 a link to "x", which is no address',
    '4:3 a link to "y", which is no address',
    "6:1 a heading inside another block",
    '8:12 a link to "z", which is no address',
  ]);
});

test("a box without words, one inside another block, and kinds that are not known are mistakes", () => {
  expect(places("> [!QUOTE] Ein Satz")).toEqual(["1:1 a box without words"]);
  expect(places("> [!INFO]\n\nWort")).toEqual(["1:1 a box without words"]);
  const leftover = (kind: string) => `"[!${kind}]" is the kind of a call-out of GitHub or Obsidian`;
  expect(places("- a\n\n  > [!INFO] b\n  > c")).toEqual([`3:5 ${leftover("INFO")}`]);
  expect(places("> [!WARNING] b\n> c")).toEqual([`1:3 ${leftover("WARNING")}`]);
  expect(places("[!INFO] b\nc")).toEqual([`1:1 ${leftover("INFO")}`]);
  expect(html("> \\[!INFO] b")).toContain("<blockquote>");
});

test("a box without words is told what is missing", () => {
  expect(mistakes("Satz.\n\n> [!INFO]\n")).toEqual([
    "3:1 a box without words; expected its words on lines behind the first, each with > before it",
  ]);
});
