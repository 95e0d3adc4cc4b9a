import { expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";
import { html, mistakes, places } from "./reading.ts";

test("HTML is a mistake where it stands", () => {
  expect(mistakes(`Eins.\n\n<div class="x">\nzwei\n</div>\n`)).toEqual([
    `3:1 the HTML "<div class="x">"; expected Markdown; HTML may stand in code only`,
  ]);
});

test.for([
  ["in a paragraph", "Ein\nWort <b>fett</b>.", ['2:6 the HTML "<b>"', '2:13 the HTML "</b>"']],
  ["in a list", "- eins\n- zwei <br> drei", ['2:8 the HTML "<br>"']],
  ["in a quotation", "> eins\n> zwei\n>   drei <br>", ['3:10 the HTML "<br>"']],
  ["after the same in code", "`<b>` und <b>", ['1:11 the HTML "<b>"']],
  ["in a heading", "## Titel <i> ##", ['1:10 the HTML "<i>"']],
  ["in a table", "| a | b |\n|---|---|\n| b | b <i> |", ['3:9 the HTML "<i>"']],
  ["in a link", "[ein <i>](/x)", ['1:6 the HTML "<i>"']],
  ["in a picture's description", "Ein ![Bild <i>](x.png)", ['1:12 the HTML "<i>"']],
  ["in a footnote", "a[^1]\n\n[^1]: Note <i>", ['3:12 the HTML "<i>"']],
  ["in a footnote written where it is cited", "a\nb ^[Note <i>]", ['2:10 the HTML "<i>"']],
  ["as a script", "<script>\n\nalert(1)\n</script>", ['1:1 the HTML "<script>"']],
  ["as a closing tag", "</div>", ['1:1 the HTML "</div>"']],
  ["as a declaration", "<!DOCTYPE html>", ['1:1 the HTML "<!DOCTYPE html>"']],
] as const)("HTML %s is found", ([, source, expected]) => {
  expect(places(source)).toEqual(expected);
});

test("a comment is a mistake, in a line of its own and in a paragraph", () => {
  const expected = "expected no comments in a text; the only one known is <!-- pagebreak -->";
  expect(mistakes("<!-- später\nprüfen -->\n\nEins <!-- zwei -->.")).toEqual([
    `1:1 the comment "<!-- später"; ${expected}`,
    `4:6 the comment "<!-- zwei -->"; ${expected}`,
  ]);
});

test("HTML in code, escaped or as a smaller-than sign is none", () => {
  expect(html("`<b>` \\<b> 3 < 4 &lt;b&gt; a<3")).toBe(
    "<p><code>&lt;b&gt;</code> &lt;b&gt; 3 &lt; 4 &lt;b&gt; a&lt;3</p>\n",
  );
  expect(html("```html\n<b>\n```")).toBe(
    `<pre><code class="language-html">&lt;b&gt;\n</code></pre>\n`,
  );
});

test("HTML that is printed in spite of the mistake is inert", () => {
  const source = `<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> [^none]`;
  expect(renderText(parseText(source, "de"), { part: "all" })).toBe(
    "&lt;script&gt;alert(1)&lt;/script&gt;\n<p>a &lt;img src=x onerror=alert(1)&gt; [^none]</p>\n",
  );
});
