import { expect, test } from "vitest";
import { plainTextOfMarkdown } from "../../../../comments-service/commands/import/plain-markdown.ts";

test.each([
  ["Nimm `vector<int>` oder ``a ` <b>``.", "Nimm `vector<int>` oder ``a ` <b>``."],
  ["`a\n<b>` `&lt;b&gt;`", "`a\n<b>` `&lt;b&gt;`"],
  ["if (a<b && c>d) vector<int>", "if (a<b && c>d) vector<int>"],
  [
    "<bob@example.org>, <https://x.example/?a=1&b=2>",
    "<bob@example.org>, https://x.example/?a=1&b=2",
  ],
  [
    "```html\n<div>\n  <p>&amp;\n\n</div>\n```\nda",
    "```html\n<div>\n  <p>&amp;\n\n</div>\n```\nda",
  ],
  ["~~~\n```\n <b>\n~~~", "````\n```\n <b>\n````"],
  ["```\n <b>\nohne Ende", "```\n <b>\nohne Ende\n```"],
  ["``` if (a<b)\nx\n```", "```\nif (a<b)\nx\n```"],
  ["    <b>\n      x\n\n\ty\n\nda", "```\n<b>\n  x\n\ny\n```\n\nda"],
  ["> ```\n>   <b>\n> ```\n> da\nund", "> ```\n>   <b>\n> ```\n> da\n> und"],
  ["- a\n\n  ```\n    <b>\n  ```\n- b", "- a\n\n```\n  <b>\n```\n- b"],
  ["\\<b> und \\`<i>x</i>", "\\<b> und \\`x"],
  [
    "Das ist *so* <b>fett</b> &amp; [da](https://x.example/).",
    "Das ist *so* fett & [da](https://x.example/).",
  ],
  ['<a href="https://x.example/">hier</a><br>da', "hier (https://x.example/)\nda"],
  [
    "1. eins\n2. <i>zwei</i>\n   drei\n\nTitel\n=====\n\n## `<b>`\n\n* * *",
    "1. eins\n2. zwei\ndrei\n\nTitel\n=====\n\n## `<b>`\n\n* * *",
  ],
  ["[x]: <https://a b>\n\n[x]", "[x]: <https://a b>\n\n[x]"],
  ["<div>\n`<b>`\n</div>\n\n<script>x()</script>", "`<b>`\n\n<script>x()</script>"],
  ["<blockquote>a</blockquote>\n\n> > b <u>c</u>", "> a\n\n> > b c"],
  ["a\r\nb\r\n\r\n```\r\n <b>\r\n```", "a\nb\n\n```\n <b>\n```"],
  ["<pre>\n  a <div>\n\n    b\n</pre>\nda", "```\n  a <div>\n\n    b\n```\nda"],
  ["x <code>a\n  b<c></code>", "x\n\n```\na\n  b<c>\n```"],
  ["", ""],
])("%j", (typed, text) => {
  expect(plainTextOfMarkdown(typed, () => {})).toBe(text);
});

test("what is no words is named", () => {
  const names: string[] = [];
  plainTextOfMarkdown(
    "a <!-- weg --> `<!-- da -->` <img src=x> <int>",
    (name) => void names.push(name),
  );
  expect(names).toEqual(["<!-- -->", "<img>"]);
});

test.each(["`", "``` ", "<a ", "> ", "- ", "\\<", "<!--", "    x\n\n", "[", "*", "<b>`", "```a\n"])(
  "64 kB of %j are read in linear time",
  (piece) => {
    const start = performance.now();
    plainTextOfMarkdown(piece.repeat(65_536 / piece.length), () => {});
    expect(performance.now() - start).toBeLessThan(4000);
  },
);
