import { describe, expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";
import { html, mistakes, places } from "./reading.ts";

describe("what another system left behind is a mistake that names the system:", () => {
  test.for([
    ['{{< figure src="x.jpg" >}}', "a shortcode of Hugo"],
    ['{{<figure src="x.jpg">}}', "a shortcode of Hugo"],
    ["{{% notice info %}}", "a shortcode of Hugo"],
    [
      "{% include x.html %}",
      "a tag of a template (Liquid in Jekyll, Nunjucks in Hexo and Eleventy)",
    ],
    ["{%- endraw -%}", "a tag of a template (Liquid in Jekyll, Nunjucks in Hexo and Eleventy)"],
    ["{{ site.baseurl }}", "a placeholder of a template (Jekyll, Hugo, a wiki)"],
    ["{{> teaser}}", "a placeholder of a template (Jekyll, Hugo, a wiki)"],
    ["{# später #}", "a comment of a template (Nunjucks, Twig)"],
    ["{: .lead}", "a mark of kramdown (Jekyll)"],
    ['{:target="_blank" rel="x"}', "a mark of kramdown (Jekyll)"],
    ["{:toc}", "a mark of kramdown (Jekyll)"],
    ["{#id}", "an attribute of Pandoc, kramdown or Markdown Extra"],
    ["{.btn width=50%}", "an attribute of Pandoc, kramdown or Markdown Extra"],
    ['[gallery ids="1,2"]', "a shortcode of WordPress"],
    ["[caption]", "a shortcode of WordPress"],
    ["[/caption]", "a shortcode of WordPress"],
    ["[youtube https://a.example/x]", "a shortcode of WordPress"],
    ["[su_button url=“x”]", "a shortcode of WordPress"],
    ['[tabelle id="3" /]', "a shortcode of WordPress"],
    ["[url=https://a.example]", "a tag of BBCode, as forums have it"],
    ["[/b]", "a tag of BBCode, as forums have it"],
    ["[[Seite|Text]]", "a link of a wiki or of Obsidian"],
    ["![[bild.png]]", "a link of a wiki or of Obsidian"],
    ["[TOC]", "a table of contents of another system"],
  ] as const)("%s", ([source, what]) => {
    expect(places(`Ein\nWort ${source}`)).toEqual([`2:6 "${source}" is ${what}`]);
  });

  test.for([
    ["[ ] Ja", '1:1 "[ ]" is a box to tick, as GitHub and Obsidian have them'],
    ["- eins\n- [ ] zwei", '2:3 "[ ]" is a box to tick, as GitHub and Obsidian have them'],
    ["1. [x] zwei", '1:4 "[x]" is a box to tick, as GitHub and Obsidian have them'],
    ["> [!NOTE]\n> so", '1:3 "[!NOTE]" is the kind of a call-out of GitHub or Obsidian'],
    ["Ein\n::: warning", '2:1 "::: warning" is a box of Pandoc, Docusaurus or VuePress'],
    ['!!! note "Titel"', '1:1 "!!! note "Titel"" is a box of MkDocs'],
    [".. image:: x.jpg", '1:1 ".. image:: x.jpg" is a directive of reStructuredText'],
    ["## Titel {#id}", '1:10 "{#id}" is an attribute of Pandoc, kramdown or Markdown Extra'],
    ["[a](/x){.btn} so", '1:8 "{.btn}" is an attribute of Pandoc, kramdown or Markdown Extra'],
    [
      "| a | b |\n|---|---|\n| c | {{ d }} |",
      '3:7 "{{ d }}" is a placeholder of a template (Jekyll, Hugo, a wiki)',
    ],
    [
      "a[^1]\n\n[^1]: {{ d }}",
      '3:7 "{{ d }}" is a placeholder of a template (Jekyll, Hugo, a wiki)',
    ],
  ] as const)("%j", ([source, expected]) => {
    expect(places(source)).toEqual([expected]);
  });

  test("a heading without a space gets a guess", () => {
    expect(mistakes("Eins\n##Ohne Raum")).toEqual([
      '2:1 "##Ohne Raum" is a heading without a space, which older Markdown took; expected a space behind the #; or \\# to print it; did you mean "## Ohne Raum"?',
    ]);
  });

  test("an address that a template was to fill in is one mistake, not two", () => {
    expect(places('[x]({{ site.url }}/a) ![c]({{ x }}/b.jpg) [q]({{< ref "x" >}})')).toEqual([
      '1:5 "{{ site.url }}" is a placeholder of a template (Jekyll, Hugo, a wiki)',
      '1:28 "{{ x }}" is a placeholder of a template (Jekyll, Hugo, a wiki)',
      '1:47 "{{< ref "x" >}}" is a shortcode of Hugo',
    ]);
    const source = "[x]({{site.url}}/a) ![b]({{site.url}}/b.jpg) [y](/{%post%}/)";
    expect(places(source)).toEqual([
      '1:1 a link to "%7B%7Bsite.url%7D%7D/a", which holds a placeholder of a template (Jekyll, Hugo)',
      '1:21 the picture "{{site.url}}/b.jpg", which holds a placeholder of a template (Jekyll, Hugo)',
      '1:46 a link to "/%7B%25post%25%7D/", which holds a placeholder of a template (Jekyll, Hugo)',
    ]);
    const { links, images } = parseText(source, "de");
    expect([...links, ...images]).toEqual([]);
  });

  test("and where it is printed all the same, it does no harm", () => {
    const text = parseText("{{< x <b> >}}", "de");
    expect(renderText(text, { part: "all" })).toBe("<p>{{&lt; x &lt;b&gt; &gt;}}</p>\n");
  });
});

test.for([
  "[sic] [Video] [1] [siehe x=3] [ironie]so[/ironie] [[1]]",
  "{x} {a, b} {1,2} {{a}, {b}} { : } {:-) {#1} {so} {-} {.}",
  "#MeToo und ##, ::::, [x] ja, Wort {#MeToo} und so",
  "#MeToo",
  "[x] Nein, 50 % {%}",
])("ordinary words in brackets and braces are printed: %s", (words) => {
  expect(html(words)).toBe(`<p>${words.replace("50 %", "50\u00A0%")}</p>\n`);
});

test("nothing is left behind in code, behind a backslash, and in links", () => {
  const code = '{{< x >}} {% y %} [gallery ids="1"] {: .lead} ##Ohne [ ]';
  const printed = code.replaceAll('"', "&quot;").replace("<", "&lt;").replaceAll(">", "&gt;");
  expect(html(`\`${code}\``)).toBe(`<p><code>${printed}</code></p>\n`);
  expect(html(`\`\`\`\n${code}\n\`\`\`\n\n    ${code}`)).toBe(
    `<pre><code>${printed}\n</code></pre>\n<pre><code>${printed}\n</code></pre>\n`,
  );
  expect(html("\\{{ x }} \\[gallery] \\{: .lead}")).toBe("<p>{{ x }} [gallery] {: .lead}</p>\n");
  expect(html("\\##Ohne\n\\[ ] Ja")).toBe("<p>##Ohne\n[ ] Ja</p>\n");
  expect(html("[gallery](/x) [[Quelle]](/x) [[Ort]]\n\n[ort]: /y")).toBe(
    '<p><a href="/x">gallery</a> <a href="/x">[Quelle]</a> [<a href="/y">Ort</a>]</p>\n',
  );
});
