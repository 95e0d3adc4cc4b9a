import { expect, test } from "vitest";
import { plainTextOf } from "../../../comments-service/import/plain-html.ts";

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
])("%s", (html, text) => {
  expect(plainTextOf(html, "space")).toBe(text);
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
])("a quarter of a megabyte of %j is read in linear time", (piece) => {
  const start = performance.now();
  plainTextOf(piece.repeat(256_000 / piece.length), "line");
  // It takes a tenth of that; in quadratic time it would be minutes.
  expect(performance.now() - start).toBeLessThan(3000);
});
