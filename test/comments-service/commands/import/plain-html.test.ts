import { expect, test } from "vitest";
import { plainTextOf } from "../../../../comments-service/commands/import/plain-html.ts";

test.each([
  ["<p>Eins</p><p>Zwei<br>drei</p>", "Eins\n\nZwei\ndrei"],
  ["Eins\n  zwei", "Eins zwei"],
  ["Kaffee &amp; Kuchen&nbsp;&hellip; &#128512; &bogus;", "Kaffee & Kuchen … 😀 &bogus;"],
  ["<blockquote><p>a</p><p>b</p></blockquote>c", "> a\n\n> b\n\nc"],
  ["<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n\n> > b"],
  ["<ul><li>eins</li><li>zwei</li></ul>", "– eins\n– zwei"],
  ['<a href="https://x.example/lang">https://x.exa…</a>', "https://x.example/lang"],
  ['<a href="https://x.example/">hier</a>', "hier (https://x.example/)"],
  ['<a href="mailto:ida@mail.example">Ida</a>', "Ida (mailto:ida@mail.example)"],
  ['<a href="javascript:alert(1)">hier</a>', "hier"],
  ['<a href="/weg">hier</a>', "hier"],
  ["<script>alert(1)</script><style>p{}</style><iframe>x</iframe>da", "da"],
  ["3 < 5 && 7 > 6, <3", "3 < 5 && 7 > 6, <3"],
  ["&lt;b&gt; macht fett, &lt;/b&gt; nicht", "<b> macht fett, </b> nicht"],
  ["a</div></p>b", "ab"],
  ["<!-- unsichtbar -->da", "da"],
  ["x <b und y", "x <b und y"],
  ["", ""],
  ["<p>So:</p><pre>\n  a &lt; b\n\n    c\n</pre>gut", "So:\n\n```\n  a < b\n\n    c\n```\n\ngut"],
  ["<pre><code class='x'>if (a)\n\tb</code></pre>", "```\nif (a)\n\tb\n```"],
  ["<pre>  eins<br>  zwei<div>drei</div></pre>", "```\n  eins\n  zwei\ndrei\n```"],
  ["<blockquote><pre>  a\n b</pre></blockquote>c", "> ```\n>   a\n>  b\n> ```\n\nc"],
  ["<pre>```\n x\n```</pre>", "````\n```\n x\n```\n````"],
  ["<pre> \n </pre>x", "x"],
  ["<code>a  b</code>", "a b"],
  ["if (a<b && c>d) <3 <bob@example.org>", "if (a<b && c>d) <3 <bob@example.org>"],
  ["<script>ohne Ende, und alle Worte danach", "<script>ohne Ende, und alle Worte danach"],
  ['<a href="https://x.example/">ohne Ende', "ohne Ende (https://x.example/)"],
  ["<pre>ohne\n  Ende", "```\nohne\n  Ende\n```"],
])("%s", (html, text) => {
  expect(plainTextOf(html, "space")).toBe(text);
});

test.each([
  ["<code>if (a<b && c>d) vector<int></code>", "if (a<b && c>d) vector<int>"],
  ["<code>&lt;b&gt; und <b> und <div class='x'></code>", "<b> und <b> und <div class='x'>"],
  ["<code>\n  for\n    x\n</code> dann", "```\n  for\n    x\n```\n\ndann"],
  ["<code>a<br />\n  b</code>", "```\na\n  b\n```"],
  ["<pre>\n  a <div>\n    b\n</pre>", "```\n  a <div>\n    b\n```"],
  ["<PRE><Code>x<y>\n z</CODE></pre>", "```\nx<y>\n z\n```"],
  ["a<b && c>d, vector<int>, map<string, T>", "a<b && c>d, vector<int>, map<string, T>"],
  ["<bob@example.org> <mailto:x@y.example>", "<bob@example.org> <mailto:x@y.example>"],
  ["List<b> und List<a>", "List<b> und List<a>"],
  ["<b>fett</b>, <i class=x>schräg, <EM>betont</EM>", "fett, schräg, betont"],
  ["schreib <script>x()</script> hinein", "schreib <script>x()</script> hinein"],
  ["3 <!-- offen", "3 <!-- offen"],
  ["```\n  a\n    b\n```", "```\n  a\n    b\n```"],
  ["<a href=http://x.example/>hier</a><br>da", "hier (http://x.example/)\nda"],
  ['<a title="a > b" href="https://x.example/">hier</a>', "hier (https://x.example/)"],
])("of what was typed: %s", (html, text) => {
  expect(plainTextOf(html, "line")).toBe(text);
});

test.each(["space", "line"] as const)("what is no words is named (%s)", (lineEnds) => {
  const names: string[] = [];
  const html =
    '<!-- weg --><img src="x" alt="Bild"><a href="javascript:x()">hier</a><b>da</b> <int></int><script>y()</script>';
  const text = plainTextOf(html, lineEnds, (name) => void names.push(name));
  expect(text).toContain("Bildhierda");
  const both = ["<!-- -->", "<img>", "<a href>"];
  expect(names).toEqual(lineEnds === "line" ? both : [...both, "<int>", "<script>"]);
  expect(text.includes("<int></int><script>y()</script>")).toBe(lineEnds === "line");
});

test("where line ends count they stay, and typed addresses in brackets too", () => {
  expect(plainTextOf("Eins\nzwei\n\n\n\ndrei <https://x.example/>", "line")).toBe(
    "Eins\nzwei\n\ndrei https://x.example/",
  );
});

test.each([
  "<",
  "<a ",
  '<a href="',
  "<div>",
  "&",
  "</b",
  "&lt;",
  "<blockquote>",
  "<li>",
  "\n",
  "<p",
  "<!--",
  "<!-- -->",
  "<b>",
  "<code>",
  "<pre>x</pre>",
  "<a b='",
  '<a b="c" ',
  "<pre><code>",
  "</code>",
  "<script>",
])("a quarter of a megabyte of %j is read in linear time", (piece) => {
  const start = performance.now();
  plainTextOf(piece.repeat(256_000 / piece.length), "line");
  // It takes a tenth of that; in quadratic time it would be minutes.
  expect(performance.now() - start).toBeLessThan(3000);
});
