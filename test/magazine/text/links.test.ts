import { describe, expect, test } from "vitest";
import { parseText, renderText } from "../../../magazine/text/text.ts";
import { html, mistakes, places } from "./reading.ts";

test.for([
  "https://example.org/a?b=c&d",
  "http://example.org",
  "HTTPS://example.org/",
  "mailto:redaktion@example.org",
  "/vertrieb/elf-tueren/",
  "#text",
  "#kommentar-3",
])("%s may be linked", (address) => {
  expect(html(`[Wort](${address})`)).toBe(
    `<p><a href="${address.replace("&", "&amp;")}">Wort</a></p>\n`,
  );
});

const allowed =
  "an address of the magazine such as /vertrieb/, #heading, or one that begins with https://, http:// or mailto:";

test.for([
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "javascript&colon;alert(1)",
  "vbscript:x",
  "data:text/html,x",
  "data:image/png;base64,x",
  "file:///etc/passwd",
  "ftp://example.org",
  "tel:+4940123",
  "http:example.org",
  "//example.org/x",
])("%s may not, and where it is printed all the same, it leads nowhere", (address) => {
  const text = parseText(`Ein [Wort](${address}).`, "de");
  expect(renderText(text, { part: "all" })).toBe("<p>Ein <a>Wort</a>.</p>\n");
  expect(text.mistakes).toMatchObject([{ line: 1, column: 5, expected: allowed }]);
});

test("a tab that a browser would strip is escaped, and the address harmless", () => {
  const text = parseText("[Wort](java&Tab;script:alert(1))", "de");
  expect(text.mistakes).toMatchObject([{ line: 1, column: 1, expected: allowed }]);
  expect(renderText(text, { part: "all" })).toBe(
    `<p><a href="java%09script:alert(1)">Wort</a></p>\n`,
  );
});

test.for(["../bilder/", "elf-tueren.md", "?seite=2", "vertrieb/"])(
  "%s is refused, since it would mean another place on each page of the text",
  (address) => {
    const text = parseText(`Ein [Wort](${address}).`, "de");
    expect(text.mistakes).toMatchObject([{ line: 1, column: 5, expected: allowed }]);
  },
);

test("links to pages of the magazine are listed with their places", () => {
  const text = parseText(
    "Siehe [dort](/vertrieb/#a).\n\n[Hier](#a), [da](https://a.de/) und [so](/).\n\n## A",
    "de",
  );
  expect(text.links).toEqual([
    { href: "/vertrieb/#a", line: 1, column: 7 },
    { href: "/", line: 3, column: 37 },
  ]);
});

test("the note about a link stands where the link stands", () => {
  expect(mistakes("Ein\n- Wort [so](ftp://a.de)\n\n<ftp://b.de>")).toEqual([
    `2:8 a link to "ftp://a.de"; expected ${allowed}`,
    `4:1 a link to "ftp://b.de"; expected ${allowed}`,
  ]);
  expect(places("Siehe [das][1].\n\n[1]: ftp://a.de")).toEqual([`1:7 a link to "ftp://a.de"`]);
});

test.for([
  ["www.example.org/x", "https://www.example.org/x"],
  ["redaktion@example.org", "mailto:redaktion@example.org"],
  ["//example.org", "https://example.org"],
] as const)("%s gets a guess", ([address, guess]) => {
  expect(mistakes(`[Wort](${address})`)[0]).toMatch(`did you mean "${guess}"?`);
});

test.for([
  ["a space in its address", "Ein\n[Wort](zwei wege)", "2:6"],
  ["a footnote in its words", "[Wort[^1]](/x)\n\n[^1]: Note", "1:10"],
  ["no end", "[Wort](/x und weiter", "1:6"],
  ["a name that nobody defines", "Ein ![Bild](a.jpg) [Wort][hier].\n\n[hie]: /x", "1:25"],
] as const)("a link with %s cannot be read, and is a mistake", ([, source, place]) => {
  expect(mistakes(source)).toEqual([
    `${place} a link that cannot be read; expected [words](address), or [words][name] and a line [name]: address; no space in an address, no footnote in the words; or \\] to print the bracket`,
  ]);
});

test("brackets that are no link are printed", () => {
  expect(html("[sic] (so) `[a](b c)` [a\\](b c) [1\\][2]")).toBe(
    "<p>[sic] (so) <code>[a](b c)</code> [a](b c) [1][2]</p>\n",
  );
});

test("a link without an address is a mistake", () => {
  expect(mistakes("[Wort]()")).toEqual([`1:1 a link without an address; expected ${allowed}`]);
});

test("addresses in words are no links", () => {
  expect(html("www.example.org, https://example.org")).toBe(
    "<p>www.example.org, https://example.org</p>\n",
  );
});

test("autolinks and titles are printed", () => {
  expect(html(`<https://example.org> <a@example.org> [x](/y "Ein \\"T\\"")`)).toBe(
    `<p><a href="https://example.org">https://example.org</a> <a href="mailto:a@example.org">a@example.org</a> ` +
      `<a href="/y" title="Ein „T“">x</a></p>\n`,
  );
});

describe("links to headings", () => {
  const source =
    "[zwei](#ueber-zwei)\n\n## Eins\n\n<!-- pagebreak -->\n\n## Über zwei\n\n[eins](#eins) [zwei](#ueber-zwei)";

  test("lead to the part where the heading stands", () => {
    const partAddress = (part: number) => `/a/${part}/`;
    expect(html(source, { part: 1, partAddress })).toContain('<a href="/a/2/#ueber-zwei">zwei</a>');
    expect(html(source, { part: 2, partAddress })).toContain(
      '<a href="/a/1/#eins">eins</a> <a href="#ueber-zwei">',
    );
    expect(html(source, { partAddress })).not.toContain("/a/");
  });

  test("stay as they are where nobody says the parts' addresses", () => {
    expect(html(source, { part: 1 })).toContain('<a href="#ueber-zwei">zwei</a>');
  });

  test("that are not there are mistakes", () => {
    expect(mistakes("## Über zwei\n\n[zwei](#uber-zwei)")).toEqual([
      `3:1 a link to "#uber-zwei", which is no heading here; expected the id of a heading: its words in lower case with hyphens; did you mean "#ueber-zwei"?`,
    ]);
  });
});
